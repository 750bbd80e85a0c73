import { AwsError } from '../aws/awsError.ts';
import { readBody } from '../http/server.ts';
import { checkChecksums } from './checksums.ts';
import { checkPostPolicy } from './postPolicy.ts';
import { describe, header, LARGEST_OBJECT, type S3Call } from './s3Call.ts';
import { escapeXml, writeXml } from './xml.ts';

/** Puts the file's name, without a path, wherever a field asks for it; the policy is checked afterwards. */
function nameFile(fields: Map<string, string>, given: string): void {
  const name = given.split(/[/\\]/).at(-1) ?? '';
  for (const [field, value] of fields) {
    if (field !== 'policy')
      fields.set(
        field,
        value.replaceAll(/\$\{filename\}/g, () => name),
      );
  }
}

/** A form upload, checked against its signed policy. */
export async function postObject(call: S3Call, secretKey: string, now: number): Promise<void> {
  const { request, response, bucket } = call;
  const raw = await readBody(request, LARGEST_OBJECT);
  const type = header(request, 'content-type') ?? '';
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw new AwsError(
        'MalformedPOSTRequest',
        'The body of your POST request is not well-formed multipart/form-data.',
      );
    });
  const fields = new Map<string, string>([['bucket', bucket.rules.name]]);
  let file: File | undefined;
  for (const [name, value] of form) {
    if (name === 'file' && value instanceof File) file = value;
    else if (typeof value === 'string') fields.set(name.toLowerCase(), value);
  }
  if (!file) throw new AwsError('InvalidArgument', 'POST requires exactly one file upload per request.');
  nameFile(fields, file.name);
  const key = fields.get('key') ?? '';
  if (key === '') throw new AwsError('InvalidArgument', 'Bucket POST must contain a field named "key".');
  const body = Buffer.from(await file.arrayBuffer());
  checkPostPolicy(fields, body.length, secretKey, now);
  const object = bucket.put(describe(key, fields, checkChecksums(fields, body)), body);
  const redirect = fields.get('success_action_redirect');
  if (redirect !== undefined) {
    const target = new URL(redirect);
    target.searchParams.set('bucket', bucket.rules.name);
    target.searchParams.set('key', key);
    target.searchParams.set('etag', object.etag);
    response.writeHead(303, { location: target.href }).end();
    return;
  }
  const status = Number(fields.get('success_action_status'));
  if (status === 201) {
    writeXml(
      response,
      201,
      `<PostResponse><Bucket>${escapeXml(bucket.rules.name)}</Bucket><Key>${escapeXml(key)}</Key><ETag>${escapeXml(object.etag)}</ETag></PostResponse>`,
    );
  } else response.writeHead(status === 200 ? 200 : 204, { etag: object.etag }).end();
}
