import { formatDateZh, type LocalDate } from '../calendar/localDate.ts';
import type { Agency } from '../register/agency.ts';
import { agencyMail } from './addressed.ts';
import { type CasePaper, casePaperId, type PaperParty } from './casePaper.ts';
import type { ServedPaper, ServiceMode } from './notice.ts';
import { contactLine, type Office } from './office.ts';
import type { PaperBlock } from './paper.ts';

/** What one party reads. */
export interface PaperContent {
  readonly blocks: readonly PaperBlock[];
  readonly summaryEn: string;
}

/** Whom a paper goes to, and what its mail is in law. */
export interface PaperAddressee {
  readonly id: string;
  readonly name: string;
  /** As it stands on the paper; `''` on one that is kept in the file. */
  readonly addressee: string;
  readonly service: ServiceMode;
  readonly consent?: NonNullable<ServedPaper['consent']>;
  /** Address of the mail; `''` when nothing is mailed with the paper. */
  readonly address: string;
}

/** An agency of the register. */
export function addressedAgency(agency: Agency): PaperAddressee {
  return { id: agency.uscc, name: agency.name, addressee: agency.name, ...agencyMail(agency) };
}

/** Somebody of whom the office holds no address for mail: a person, another authority, a firm outside the register. */
export function onPaper(name: string, id = ''): PaperAddressee {
  return { id, name, addressee: name, service: 'paper', address: '' };
}

/** What is kept in the file. */
export function keptByOffice({ name }: Pick<Office, 'name'>): PaperAddressee {
  return { id: '', name, addressee: '', service: 'internal', address: '' };
}

export interface ComposedOrder {
  readonly caseId: string;
  /** Key under which it was ordered. */
  readonly occasion: string;
  readonly form: string;
  readonly party: PaperParty;
  readonly addressee: PaperAddressee;
  readonly title: string;
  readonly content: PaperContent;
  readonly notes?: readonly string[];
}

/** The next number, the day of the paper and the instant of its mail. */
export interface PaperMoment {
  readonly office: Office;
  readonly number: string;
  readonly serial: number;
  readonly date: LocalDate;
  readonly at: string;
}

/** A paper on a case under its number, and whether a mail goes with it (`queued`). */
export function composedPaper(
  order: ComposedOrder,
  { office, number, serial, date, at }: PaperMoment,
): { readonly paper: CasePaper; readonly status: 'queued' | 'issued' } {
  const { caseId, occasion, form, party, addressee, title, content, notes } = order;
  const mailed = addressee.address !== '';
  return {
    status: mailed ? 'queued' : 'issued',
    paper: {
      id: casePaperId(caseId, occasion, party),
      kind: 'case-paper',
      case: caseId,
      form,
      occasion,
      number,
      serial,
      date,
      recipient: { type: party, id: addressee.id, name: addressee.name },
      service: addressee.service,
      ...(addressee.consent === undefined ? {} : { consent: addressee.consent }),
      paper: {
        office: office.name,
        title,
        number,
        addressee: addressee.addressee,
        blocks: content.blocks,
        contact: contactLine(office),
        ...(notes === undefined ? {} : { notes }),
        date: formatDateZh(date),
        summaryEn: content.summaryEn,
      },
      mail: {
        address: addressee.address,
        generation: 1,
        attempts: 0,
        ...(mailed ? { nextAt: at } : {}),
      },
    },
  };
}
