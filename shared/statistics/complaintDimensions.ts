import { type ComplaintStatus, complaintStatuses } from '../complaint/complaintCase.ts';
import { type CaseKind, channels } from '../complaint/filing.ts';
import { complaintMessages } from '../complaint/messages.ts';
import type { StoredComplaint } from '../complaint/ports.ts';
import { conducts } from '../law/conducts.ts';
import type { FilingBasis } from '../law/filingBasis.ts';
import type { TermRow } from '../law/inspectionVocabulary.ts';
import { mediationEnds, notFiledGrounds, refusalGrounds, transferKinds } from '../law/intakeGrounds.ts';
import { createCatalogue, type Message } from '../messages/message.ts';
import { statisticsMessages } from '../messages/statistics.ts';
import { districts } from '../register/district.ts';

/**
 * By what complaints and reports are counted. Each dimension says of one case under which of its codes it falls, so
 * that every number is the length of a list of cases that anybody of the office can look at.
 */

/** Agencies that are not in the register have no district. */
export const UNLISTED = 'unlisted';

export interface Dimension {
  readonly name: string;
  readonly codes: readonly string[];
  /** Whether a case can fall under several codes: then the lines add up to nothing. */
  readonly several: boolean;
  readonly of: (stored: StoredComplaint) => readonly string[];
}

const rulesOf = (table: readonly { readonly rule: string }[]) => [...new Set(table.map(({ rule }) => rule))];
const one = (code: string | undefined): readonly string[] => (code === undefined ? [] : [code]);

export const complaintDimensions = [
  {
    name: 'status',
    codes: complaintStatuses,
    several: false,
    of: ({ status }) => [status],
  },
  { name: 'channel', codes: channels, several: false, of: ({ state }) => [state.channel] },
  {
    name: 'service',
    codes: ['patent', 'trademark'],
    several: false,
    of: ({ state }) => [state.matter.service],
  },
  {
    name: 'filer',
    codes: ['named', 'anonymous'],
    several: false,
    of: ({ state }) => [state.filer.anonymous ? 'anonymous' : 'named'],
  },
  {
    name: 'basis',
    codes: ['consumer', 'reference', 'report'] satisfies FilingBasis[],
    several: false,
    of: ({ state }) => [
      state.kind === 'report' ? 'report' : state.filer.standing === 'consumer' ? 'consumer' : 'reference',
    ],
  },
  {
    name: 'mixed',
    codes: ['both'] satisfies FilingBasis[],
    several: false,
    of: ({ state }) => (state.links.some(({ as }) => as === 'sibling') ? ['both'] : []),
  },
  { name: 'conduct', codes: rulesOf(conducts), several: true, of: ({ state }) => state.matter.conducts },
  {
    name: 'district',
    codes: [...districts.map(({ code }) => code), UNLISTED],
    several: false,
    of: ({ state }) => [state.matter.agency.listed ? state.matter.agency.district : UNLISTED],
  },
  {
    name: 'refusal',
    codes: rulesOf(refusalGrounds),
    several: false,
    of: ({ state }) => one(state.refusal?.ground),
  },
  {
    name: 'mediationEnd',
    codes: rulesOf(mediationEnds),
    several: false,
    of: ({ state }) => one(state.mediationEnd?.ground),
  },
  {
    name: 'decision',
    codes: ['filed', 'not-filed'],
    several: false,
    of: ({ state }) => (state.decision?.decided === undefined ? [] : [state.decision.outcome]),
  },
  {
    name: 'notFiled',
    codes: rulesOf(notFiledGrounds),
    several: false,
    of: ({ state }) => (state.decision?.decided === undefined ? [] : one(state.decision.ground)),
  },
  {
    name: 'transfer',
    codes: rulesOf(transferKinds),
    several: false,
    // One that came back was not handed over in the end.
    of: ({ state, status }) => (status === 'transferred' ? one(state.transfers.at(-1)?.kind) : []),
  },
  {
    name: 'repeat',
    codes: ['attached'],
    several: false,
    of: ({ status }) => (status === 'attached' ? ['attached'] : []),
  },
] as const satisfies readonly Dimension[];

export type DimensionName = (typeof complaintDimensions)[number]['name'];

export function dimensionOf(name: string): Dimension | undefined {
  return complaintDimensions.find((dimension) => dimension.name === name);
}

/** The cases behind a number. */
export function casesBehind(
  cases: readonly StoredComplaint[],
  dimension: Dimension,
  code: string,
  kind: CaseKind,
): readonly StoredComplaint[] {
  return cases.filter((stored) => stored.state.kind === kind && dimension.of(stored).includes(code));
}

const catalogue = createCatalogue(complaintMessages, statisticsMessages);
const spoken = (code: string): Message => ({
  zh: catalogue.problemText('zh', { code }),
  en: catalogue.problemText('en', { code }),
});
/** The words of the newest version of a rule. */
const termIn = (table: readonly TermRow[], code: string): Message | undefined =>
  table.findLast(({ rule }) => rule === code);

const words: Readonly<Record<DimensionName, (code: string) => Message | undefined>> = {
  status: (code: string) => spoken(`complaint.status.${code as ComplaintStatus}`),
  channel: (code) => spoken(`complaint.channel.${code}`),
  service: (code) => spoken(`statistics.service.${code}`),
  filer: (code) => spoken(`statistics.filer.${code}`),
  basis: (code) => spoken(`statistics.basis.${code}`),
  mixed: (code) => spoken(`statistics.basis.${code}`),
  conduct: (code) => termIn(conducts, code),
  district: (code) =>
    code === UNLISTED ? spoken('statistics.district.unlisted') : districts.find((row) => row.code === code),
  refusal: (code) => termIn(refusalGrounds, code),
  mediationEnd: (code) => termIn(mediationEnds, code),
  decision: (code) => spoken(`statistics.decision.${code}`),
  notFiled: (code) => termIn(notFiledGrounds, code),
  transfer: (code) => termIn(transferKinds, code),
  repeat: (code) => spoken(`statistics.repeat.${code}`),
};

/** What a line of a dimension is called. */
export function dimensionLabel(name: DimensionName, code: string): Message {
  const found = words[name](code);
  return found === undefined ? { zh: code, en: code } : { zh: found.zh, en: found.en };
}

export const dimensionTitle = (name: DimensionName): Message => spoken(`statistics.by.${name}`);
