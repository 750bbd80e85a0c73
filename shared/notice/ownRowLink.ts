import type { CaseCommit } from '../case/caseStore.ts';
import type { Agency } from '../register/agency.ts';
import { type MailStep, mailCommit } from './mailCommit.ts';
import type { NoticeMail } from './notice.ts';
import type { KeyedDigest } from './noticeCommit.ts';
import { contactLine, type Office } from './office.ts';
import type { OwnRowRequest } from './ownRowRequest.ts';

/**
 * A mail with the link to the recipient's own row, sent because somebody asked for it. It is a courtesy: no paper,
 * no document number, nothing is served by it and nobody has to act when it bounces.
 */
export interface OwnRowLink {
  /** `LM#<draw>#<code>#<hour>`: one mail for each agency, draw and hour. */
  readonly id: string;
  readonly kind: 'own-row';
  readonly draw: string;
  readonly recipient: { readonly type: 'agency'; readonly id: string; readonly name: string };
  /** Instant from which the link no longer opens; the same in every attempt. */
  readonly opensUntil: string;
  readonly office: { readonly name: string; readonly nameEn: string; readonly contact: string };
  readonly mail: NoticeMail;
}

/** The mail that answers a request of a registered agency. The same request gives the same id. */
export function ownRowLink(request: OwnRowRequest, agency: Agency, office: Office, at: string): OwnRowLink {
  return {
    id: `LM#${request.draw}#${request.uscc}#${request.hour}`,
    kind: 'own-row',
    draw: request.draw,
    recipient: { type: 'agency', id: agency.uscc, name: agency.name },
    opensUntil: request.opensUntil,
    office: { name: office.name, nameEn: office.nameEn, contact: contactLine(office) },
    mail: {
      address: agency.electronicServiceConsent?.address ?? agency.email,
      generation: 1,
      attempts: 0,
      nextAt: at,
    },
  };
}

/** One step of the mail as a commit. */
export function ownRowLinkCommit(
  { link, ...step }: MailStep & { readonly link: OwnRowLink },
  digest: KeyedDigest,
): CaseCommit<OwnRowLink> {
  return mailCommit({ kind: 'own-row-link', digest: 'link' }, step, link, digest);
}
