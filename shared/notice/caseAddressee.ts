import type { LocalDate } from '../calendar/localDate.ts';
import type { Agency } from '../register/agency.ts';
import type { PaperParty } from './casePaper.ts';
import type { ServiceMode } from './notice.ts';
import type { Office } from './office.ts';

/** Whom a paper on a case goes to, and what its mail is in law. */
export interface CaseAddressee {
  readonly type: PaperParty;
  readonly id: string;
  readonly name: string;
  /** As the paper addresses them; `''` on a paper that is kept in the file. */
  readonly addressee: string;
  readonly service: ServiceMode;
  readonly consent?: { readonly on: LocalDate; readonly address: string };
  /** Address of the mail; `''` when nothing is mailed with the paper. */
  readonly address: string;
}

/** An agency of the register: served by mail if it has signed for that (行政处罚法 art. 61), else with a courtesy copy. */
export function registeredAgency(type: PaperParty, agency: Agency): CaseAddressee {
  const consent = agency.electronicServiceConsent;
  return {
    type,
    id: agency.uscc,
    name: agency.name,
    addressee: agency.name,
    address: consent?.address ?? agency.email,
    ...(consent === undefined ? { service: 'courtesy' } : { service: 'electronic', consent }),
  };
}

/** Somebody of whom the office holds no address for mail: a person, another authority, a firm outside the register. */
export function onPaper(type: PaperParty, name: string, id = ''): CaseAddressee {
  return { type, id, name, addressee: name, service: 'paper', address: '' };
}

/** What is kept in the file. */
export function keptByOffice({ name }: Pick<Office, 'name'>): CaseAddressee {
  return { type: 'office', id: '', name, addressee: '', service: 'internal', address: '' };
}
