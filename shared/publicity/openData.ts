import { visitOrigins } from '../draw/ceremony/visitOrigin.ts';
import type { PublishedPlan } from '../plan/planCase.ts';
import { answerVocabularies } from '../register/checklist.ts';
import type { InspectionItem } from '../register/inspectionItem.ts';
import { csv } from './csv.ts';
import { type ComplaintLine, complaintColumns } from './openComplaints.ts';
import { type ListingLine, listingColumns, listingTombstoneColumns } from './openListings.ts';
import { type PenaltyLine, penaltyColumns, penaltyTombstoneColumns } from './openPenalties.ts';
import { dropOutColumns, dropOutLines, replacementColumns, replacementLines } from './openReplacements.ts';
import { type ResultLine, resultColumns, resultTombstoneColumns } from './openResults.ts';
import { type PublicDraw, visitCounts } from './publicDraw.ts';
import type { ResultTombstone } from './publicInspection.ts';
import type { ListingTombstone } from './publicListings.ts';
import type { PenaltyTombstone } from './publicPenalties.ts';
import { jsonFile, type SiteFile, textFile } from './siteFile.ts';

/** A column of an open data file, as the data dictionary explains it. */
interface Column<Row> {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly value: (row: Row) => string | number;
}

const at = (text: string | undefined) => text ?? '';

export const drawColumns: readonly Column<PublicDraw>[] = [
  { name: 'number', zh: '抽签编号', en: 'Number of the draw', value: ({ state }) => state.number },
  {
    name: 'kind',
    zh: '类别：draw 抽签，rehearsal 演练，targeted 定向检查（只抽检查人员）',
    en: 'draw, rehearsal or targeted (only the inspectors are drawn)',
    value: ({ state }) => state.kind,
  },
  { name: 'month', zh: '月份', en: 'Month', value: ({ state }) => state.task },
  { name: 'status', zh: '状态', en: 'Status', value: ({ status }) => status },
  { name: 'opened_at', zh: '发起时间（UTC）', en: 'Opened (UTC)', value: ({ state }) => state.opened.at },
  {
    name: 'frozen_at',
    zh: '名单封存时间',
    en: 'Snapshot sealed',
    value: ({ state }) => at(state.frozen?.at),
  },
  {
    name: 'agencies',
    zh: '名单内机构数',
    en: 'Agencies in the pool',
    value: ({ state }) => state.frozen?.pools.agency.n ?? '',
  },
  {
    name: 'committed_at',
    zh: '承诺公开时间',
    en: 'Commitment published',
    value: ({ state }) => at(state.committedAt),
  },
  {
    name: 'commitment',
    zh: '承诺值',
    en: 'Digest of the commitment',
    value: ({ state }) => at(state.commitDigest),
  },
  { name: 'drawn_at', zh: '抽签时间', en: 'Drawn', value: ({ state }) => at(state.result?.at) },
  {
    name: 'drawn',
    zh: '随机抽取户数',
    en: 'Agencies drawn',
    value: ({ result, visits }) => (result ? visitCounts(visits).drawn : ''),
  },
  {
    name: 'mandatory',
    zh: '必查户数（不计入抽中户数）',
    en: 'Visits ordered by law (not drawn)',
    value: ({ result, visits }) => (result ? visitCounts(visits).mandatory : ''),
  },
  {
    name: 'targeted',
    zh: '定向检查户数（不计入抽中户数）',
    en: 'Targeted visits (not drawn)',
    value: ({ result, visits }) => (result ? visitCounts(visits).targeted : ''),
  },
  {
    name: 'record_sha256',
    zh: '最新记录文件的 SHA-256',
    en: 'SHA-256 of the newest record',
    value: ({ state }) => at(state.record?.sha256),
  },
  {
    name: 'replacements',
    zh: '抽签后的更换次数',
    en: 'Replacements after the draw',
    value: ({ result, replacements }) => (result ? replacements.length : ''),
  },
  {
    name: 'void_ground',
    zh: '作废原因代码',
    en: 'Ground of the void',
    value: ({ state }) => at(state.voided?.request.ground),
  },
  {
    name: 'repeats',
    zh: '重做的抽签编号',
    en: 'Number of the draw it repeats',
    value: ({ state }) => at(state.repeats),
  },
];

