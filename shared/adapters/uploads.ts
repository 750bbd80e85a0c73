import { GetObjectCommand, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import {
  MOST_BYTES,
  MOST_STORED_BYTES,
  type UploadForm,
  type Uploads,
} from '../register/commands/importPorts.ts';

/** Long enough to find the file on the disk, short enough that a stolen form is worthless. Seconds. */
const FORM_LIFETIME = 900;

/** Who may read but not list is told `AccessDenied` for an object that is not there. */
const ABSENT = new Set(['NoSuchKey', 'NotFound', 'AccessDenied']);

/** The uploads bucket. */
export class S3Uploads implements Uploads {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  /** The policy fixes key, size and where the browser goes next; an empty file is taken, and refused in words. */
  async form(key: string, redirect: string): Promise<UploadForm> {
    const { url, fields } = await createPresignedPost(this.#s3, {
      Bucket: this.#bucket,
      Key: key,
      Fields: { success_action_redirect: redirect },
      Conditions: [['content-length-range', 0, MOST_STORED_BYTES]],
      Expires: FORM_LIFETIME,
    });
    return { url, fields, maxBytes: MOST_BYTES };
  }

  async read(key: string, maxBytes: number): Promise<Uint8Array | 'too_large' | undefined> {
    try {
      const { Body: body, ContentLength: length } = await this.#s3.send(
        new GetObjectCommand({ Bucket: this.#bucket, Key: key }),
      );
      if (body === undefined) return undefined;
      if (length === undefined || length > maxBytes) {
        // Unread, the connection would stay open until its time-out.
        body
          .transformToWebStream()
          .cancel()
          .catch(() => {});
        return 'too_large';
      }
      return await body.transformToByteArray();
    } catch (error) {
      if (error instanceof S3ServiceException && ABSENT.has(error.name)) return undefined;
      throw error;
    }
  }

  async write(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    await this.#s3.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: key,
        Body: bytes,
        ContentType: contentType,
        ChecksumAlgorithm: 'SHA256',
      }),
    );
  }
}
