import { GetObjectCommand, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { evidenceKey } from '../evidence/evidenceKeys.ts';
import { evidenceLimits, evidenceTypes } from '../evidence/evidenceLimits.ts';
import type { EvidenceStore } from '../evidence/evidenceStore.ts';
import { readBounded } from './boundedRead.ts';
import { metadataText } from './metadataText.ts';

/** Long enough to take a photo first, short enough that a stolen form is worthless. Seconds. */
const FORM_LIFETIME = 900;

/** Metadata under which the store notes what the browser called the file; it fills the name in by itself. */
const NAME = 'file-name';
// biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder of the store
const BROWSERS_NAME = '${filename}';

/** Evidence in two buckets: the uploads bucket is the quarantine, the other one keeps. */
export function s3Evidence(
  s3: S3Client,
  buckets: { readonly uploads: string; readonly evidence: string },
): EvidenceStore {
  return {
    async form(key, redirect) {
      const next: Record<string, string> =
        redirect === undefined ? { success_action_status: '204' } : { success_action_redirect: redirect };
      const { url, fields } = await createPresignedPost(s3, {
        Bucket: buckets.uploads,
        Key: key,
        Fields: next,
        Conditions: [
          ['content-length-range', 0, evidenceLimits.storedBytes],
          // The store puts the name in before it checks the policy, so no single value can be signed.
          ['starts-with', `$x-amz-meta-${NAME}`, ''],
        ],
        Expires: FORM_LIFETIME,
      });
      return {
        url,
        fields: { ...fields, [`x-amz-meta-${NAME}`]: BROWSERS_NAME },
        maxBytes: evidenceLimits.bytes,
      };
    },

    async take(uploadKey, maxBytes) {
      const read = await readBounded(s3, { bucket: buckets.uploads, key: uploadKey }, maxBytes);
      if (read === undefined || read === 'too_large') return read;
      const name = metadataText(read.metadata[NAME] ?? '');
      return { bytes: read.bytes, fileName: name === BROWSERS_NAME ? '' : name };
    },

    kept: (key, maxBytes) => readBounded(s3, { bucket: buckets.evidence, key }, maxBytes),

    async keep(caseNumber, sha256, bytes, type) {
      try {
        await s3.send(
          new PutObjectCommand({
            Bucket: buckets.evidence,
            Key: evidenceKey(caseNumber, sha256),
            Body: bytes,
            ContentType: evidenceTypes[type].contentType,
            ContentDisposition: 'attachment',
            ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
            IfNoneMatch: '*',
          }),
        );
      } catch (error) {
        // The key is the hash of the contents: what is there is the same file.
        if (!(error instanceof S3ServiceException) || error.name !== 'PreconditionFailed') throw error;
      }
    },

    link: (key, fileName, seconds) =>
      getSignedUrl(
        s3,
        new GetObjectCommand({
          Bucket: buckets.evidence,
          Key: key,
          ResponseContentDisposition: `attachment; filename*=UTF-8''${extendedValue(fileName)}`,
          ResponseContentType: 'application/octet-stream',
        }),
        { expiresIn: seconds },
      ),
  };
}

/** RFC 8187: percent-encoded, the four characters included that encodeURIComponent leaves. */
function extendedValue(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
