import { GetObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';

/** Who may read but not list is told `AccessDenied` for an object that is not there. */
const ABSENT = new Set(['NoSuchKey', 'NotFound', 'AccessDenied']);

export interface ReadObject {
  readonly bytes: Uint8Array;
  /** User metadata, names in lower case without their prefix. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** Reads an object that somebody else wrote: `undefined` when there is none, `too_large` without reading it. */
export async function readBounded(
  s3: S3Client,
  object: { readonly bucket: string; readonly key: string },
  maxBytes: number,
): Promise<ReadObject | 'too_large' | undefined> {
  try {
    const {
      Body: body,
      ContentLength: length,
      Metadata: metadata,
    } = await s3.send(new GetObjectCommand({ Bucket: object.bucket, Key: object.key }));
    if (body === undefined) return undefined;
    if (length === undefined || length > maxBytes) {
      // Unread, the connection would stay open until its time-out.
      body
        .transformToWebStream()
        .cancel()
        .catch(() => {});
      return 'too_large';
    }
    return { bytes: await body.transformToByteArray(), metadata: metadata ?? {} };
  } catch (error) {
    if (error instanceof S3ServiceException && ABSENT.has(error.name)) return undefined;
    throw error;
  }
}
