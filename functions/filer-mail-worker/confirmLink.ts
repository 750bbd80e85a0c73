import { createHmac } from 'node:crypto';
import { signLink } from '../../shared/access/signedLink.ts';

/** Purpose of the links with which filers show that a mail address is theirs; the subject is the id of the case. */
export const COMPLAINT_MAIL_PURPOSE = 'filer-mail';
/** Somebody who reads their mail once in a month still gets there. */
const LINK_DAYS = 30;

/** The link to the page that confirms the address of a case: counted from the order, so that every attempt sends the same. */
export function confirmLink(
  publicUrl: string,
  key: Uint8Array,
  complaint: string,
  orderedAt: string,
): string {
  const expires = Math.floor(Date.parse(orderedAt) / 1000) + LINK_DAYS * 86_400;
  const token = signLink(
    { purpose: COMPLAINT_MAIL_PURPOSE, subject: complaint, expires },
    (message) => new Uint8Array(createHmac('sha256', key).update(message).digest()),
  );
  return `${publicUrl}/follow/confirm/${token}`;
}
