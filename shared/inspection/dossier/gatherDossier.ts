import type { StoredCase } from '../../case/caseStore.ts';
import { dossierPaper } from '../../dossier/dossierPaper.ts';
import { type ChainDeps, chainOf, gatherWhole } from '../../dossier/gathering.ts';
import type { DrawCase } from '../../draw/ceremony/drawCase.ts';
import { recordVersions } from '../../draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../draw/ceremony/drawRows.ts';
import type { DrawDesk, DrawFiles } from '../../draw/ceremony/ports.ts';
import { touchedBy } from '../../draw/ceremony/replacedVisits.ts';
import type { Notice } from '../../notice/notice.ts';
import type { Inspector } from '../../register/inspector.ts';
import {
  type Answer,
  type InspectionCase,
  type InspectionStatus,
  inspectionNumber,
} from '../inspectionCase.ts';
import { inspectionCaseId } from '../inspectionRows.ts';
import type { InspectionLists, StoredInspection } from '../ports.ts';
import type { Dossier, DossierDraw, DossierNotice, DossierParts } from './dossier.ts';

export interface DossierDeps extends ChainDeps {
  readonly lists: Pick<InspectionLists, 'answers'>;
  readonly desk: Pick<DrawDesk, 'visits'>;
  /** The sealed files of the draws, and the anchors of the audit chain. */
  readonly files: Pick<DrawFiles, 'get'>;
  /** Every notice and paper of the inspection, in the order of their numbers. */
  readonly noticesOf: (inspection: InspectionCase) => Promise<readonly StoredCase<Notice>[]>;
  readonly inspectors: () => Promise<readonly Inspector[]>;
  readonly office: Dossier['office'];
}

/**
 * Everything of one inspection at one moment; undefined when there is none. Reads only.
 *
 * @throws Error when the case changes faster than it can be read
 */
export function gatherDossier(deps: DossierDeps, number: string): Promise<DossierParts | undefined> {
  return gatherWhole<InspectionCase, DossierParts>(deps, inspectionCaseId(number), (stored) =>
    gatherAround(deps, stored),
  );
}

async function gatherAround(deps: DossierDeps, stored: StoredInspection): Promise<DossierParts> {
  const { state } = stored;
  const [audit, answers, notices, register, draws, checklists] = await Promise.all([
    chainOf(deps, stored),
    deps.lists.answers(state.number),
    deps.noticesOf(state),
    deps.inspectors(),
    Promise.all(state.parts.map((part) => drawOf(deps, part.draw, part.inspection))),
    checklistsOf(deps, state),
  ]);
  return {
    made: `${deps.now().toISOString().slice(0, 19)}Z`,
    office: deps.office,
    status: stored.status as InspectionStatus,
    state,
    checklists,
    answers: answers.map(({ key, answer }) => ({ key, answer: answer as Answer })),
    inspectors: certificatesOf(state, register),
    notices: notices.map(dossierNotice),
    draws: draws.filter((draw) => draw !== undefined),
    audit,
  };
}

async function checklistsOf(
  { files }: DossierDeps,
  state: InspectionCase,
): Promise<DossierParts['checklists']> {
  const sealed = new Map(state.parts.map(({ checklist }) => [checklist.digest, checklist.file]));
  const read = await Promise.all(
    [...sealed].map(async ([digest, file]) => {
      const bytes = await files.get(file);
      return bytes === undefined ? [] : [{ digest, text: new TextDecoder().decode(bytes) }];
    }),
  );
  return read.flat();
}

/** Names and certificates of everybody who has a seat, had one, or was asked to give one up. */
function certificatesOf(state: InspectionCase, register: readonly Inspector[]): Dossier['inspectors'] {
  const ids = new Set([
    ...state.team.map(({ inspectorId }) => inspectorId),
    ...state.staffing.map(({ inspectorId }) => inspectorId),
    ...state.recusals.map(({ inspectorId }) => inspectorId),
    ...state.signatures.map(({ inspectorId }) => inspectorId),
  ]);
  return register
    .filter(({ id }) => ids.has(id))
    .map(({ id, name, certificateNo }) => ({ id, name, certificateNo }));
}

async function drawOf(
  { cases, desk }: DossierDeps,
  number: string,
  inspection: string,
): Promise<DossierDraw | undefined> {
  const stored = await cases.load<DrawCase>(drawCaseId(number));
  const visits = await desk.visits(number);
  const visit = visits.find(({ no }) => inspectionNumber(number, no) === inspection);
  const { frozen, commitDigest, committedAt } = stored?.state ?? {};
  if (stored === undefined || visit === undefined || frozen?.checklist === undefined) return undefined;
  if (commitDigest === undefined || committedAt === undefined) return undefined;
  const { events = [] } = stored.state;
  return {
    draw: number,
    visit: visit.no,
    commitment: commitDigest,
    committedAt,
    checklist: frozen.checklist.digest,
    records: recordVersions(stored.state).map(({ sha256, at }) => ({ sha256, at })),
    events: events
      .filter(({ event }) => touchedBy(visits, event.e).includes(visit))
      .map(({ event, at }) => ({ event, at })),
  };
}

function dossierNotice(stored: StoredCase<Notice>): DossierNotice {
  const { kind, draw, visit } = stored.state;
  return { ...dossierPaper(stored, kind), draw, visit };
}
