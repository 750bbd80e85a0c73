import { GetObjectCommand, NoSuchKey, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';

/**
 * Reads an object of the records bucket; undefined when there is none. Without the right to list a bucket, S3
 * answers 403 for what does not exist.
 */
export function s3RecordReader(
  s3: S3Client,
  bucket: string,
): (key: string) => Promise<Uint8Array | undefined> {
  return async (key) => {
    try {
      const { Body: body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return await body?.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      if (error instanceof S3ServiceException && error.name === 'AccessDenied') return undefined;
      throw error;
    }
  };
}
