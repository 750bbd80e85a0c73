import type { DossierChain } from '../../dossier/dossierChain.ts';
import type { DossierPaper } from '../../dossier/dossierPaper.ts';
import type { PaperParty } from '../../notice/casePaper.ts';
import type { PenaltyCase, PenaltyStatus } from '../penaltyCase.ts';

/**
 * What no copy of a dossier holds. `report`: which report a case comes from, and the working notes and internal papers of
 * such a case: the file goes to the party's lawyer and to the court, and nobody may come from it to who reported.
 */
export const withholdables = ['report'] as const;
export type Withholdable = (typeof withholdables)[number];

/**
 * The dossier (卷宗) of one penalty case: everything that was recorded of it, at one moment, with what is needed to
 * check it without the office. Files of evidence are in it by their hash only.
 */
export interface PenaltyDossier {
  readonly v: 'penalty-dossier/1';
  /** Instant at which this copy was made. */
  readonly made: string;
  readonly office: { readonly code: string; readonly name: string; readonly nameEn: string };
  readonly withheld: readonly Withholdable[];
  readonly status: PenaltyStatus;
  readonly state: PenaltyCase;
  readonly papers: readonly DossierPaper[];
  readonly audit: DossierChain;
}

export type PenaltyDossierParts = Omit<PenaltyDossier, 'v' | 'withheld'>;

/** The dossier of what was gathered, without what leads to a reporter. */
export function penaltyDossierOf(parts: PenaltyDossierParts): PenaltyDossier {
  const { state } = parts;
  if (state.source.kind !== 'complaint') return { v: 'penalty-dossier/1', ...parts, withheld: [] };
  return {
    v: 'penalty-dossier/1',
    ...parts,
    withheld: ['report'],
    papers: parts.papers.filter(({ recipient }) => recipient.type !== ('office' satisfies PaperParty)),
    state: {
      ...state,
      source: { kind: 'complaint', reference: '' },
      notes: state.notes.map((note) => ({ ...note, text: '' })),
    },
  };
}
