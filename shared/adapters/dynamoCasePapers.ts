import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type CasePaper, type CasePapers, papersOfCase, paperTasks } from '../notice/casePaper.ts';
import { CaseLists } from './caseLists.ts';

/** Reads the papers of cases. */
export function dynamoCasePapers(client: DynamoDBDocumentClient, table: string): CasePapers {
  const lists = new CaseLists(client, table);
  /** The lists are read newest first. */
  const oldestFirst = async (list: string) => [...(await lists.listed<CasePaper>(list))].reverse();
  return {
    ofCase: (caseId) => oldestFirst(papersOfCase(caseId)),
    toServe: (prefix) => oldestFirst(paperTasks(prefix)),
    countToServe: (prefix) => lists.count(paperTasks(prefix)),
  };
}