type VisitLine = PublicDraw['visits'][number] & { readonly draw: string; readonly month: string };

export const visitColumns: readonly Column<VisitLine>[] = [
  { name: 'draw', zh: '抽签编号', en: 'Number of the draw', value: ({ draw }) => draw },
  { name: 'month', zh: '月份', en: 'Month', value: ({ month }) => month },
  { name: 'no', zh: '序号', en: 'Position in the published order', value: ({ no }) => no },
  { name: 'cell', zh: '抽取单元', en: 'Cell', value: ({ cell }) => cell },
  { name: 'rank', zh: '单元内名次（从 0 起）', en: 'Rank in the cell, from 0', value: ({ rank }) => rank },
  { name: 'ticket', zh: '签号', en: 'Ticket', value: ({ ticket }) => ticket },
  { name: 'tid', zh: '代号', en: 'Pseudonym or code', value: ({ tid }) => tid },
  {
    name: 'uscc',
    zh: '统一社会信用代码（已公开的）',
    en: 'Unified social credit code, where open',
    value: ({ uscc }) => at(uscc),
  },
  { name: 'district', zh: '区', en: 'District', value: ({ district }) => district },
  { name: 'kind', zh: '业务类型', en: 'Kind', value: ({ kind }) => kind },
  {
    name: 'mandatory',
    zh: '是否必查（1 是）',
    en: '1 when ordered by law',
    value: ({ origin }) => (origin === 'mandatory' ? 1 : 0),
  },
  {
    name: 'origin',
    zh: `检查来源：${visitOrigins.map(({ code, zh }) => `${code} ${zh}`).join('，')}`,
    en: `Why it is visited: ${visitOrigins.map(({ code, en }) => `${code} (${en})`).join(', ')}`,
    value: ({ origin }) => origin,
  },
  {
    name: 'seats',
    zh: '现在的检查人员代号，组长在前；无人的席位为 -',
    en: 'Pseudonyms of the team as it is now, leader first; - for an empty seat',
    value: ({ seats }) => seats.map((tid) => (tid === '' ? '-' : tid)).join(' '),
  },
  {
    name: 'dropped',
    zh: '机构退出的更换序号（已不检查）',
    en: 'Event by which the agency dropped out (no visit)',
    value: ({ dropped }) => dropped ?? '',
  },
  {
    name: 'since',
    zh: '接替进入的更换序号',
    en: 'Event by which the agency came in',
    value: ({ since }) => since ?? '',
  },
];

export const itemColumns: readonly Column<InspectionItem>[] = [
  { name: 'code', zh: '事项编号', en: 'Code', value: ({ code }) => code },
  { name: 'version', zh: '版本', en: 'Version', value: ({ version }) => version },
  { name: 'name', zh: '事项', en: 'Item', value: ({ name }) => name },
  { name: 'legal_basis', zh: '依据', en: 'Legal basis', value: ({ legalBasis }) => legalBasis },
  { name: 'kinds', zh: '适用的业务类型', en: 'Kinds of agency', value: ({ kinds }) => kinds.join(' ') },
  { name: 'method', zh: '检查方式', en: 'Method', value: ({ method }) => method },
  {
    name: 'announced',
    zh: '是否事先通知（1 是）',
    en: '1 when announced before the visit',
    value: ({ announced }) => (announced ? 1 : 0),
  },
  { name: 'status', zh: '状态', en: 'Status', value: ({ status }) => status },
  { name: 'valid_from', zh: '生效日期', en: 'Valid from', value: ({ validFrom }) => validFrom },
];

function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return csv(
    columns.map(({ name }) => name),
    rows.map((row) => columns.map(({ value }) => value(row))),
  );
}

function objects<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): readonly Record<string, string | number>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name, value }) => [name, value(row)])));
}

/** The questions of every published version, and what each answer means: items.csv stays one line per version. */
function checklists(items: readonly InspectionItem[]) {
  return {
    answers: Object.fromEntries(
      answerVocabularies.map(({ code, answers }) => [
        code,
        answers.map(({ code: answer, zh, en, problem, applicable }) => ({
          code: answer,
          zh,
          en,
          problem,
          applicable,
        })),
      ]),
    ),
    items: items.map(({ code, version, name, status, questions }) => ({
      code,
      version,
      name,
      status,
      questions,
    })),
  };
}

