import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { COMPLAINT_PREFIX, complaintCaseId } from '../complaint/complaintRows.ts';
import { FILER_MAIL_TASKS, type FilerMail, filerMailsOf } from '../complaint/papers/filerMail.ts';
import type { ComplaintPapers } from '../complaint/papers/ports.ts';
import { kindPrefix } from '../notice/casePaper.ts';
import { CaseLists } from './caseLists.ts';
import { dynamoCasePapers } from './dynamoCasePapers.ts';

/** Reads the papers of complaints and reports, and the mails to their filers. */
export function dynamoComplaintPapers(client: DynamoDBDocumentClient, table: string): ComplaintPapers {
  const lists = new CaseLists(client, table);
  const papers = dynamoCasePapers(client, table);
  /** The lists are read newest first. */
  const oldestFirst = async (list: string) => [...(await lists.listed<FilerMail>(list))].reverse();
  return {
    ofCase: (complaint) => papers.ofCase(complaintCaseId(complaint)),
    toServe: () => papers.toServe(kindPrefix(COMPLAINT_PREFIX)),
    countToServe: () => papers.countToServe(kindPrefix(COMPLAINT_PREFIX)),
    mailsOf: (complaint) => oldestFirst(filerMailsOf(complaint)),
    toTell: () => oldestFirst(FILER_MAIL_TASKS),
    countToTell: () => lists.count(FILER_MAIL_TASKS),
  };
}
