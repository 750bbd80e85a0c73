import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { type LocalDate, parseLocalDate } from '../calendar/localDate.ts';
import { ANCHOR_FOLDER, anchorKey } from './anchorStore.ts';
import { s3DrawFiles } from './drawFiles.ts';

/** The anchor files of the records bucket, for reading. The bucket's errors are thrown. */
export function keptAnchors(s3: S3Client, records: string) {
  const files = s3DrawFiles(s3, records);
  return {
    /** Days with a file, ascending. */
    async days(): Promise<readonly LocalDate[]> {
      const days: LocalDate[] = [];
      let next: string | undefined;
      do {
        const page = await s3.send(
          new ListObjectsV2Command({
            Bucket: records,
            Prefix: ANCHOR_FOLDER,
            ...(next === undefined ? {} : { ContinuationToken: next }),
          }),
        );
        for (const { Key: key = '' } of page.Contents ?? []) {
          const day = parseLocalDate(key.slice(ANCHOR_FOLDER.length, -'.json'.length));
          if (day !== undefined && key === anchorKey(day)) days.push(day);
        }
        next = page.NextContinuationToken;
      } while (next !== undefined);
      return days.toSorted();
    },
    /** The file of a day; undefined when there is none. */
    read: (day: LocalDate): Promise<Uint8Array | undefined> => files.get(anchorKey(day)),
  };
}
