import { formatDateZh, type LocalDate, yearOf } from '../calendar/localDate.ts';
import type { Addressed } from './addressed.ts';
import { documentNumber } from './documentNumber.ts';
import { type Notice, type NoticeKind, noticeId, noticeTitles } from './notice.ts';
import { contactLine, type Office } from './office.ts';

/** A paper that has everything but its number. */
export interface PaperDraft {
  readonly kind: NoticeKind;
  readonly draw: string;
  readonly visit: number;
  readonly inspection?: string;
  /** Tells several papers of one kind to one recipient apart. */
  readonly occasion?: string;
  readonly to: Addressed;
}

export function draftId({ draw, kind, visit, to, occasion }: PaperDraft): string {
  return noticeId(draw, kind, visit, to.recipient.id, occasion);
}

/** The notice of a draft under this number and date, before it is queued. */
export function issuedNotice(draft: PaperDraft, office: Office, serial: number, date: LocalDate): Notice {
  const { kind, draw, visit, inspection, to } = draft;
  const number = documentNumber(office.numberPrefix, yearOf(date), serial);
  return {
    id: draftId(draft),
    kind,
    draw,
    visit,
    ...(inspection === undefined ? {} : { inspection }),
    number,
    serial,
    date,
    recipient: to.recipient,
    service: to.service,
    ...(to.consent === undefined ? {} : { consent: to.consent }),
    paper: {
      office: office.name,
      title: noticeTitles[kind],
      number,
      addressee: to.addressee,
      blocks: to.blocks,
      contact: contactLine(office),
      date: formatDateZh(date),
      summaryEn: to.summaryEn,
    },
    mail: { address: to.address, generation: 1, attempts: 0 },
  };
}
