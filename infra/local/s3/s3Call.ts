import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Bucket, NewObject } from './objectStore.ts';

/** Largest object of one PutObject or form upload here, in bytes. */
export const LARGEST_OBJECT = 256 * 1024 * 1024;

/** One request to one bucket. */
export interface S3Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly bucket: Bucket;
  readonly key: string;
}

/** A header as one text. */
export const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
};

function userMetadata(fields: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    [...fields].flatMap(([name, value]) => (name.startsWith('x-amz-meta-') ? [[name.slice(11), value]] : [])),
  );
}

/** The description of a new object from headers or form fields, names in lower case. */
export function describe(
  key: string,
  fields: ReadonlyMap<string, string>,
  checksums: Record<string, string>,
): NewObject {
  const optional = (name: string, header: string) => {
    const value = fields.get(header);
    return value === undefined ? {} : { [name]: value };
  };
  const mode = fields.get('x-amz-object-lock-mode');
  const until = fields.get('x-amz-object-lock-retain-until-date');
  return {
    key,
    contentType: fields.get('content-type') ?? 'application/octet-stream',
    ...optional('cacheControl', 'cache-control'),
    ...optional('contentDisposition', 'content-disposition'),
    userMetadata: userMetadata(fields),
    checksums,
    ...(mode !== undefined && until !== undefined ? { retention: { mode, until } } : {}),
  };
}
