import { evidenceLimits } from '../evidence/evidenceLimits.ts';
import type { EvidenceForm, EvidenceStore } from '../evidence/evidenceStore.ts';
import { metadataText } from './metadataText.ts';
import {
  amzDate,
  credentialScope,
  type Signer,
  sendSigned,
  serviceOrigin,
  signatureOf,
  signerFromEnvironment,
} from './signedRequest.ts';

/** As in `s3Evidence`, whose quarantine this is. */
const FORM_LIFETIME_MS = 900_000;
const NAME_FIELD = 'x-amz-meta-file-name';
// biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder of the store
const BROWSERS_NAME = '${filename}';
const TAKE_MS = 15_000;

/** The quarantine without the client of the SDK, for the function that has to stay small. Keeps nothing. */
export function lightQuarantine(bucket: string): Pick<EvidenceStore, 'form' | 'take'> {
  const address = () => `${serviceOrigin('s3', signerFromEnvironment().region)}/${bucket}`;
  return {
    form: async (key, redirect) =>
      uploadForm({ bucket, key, redirect, url: address() }, signerFromEnvironment(), new Date()),

    async take(key, maxBytes) {
      const answer = await sendSigned(
        { method: 'GET', service: 's3', url: `${address()}/${key}` },
        AbortSignal.timeout(TAKE_MS),
      );
      // Who may read but not list is told 403 for an object that is not there.
      if (answer.status === 404 || answer.status === 403) {
        await answer.body?.cancel();
        return undefined;
      }
      if (!answer.ok) throw new Error(`the file store answered ${answer.status}`);
      const length = Number(answer.headers.get('content-length') ?? Number.NaN);
      if (!(length <= maxBytes)) {
        await answer.body?.cancel();
        return 'too_large';
      }
      const name = metadataText(answer.headers.get(NAME_FIELD) ?? '');
      return {
        bytes: new Uint8Array(await answer.arrayBuffer()),
        fileName: name === BROWSERS_NAME ? '' : name,
      };
    },
  };
}

/** A signed POST policy for one key (AWS: Browser-based uploads using POST). */
export function uploadForm(
  to: {
    readonly bucket: string;
    readonly key: string;
    readonly redirect: string | undefined;
    readonly url: string;
  },
  signer: Signer,
  now: Date,
): EvidenceForm {
  const date = amzDate(now);
  const next: Record<string, string> =
    to.redirect === undefined ? { success_action_status: '204' } : { success_action_redirect: to.redirect };
  const fields: Record<string, string> = {
    ...next,
    bucket: to.bucket,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${signer.accessKeyId}/${credentialScope(date, signer.region, 's3')}`,
    'X-Amz-Date': date,
    ...(signer.sessionToken === undefined ? {} : { 'X-Amz-Security-Token': signer.sessionToken }),
    key: to.key,
  };
  const policy = {
    expiration: `${new Date(now.getTime() + FORM_LIFETIME_MS).toISOString().slice(0, 19)}Z`,
    conditions: [
      ['content-length-range', 0, evidenceLimits.storedBytes],
      ['starts-with', `$${NAME_FIELD}`, ''],
      ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
    ],
  };
  const encoded = Buffer.from(JSON.stringify(policy)).toString('base64');
  return {
    url: to.url,
    fields: {
      ...fields,
      Policy: encoded,
      'X-Amz-Signature': signatureOf(encoded, signer, date, 's3'),
      [NAME_FIELD]: BROWSERS_NAME,
    },
    maxBytes: evidenceLimits.bytes,
  };
}
