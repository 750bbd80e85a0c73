import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { SiteBucket } from '../publicity/ports.ts';

/** The public site in a bucket. */
export function s3SiteBucket(s3: S3Client, bucket: string): SiteBucket {
  return {
    async get(path) {
      try {
        const { Body: body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: path }));
        return await body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async put({ path, contentType, bytes }) {
      await s3.send(
        new PutObjectCommand({ Bucket: bucket, Key: path, Body: bytes, ContentType: contentType }),
      );
    },
    async delete(path) {
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: path }));
    },
  };
}
