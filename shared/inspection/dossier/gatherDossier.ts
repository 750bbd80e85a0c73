import { anchoredHead } from '../../audit/inclusion.ts';
import { addDays, type LocalDate, shanghaiDate } from '../../calendar/localDate.ts';
import type { CaseStore, StoredCase } from '../../case/caseStore.ts';
import type { DrawCase } from '../../draw/ceremony/drawCase.ts';
import { recordVersions } from '../../draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../draw/ceremony/drawRows.ts';
import type { DrawDesk, DrawFiles } from '../../draw/ceremony/ports.ts';
import { touchedBy } from '../../draw/ceremony/replacedVisits.ts';
import type { Notice, NoticeStatus } from '../../notice/notice.ts';
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

export interface DossierDeps {
  readonly cases: Pick<CaseStore, 'load' | 'chain'>;
  readonly lists: Pick<InspectionLists, 'answers'>;
  readonly desk: Pick<DrawDesk, 'visits'>;
  /** The sealed files of the draws, and the anchors of the audit chain. */
  readonly files: Pick<DrawFiles, 'get'>;
  /** Every notice and paper of the inspection, in the order of their numbers. */
  readonly noticesOf: (inspection: InspectionCase) => Promise<readonly StoredCase<Notice>[]>;
  readonly inspectors: () => Promise<readonly Inspector[]>;
  /** Key of the file with the anchor of a day. */
  readonly anchorKey: (day: LocalDate) => string;
  readonly office: Dossier['office'];
  readonly now: () => Date;
}

/** Days looked back for an anchor: one is kept every night, so that an older one means that anchoring has stopped. */
const ANCHOR_DAYS = 7;

/** How often everything is read anew because the case moved on meanwhile. */
const ATTEMPTS = 5;

/**
 * Everything of one inspection at one moment; undefined when there is none. Reads only.
 *
 * @throws Error when the case changes faster than it can be read
 */
export async function gatherDossier(deps: DossierDeps, number: string): Promise<DossierParts | undefined> {
  const caseId = inspectionCaseId(number);
  let stored = await deps.cases.load<InspectionCase>(caseId);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (stored === undefined) return undefined;
    const gathered = await gatherAround(deps, stored);
    const after: StoredInspection | undefined = await deps.cases.load<InspectionCase>(caseId);
    if (after?.version === stored.version) return gathered;
    stored = after;
  }
  throw new Error(`${number} changed while its dossier was gathered`);
}

async function gatherAround(deps: DossierDeps, stored: StoredInspection): Promise<DossierParts> {
  const { caseId, state, auditSeq, auditHash } = stored;
  const [entries, answers, notices, register, draws, checklists, anchor] = await Promise.all([
    deps.cases.chain(caseId),
    deps.lists.answers(state.number),
    deps.noticesOf(state),
    deps.inspectors(),
    Promise.all(state.parts.map((part) => drawOf(deps, part.draw, part.inspection))),
    checklistsOf(deps, state),
    newestAnchor(deps, caseId),
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
    audit: {
      entries,
      head: { seq: auditSeq, digest: auditHash },
      ...(anchor === undefined ? {} : { anchor }),
    },
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

/** What the office knows of a notice, without the addresses that it was sent to. */
function dossierNotice({ state, status }: StoredCase<Notice>): DossierNotice {
  const { id, kind, draw, visit, number, date, recipient, service, paper, mail, receipt, served } = state;
  return {
    id,
    kind,
    draw,
    visit,
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

async function newestAnchor({ files, anchorKey, now }: DossierDeps, caseId: string) {
  const today = shanghaiDate(now());
  for (let back = 1; back <= ANCHOR_DAYS; back++) {
    const day = addDays(today, -back);
    const file = await files.get(anchorKey(day));
    if (file !== undefined) return anchoredHead(day, file, caseId);
  }
  return undefined;
}
