import { anchoredHead } from '../../audit/inclusion.ts';
import { addDays, type LocalDate, shanghaiDate } from '../../calendar/localDate.ts';
import type { CaseStore, StoredCase } from '../../case/caseStore.ts';
import type { DrawCase } from '../../draw/ceremony/drawCase.ts';
import { recordVersions } from '../../draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../draw/ceremony/drawRows.ts';
import type { DrawDesk, DrawFiles } from '../../draw/ceremony/ports.ts';
import type { Visit } from '../../draw/ceremony/visit.ts';
import type { Notice, NoticeStatus } from '../../notice/notice.ts';
import type { Inspector } from '../../register/inspector.ts';
import {
  type Answer,
  type InspectionCase,
  type InspectionStatus,
  inspectionNumber,
} from '../inspectionCase.ts';
import { inspectionCaseId } from '../inspectionRows.ts';
import type { InspectionLists } from '../ports.ts';
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

/** Everything of one inspection at this moment; undefined when there is none. Reads only. */
export async function gatherDossier(deps: DossierDeps, number: string): Promise<DossierParts | undefined> {
  const caseId = inspectionCaseId(number);
  const stored = await deps.cases.load<InspectionCase>(caseId);
  if (stored === undefined) return undefined;
  const { state, auditSeq, auditHash } = stored;
  const [chain, answers, notices, register, draws, checklists] = await Promise.all([
    deps.cases.chain(caseId),
    deps.lists.answers(number),
    deps.noticesOf(state),
    deps.inspectors(),
    Promise.all(state.parts.map((part) => drawOf(deps, part.draw, part.inspection))),
    checklistsOf(deps, state),
  ]);
  // A command that came in between belongs to the next copy.
  const entries = chain.filter(({ seq }) => seq <= auditSeq);
  const anchor = await newestAnchor(deps, caseId);
  return {
    made: `${deps.now().toISOString().slice(0, 19)}Z`,
    office: deps.office,
    status: stored.status as InspectionStatus,
    state,
    checklists,
    answers: answersUpTo(state, answers as readonly { key: string; answer: Answer }[]),
    inspectors: certificatesOf(state, register),
    notices: notices.map(dossierNotice),
    draws: draws.filter((draw) => draw !== undefined),
    audit: {
      entries,
      head: { seq: auditSeq, digest: auditHash },
      ...(anchor === undefined || anchor.seq > auditSeq ? {} : { anchor }),
    },
  };
}

/** The answers of questions that the state knows: those that were taken in after it was read are of the next copy. */
function answersUpTo(
  state: InspectionCase,
  answers: readonly { readonly key: string; readonly answer: Answer }[],
): DossierParts['answers'] {
  return answers.filter(({ key, answer }) => {
    const standing = state.answers[key];
    return standing !== undefined && answer.at <= standing.at;
  });
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
  const visit = (await desk.visits(number)).find(({ no }) => inspectionNumber(number, no) === inspection);
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
    events: events.filter(({ event }) => touches(visit, event.e)).map(({ event, at }) => ({ event, at })),
  };
}

/** Whether an event of the draw changed this visit: it came or went by it, or a seat was given up. */
function touches({ since, dropped, seats }: Visit, e: number): boolean {
  return (
    since === e || dropped?.e === e || seats.some(({ replaced = [] }) => replaced.some((one) => one.e === e))
  );
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
