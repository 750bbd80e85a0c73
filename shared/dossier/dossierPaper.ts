import type { LocalDate } from '../calendar/localDate.ts';
import type { StoredCase } from '../case/caseStore.ts';
import type { NoticeStatus, ServedPaper, ServiceMethod, ServiceMode, ServiceNote } from '../notice/notice.ts';
import type { Paper } from '../notice/paper.ts';

/** An official paper and how it was served; no address but what the paper itself says. */
export interface DossierPaper {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly date: LocalDate;
  readonly recipient: { readonly type: string; readonly name: string };
  readonly service: ServiceMode;
  readonly status: NoticeStatus;
  readonly sentAt?: string;
  readonly receiptAt?: string;
  readonly served?: {
    readonly on: LocalDate;
    readonly method: ServiceMethod;
    readonly note: ServiceNote;
    readonly by: string;
    readonly at: string;
  };
  readonly paper: Paper;
}

type ReadPaper = ServedPaper & { readonly recipient: { readonly type: string } };

/** What the office knows of a paper, without the addresses that it was sent to. */
export function dossierPaper(
  { state, status }: Pick<StoredCase<ReadPaper>, 'state' | 'status'>,
  kind: string,
): DossierPaper {
  const { id, number, date, recipient, service, paper, mail, receipt, served } = state;
  return {
    id,
    kind,
    number,
    date,
    recipient: { type: recipient.type, name: recipient.name },
    service,
    status: status as NoticeStatus,
    ...(mail.sentAt === undefined ? {} : { sentAt: mail.sentAt }),
    ...(receipt === undefined ? {} : { receiptAt: receipt.at }),
    ...(served === undefined ? {} : { served }),
    paper,
  };
}
