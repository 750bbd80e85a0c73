import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import {
  MOST_BYTES,
  MOST_STORED_BYTES,
  type UploadForm,
  type Uploads,
} from '../register/commands/importPorts.ts';
import { readBounded } from './boundedRead.ts';

/** Long enough to find the file on the disk, short enough that a stolen form is worthless. Seconds. */
const FORM_LIFETIME = 900;

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
    const read = await readBounded(this.#s3, { bucket: this.#bucket, key }, maxBytes);
    return read === undefined || read === 'too_large' ? read : read.bytes;
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
