import type { DossierChain } from '../../dossier/dossierChain.ts';
import type { DossierPaper } from '../../dossier/dossierPaper.ts';
import type { DropOut } from '../../draw/event.ts';
import type { NoticeKind } from '../../notice/notice.ts';
import type { Answer, InspectionCase, InspectionStatus } from '../inspectionCase.ts';

/** What a copy of a dossier leaves out, by name. */
export const withholdables = ['recusal-text'] as const;
export type Withholdable = (typeof withholdables)[number];

/** A notice of the visit with its paper and how it was served. */
export interface DossierNotice extends DossierPaper {
  readonly draw: string;
  readonly visit: number;
}

/** What a draw has fixed about the visit: by these digests its public record is found and verified by itself. */
export interface DossierDraw {
  readonly draw: string;
  readonly visit: number;
  /** Digest C of the commitment, and when it was published. */
  readonly commitment: string;
  readonly committedAt: string;
  /** Digest of the checklist that was sealed when the draw was frozen. */
  readonly checklist: string;
  /** SHA-256 of each record file: that of the draw, then one after every event. */
  readonly records: readonly { readonly sha256: string; readonly at: string }[];
  /** The events that changed this visit. */
  readonly events: readonly { readonly event: DropOut; readonly at: string }[];
}

/**
 * The dossier (卷宗) of one inspection: everything that was recorded of it, at one moment, with what is needed to
 * check it without the office. Files of evidence are in it by their hash only.
 */
export interface Dossier {
  readonly v: 'dossier/1';
  /** Instant at which this copy was made. */
  readonly made: string;
  readonly office: { readonly code: string; readonly name: string; readonly nameEn: string };
  readonly withheld: readonly Withholdable[];
  readonly status: InspectionStatus;
  readonly state: InspectionCase;
  /** The sealed bytes of each checklist, as text. */
  readonly checklists: readonly { readonly digest: string; readonly text: string }[];
  /** Every answer that was ever taken in, question by question, oldest first. */
  readonly answers: readonly { readonly key: string; readonly answer: Answer }[];
  /** Everybody who has or had a seat: of people only name and certificate are told. */
  readonly inspectors: readonly {
    readonly id: string;
    readonly name: string;
    readonly certificateNo: string;
  }[];
  readonly notices: readonly DossierNotice[];
  readonly draws: readonly DossierDraw[];
  readonly audit: DossierChain;
}

export type DossierParts = Omit<Dossier, 'v' | 'withheld'>;

/**
 * The dossier of what was gathered.
 *
 * @param withheld what this reader's copy leaves out; what is signed never is, so that every copy verifies
 */
export function dossierOf(parts: DossierParts, withheld: readonly Withholdable[]): Dossier {
  const { state, notices } = withheld.includes('recusal-text') ? withoutRecusalTexts(parts) : parts;
  const answers = parts.answers.toSorted(
    (a, b) => compare(a.key, b.key) || compare(a.answer.at, b.answer.at),
  );
  return { v: 'dossier/1', ...parts, withheld, state, notices, answers };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Why an agency asks that somebody steps back is for those who decide, and so are their reasons, which answer it, and
 * the paper that gives them; that it asked and what came of it is not.
 */
function withoutRecusalTexts({
  state,
  notices,
}: Pick<DossierParts, 'state' | 'notices'>): Pick<DossierParts, 'state' | 'notices'> {
  const recusals = state.recusals.map(({ decided, ...one }) => ({
    ...one,
    text: '',
    ...(decided === undefined ? {} : { decided: { ...decided, reason: '' } }),
  }));
  return {
    state: { ...state, recusals },
    notices: notices.filter(({ kind }) => kind !== ('recusal' satisfies NoticeKind)),
  };
}
