import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type CasePaper, kindPrefix, papersOfCase, paperTasks } from '../notice/casePaper.ts';
import type { CasePapers } from '../notice/casePapers.ts';
import { CaseLists } from './caseLists.ts';

/**
 * Reads the papers of the cases of one kind.
 *
 * @param prefix of their case ids, e.g. `PN#`
 */
export function dynamoCasePapers(client: DynamoDBDocumentClient, table: string, prefix: string): CasePapers {
  const lists = new CaseLists(client, table);
  const tasks = paperTasks(kindPrefix(prefix));
  return {
    ofCase: (id) => oldestFirst<CasePaper>(lists, papersOfCase(`${prefix}${id}`)),
    toServe: () => oldestFirst<CasePaper>(lists, tasks),
    countToServe: () => lists.count(tasks),
  };
}

/** A list as it grew; the lists are read newest first. */
export async function oldestFirst<State>(lists: CaseLists, list: string) {
  return [...(await lists.listed<State>(list))].reverse();
}
