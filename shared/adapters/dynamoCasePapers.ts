import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type CasePaper, type CasePapers, papersOfCase } from '../notice/casePaper.ts';
import { CaseLists } from './caseLists.ts';

/** Reads the papers of cases in the core table. */
export function dynamoCasePapers(client: DynamoDBDocumentClient, table: string): CasePapers {
  const lists = new CaseLists(client, table);
  return {
    // The lists are read newest first.
    ofCase: async (caseId) => [...(await lists.listed<CasePaper>(papersOfCase(caseId)))].reverse(),
  };
}