/**
 * The open data files: draws without a gap, visits, replacements, results, penalties, plans, items, and what each column means.
 */
export function openDataFiles(data: {
  readonly draws: readonly PublicDraw[];
  readonly plans: readonly PublishedPlan[];
  readonly items: readonly InspectionItem[];
  readonly results: readonly ResultLine[];
  readonly tombstones: readonly ResultTombstone[];
  readonly complaints: readonly ComplaintLine[];
  readonly listings: readonly ListingLine[];
  readonly listingTombstones: readonly ListingTombstone[];
  readonly penalties: readonly PenaltyLine[];
  readonly penaltyTombstones: readonly PenaltyTombstone[];
}): readonly SiteFile[] {
  const { draws, plans, items, results, tombstones, complaints } = data;
  const { listings, listingTombstones, penalties, penaltyTombstones } = data;
  const ordered = [...draws].sort((a, b) => (a.state.number < b.state.number ? -1 : 1));
  // A rehearsal sends nobody anywhere: its visits and replacements are no data.
  const real = ordered.filter(({ state }) => state.kind !== 'rehearsal');
  const lines: readonly VisitLine[] = real.flatMap(({ state, visits }) =>
    visits.map((visit) => ({ ...visit, draw: state.number, month: state.task })),
  );
  const published = plans.map(({ month, version, plan, published: act }) => ({
    month,
    version,
    publishedAt: act.at,
    plan: { ...plan, witnesses: plan.witnesses.map(({ id }) => ({ id })) },
  }));
  const dictionary = {
    draws: drawColumns,
    visits: visitColumns,
    replacements: replacementColumns,
    dropouts: dropOutColumns,
    results: resultColumns,
    'result-tombstones': resultTombstoneColumns,
    penalties: penaltyColumns,
    'penalty-tombstones': penaltyTombstoneColumns,
    complaints: complaintColumns,
    listings: listingColumns,
    'listing-tombstones': listingTombstoneColumns,
    items: itemColumns,
  };
  return [
    textFile('data/draws.csv', 'csv', table(drawColumns, ordered)),
    jsonFile('data/draws.json', objects(drawColumns, ordered)),
    textFile('data/visits.csv', 'csv', table(visitColumns, lines)),
    textFile('data/replacements.csv', 'csv', table(replacementColumns, replacementLines(real))),
    textFile('data/dropouts.csv', 'csv', table(dropOutColumns, dropOutLines(real))),
    textFile('data/results.csv', 'csv', table(resultColumns, results)),
    jsonFile('data/results.json', objects(resultColumns, results)),
    textFile('data/result-tombstones.csv', 'csv', table(resultTombstoneColumns, tombstones)),
    textFile('data/penalties.csv', 'csv', table(penaltyColumns, penalties)),
    jsonFile('data/penalties.json', objects(penaltyColumns, penalties)),
    textFile('data/penalty-tombstones.csv', 'csv', table(penaltyTombstoneColumns, penaltyTombstones)),
    textFile('data/complaints.csv', 'csv', table(complaintColumns, complaints)),
    jsonFile('data/complaints.json', objects(complaintColumns, complaints)),
    textFile('data/listings.csv', 'csv', table(listingColumns, listings)),
    jsonFile('data/listings.json', objects(listingColumns, listings)),
    textFile('data/listing-tombstones.csv', 'csv', table(listingTombstoneColumns, listingTombstones)),
    jsonFile('data/listing-tombstones.json', objects(listingTombstoneColumns, listingTombstones)),
    textFile('data/items.csv', 'csv', table(itemColumns, items)),
    jsonFile('data/checklists.json', checklists(items)),
    jsonFile('data/plans.json', published),
    jsonFile(
      'data/dictionary.json',
      Object.fromEntries(
        Object.entries(dictionary).map(([file, columns]) => [
          file,
          columns.map(({ name, zh, en }) => ({ name, zh, en })),
        ]),
      ),
    ),
  ];
}
