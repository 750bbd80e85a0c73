import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { type DrawFiles, OtherContents } from '../draw/ceremony/ports.ts';

/** Files of a draw in the records bucket, written once (If-None-Match) and kept under Object Lock. */
export function s3DrawFiles(s3: S3Client, bucket: string): DrawFiles {
  const get = async (key: string): Promise<Uint8Array | undefined> => {
    try {
      const { Body: body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return await body?.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
  return {
    get,
    async put(key, bytes, contentType) {
      try {
        await s3.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: bytes,
            ContentType: contentType,
            ChecksumAlgorithm: 'SHA256',
            IfNoneMatch: '*',
          }),
        );
      } catch (error) {
        if (!(error instanceof S3ServiceException) || error.name !== 'PreconditionFailed') throw error;
        const there = await get(key);
        if (there === undefined || !sameBytes(there, bytes)) {
          throw new OtherContents(`${key} exists with other contents`);
        }
      }
    },
  };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
