import type { LocalDate } from '../calendar/localDate.ts';
import type { Agency } from '../register/agency.ts';
import type { Inspector } from '../register/inspector.ts';
import type { ServiceMode } from './notice.ts';
import type { PaperBlock } from './paper.ts';

/** Whom a paper goes to, and what its mail is in law. */
export interface Address {
  readonly recipient: {
    readonly type: 'inspector' | 'agency';
    readonly id: string;
    readonly name: string;
    readonly tid: string;
  };
  readonly addressee: string;
  readonly address: string;
  readonly service: ServiceMode;
  readonly consent?: { readonly on: LocalDate; readonly address: string };
}

/** One recipient of one paper, with what it tells them. */
export interface Addressed extends Address {
  readonly blocks: readonly PaperBlock[];
  readonly summaryEn: string;
}

/** To a member of the team: internal, nothing to serve. */
export function toInspector(inspector: Pick<Inspector, 'id' | 'name' | 'email'>, tid: string): Address {
  return {
    recipient: { type: 'inspector', id: inspector.id, name: inspector.name, tid },
    addressee: `${inspector.name}同志`,
    address: inspector.email,
    service: 'internal',
  };
}

/** How a paper reaches an agency: served by the mail if it has signed for that (行政处罚法 art. 61), else a courtesy copy. */
export function agencyMail(
  agency: Pick<Agency, 'email' | 'electronicServiceConsent'>,
): Pick<Address, 'address' | 'service' | 'consent'> {
  const consent = agency.electronicServiceConsent;
  return {
    address: consent?.address ?? agency.email,
    ...(consent === undefined ? { service: 'courtesy' } : { service: 'electronic', consent }),
  };
}

export function toAgency(agency: Agency, tid: string): Address {
  return {
    recipient: { type: 'agency', id: agency.uscc, name: agency.name, tid },
    addressee: agency.name,
    ...agencyMail(agency),
  };
}
