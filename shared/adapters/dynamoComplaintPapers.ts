import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { COMPLAINT_PREFIX, complaintCaseId } from '../complaint/complaintRows.ts';
import { FILER_MAIL_TASKS, type FilerMail, filerMailsOf } from '../complaint/papers/filerMail.ts';
import type { ComplaintPapers } from '../complaint/papers/ports.ts';
import { type CasePaper, kindPrefix, papersOfCase, paperTasks } from '../notice/casePaper.ts';
import { CaseLists } from './caseLists.ts';

/** Reads the papers of complaints and reports, and the mails to their filers. */
export function dynamoComplaintPapers(client: DynamoDBDocumentClient, table: string): ComplaintPapers {
  const lists = new CaseLists(client, table);
  /** The lists are read newest first. */
  const oldestFirst = async <State>(list: string) => [...(await lists.listed<State>(list))].reverse();
  return {
    ofCase: (complaint) => oldestFirst<CasePaper>(papersOfCase(complaintCaseId(complaint))),
    toServe: () => oldestFirst<CasePaper>(paperTasks(kindPrefix(COMPLAINT_PREFIX))),
    countToServe: () => lists.count(paperTasks(kindPrefix(COMPLAINT_PREFIX))),
    mailsOf: (complaint) => oldestFirst<FilerMail>(filerMailsOf(complaint)),
    toTell: () => oldestFirst<FilerMail>(FILER_MAIL_TASKS),
    countToTell: () => lists.count(FILER_MAIL_TASKS),
  };
}
