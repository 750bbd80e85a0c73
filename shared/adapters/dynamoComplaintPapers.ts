import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { COMPLAINT_PREFIX } from '../complaint/complaintRows.ts';
import { FILER_MAIL_TASKS, type FilerMail, filerMailsOf } from '../complaint/papers/filerMail.ts';
import type { ComplaintPapers } from '../complaint/papers/ports.ts';
import { CaseLists } from './caseLists.ts';
import { dynamoCasePapers, oldestFirst } from './dynamoCasePapers.ts';

/** Reads the papers of complaints and reports, and the mails to their filers. */
export function dynamoComplaintPapers(client: DynamoDBDocumentClient, table: string): ComplaintPapers {
  const lists = new CaseLists(client, table);
  return {
    ...dynamoCasePapers(client, table, COMPLAINT_PREFIX),
    mailsOf: (complaint) => oldestFirst<FilerMail>(lists, filerMailsOf(complaint)),
    toTell: () => oldestFirst<FilerMail>(lists, FILER_MAIL_TASKS),
    countToTell: () => lists.count(FILER_MAIL_TASKS),
  };
}
