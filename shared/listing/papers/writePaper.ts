import { yearOf } from '../../calendar/localDate.ts';
import type { DeadlineRow } from '../../law/deadlineRow.ts';
import { citedText, ruleAt } from '../../law/lawTable.ts';
import { listingConsequences, listingGroundRow } from '../../law/listingGrounds.ts';
import { penaltyDeadlines } from '../../law/penaltyDeadlines.ts';
import { day, facts, heading, paragraph } from '../../notice/blocks.ts';
import type { CasePaper } from '../../notice/casePaper.ts';
import {
  addressedAgency,
  composedPaper,
  type PaperAddressee,
  type PaperContent,
} from '../../notice/composedPaper.ts';
import { documentNumber } from '../../notice/documentNumber.ts';
import type { Office } from '../../notice/office.ts';
import type { PaperBlock } from '../../notice/paper.ts';
import { textBlocks } from '../../notice/textBlocks.ts';
import type { Agency } from '../../register/agency.ts';
import type { ListingCase } from '../listingCase.ts';
import { type ListingForm, listingCaseId } from '../listingRows.ts';
import { listingMessages } from '../messages.ts';
import { datesOf, termRow } from '../terms.ts';

/** What a paper about an entry is written from. */
interface PaperSources {
  readonly listing: ListingCase;
  readonly charge: NonNullable<ListingCase['charge']>;
  readonly office: Office;
}

interface FormRow {
  readonly title: (sources: PaperSources) => string;
  readonly write: (sources: PaperSources) => PaperContent;
  /** Number that the decision has given it; the others take the next of the year. */
  readonly number?: (
    listing: ListingCase,
  ) => { readonly number?: string; readonly serial?: number } | undefined;
}

const ONLY_CHINESE = 'The Chinese text prevails.';

const groundOf = ({ charge }: Pick<PaperSources, 'charge'>) => listingGroundRow(charge.ground);
const listZh = (sources: PaperSources) => listingMessages[`listing.list.${groundOf(sources).list}`].zh;
const mirrored = ({ listing }: PaperSources) => listing.source.type === 'mirror';

function chargeBlocks(sources: PaperSources): readonly PaperBlock[] {
  const { listing, charge } = sources;
  const row = groundOf(sources);
  return [
    facts([
      ['机构名称', listing.agency.name],
      ['统一社会信用代码', listing.uscc],
      ['列入情形', row.zh],
      ['依据', citedText(row.citation)],
      ['行政处罚决定书', charge.penalty],
    ]),
    heading('事实'),
    ...textBlocks(charge.facts),
  ];
}

function consequenceBlocks(sources: PaperSources): readonly PaperBlock[] {
  const { list } = groundOf(sources);
  const rows = listingConsequences.filter(({ lists }) => lists.some((one) => one === list));
  return [
    heading('列入后的管理措施'),
    { type: 'list', items: rows.map(({ zh, citation }) => `${zh}（${citedText(citation)}）`) },
  ];
}

/** How long the entry lasts, and what ends it. */
function endBlocks(sources: PaperSources): readonly PaperBlock[] {
  const { listing } = sources;
  const row = groundOf(sources);
  const { applyFrom, endsOn, yearsOn, goodUntil } = datesOf(listing);
  const term = (rule: Parameters<typeof termRow>[0]) =>
    citedText(termRow(rule, listing.since ?? listing.proposed.on).citation);
  return [
    { type: 'heading', text: '移出的条件和程序' },
    paragraph(`条件：${row.removal.zh}。`),
    facts([
      [
        '可以申请提前移出',
        applyFrom === undefined ? undefined : `${day(applyFrom)}起（${term('listing.serious_apply')}）`,
      ],
      [
        '期满移出',
        endsOn === undefined ? undefined : `${day(endsOn)}期满，无需申请（${term('listing.serious_end')}）`,
      ],
      [
        '减少扣分的期限',
        goodUntil === undefined
          ? undefined
          : `${day(goodUntil)}以前补报并移出（${term('listing.report_made_good')}）`,
      ],
      [
        '满三年仍未改正',
        yearsOn === undefined
          ? undefined
          : `${day(yearsOn)}满三年，可能被列入严重违法失信名单（${term('listing.abnormal_years')}）`,
      ],
    ]),
  ];
}

const unitsZh = { day: '日', workingDay: '个工作日', month: '个月' } as const;

/** Review and lawsuit with their periods, by the law of the day of the decision. */
function remedies({ listing }: PaperSources): PaperBlock {
  const on = listing.decision?.on ?? listing.proposed.on;
  const within = (rule: 'penalty.appeal_review' | 'penalty.appeal_court') => {
    const row: DeadlineRow | undefined = ruleAt(penaltyDeadlines, rule, on);
    if (row === undefined) throw new Error(`${rule} is not in force on ${on}`);
    return `${row.length}${unitsZh[row.unit]}内（${citedText(row.citation)}）`;
  };
  return paragraph(
    `不服本决定的，可以自知道本决定之日起${within('penalty.appeal_review')}申请行政复议，或者${within('penalty.appeal_court')}向人民法院提起行政诉讼。复议、诉讼期间不停止决定的执行。`,
  );
}

const forms: Readonly<Record<ListingForm, FormRow>> = {
  'prior-notice': {
    title: () => '拟列入严重违法失信名单告知书',
    write: (sources) => ({
      blocks: [
        paragraph(
          `根据《市场监督管理严重违法失信名单管理办法》第十三条的规定，本机关拟将你机构列入${listZh(sources)}，现将有关事项告知如下：`,
        ),
        ...chargeBlocks(sources),
        ...consequenceBlocks(sources),
        heading('你机构的权利'),
        paragraph(
          `你机构可以自收到本告知书之日起${termRow('listing.statement', sources.listing.proposed.on).length}个工作日内向本机关陈述、申辩（${citedText(termRow('listing.statement', sources.listing.proposed.on).citation)}）。逾期未提出的，视为放弃。本机关不因陈述、申辩加重处理。`,
        ),
      ],
      summaryEn: `Prior notice of a listing on the serious-breach list, with the right to speak. ${ONLY_CHINESE}`,
    }),
  },
  'not-listed': {
    title: (sources) => `不予列入${listZh(sources)}告知书`,
    number: ({ decision }) => decision,
    write: (sources) => ({
      blocks: [
        paragraph(`本机关曾告知拟将你机构列入${listZh(sources)}。经复核，决定不予列入。`),
        ...chargeBlocks(sources),
      ],
      summaryEn: `The agency is not listed after all. ${ONLY_CHINESE}`,
    }),
  },
  'listing-decision': {
    title: (sources) => `列入${listZh(sources)}${mirrored(sources) ? '告知书' : '决定书'}`,
    number: ({ decision }) => decision,
    write: (sources) => ({
      blocks: [
        paragraph(
          mirrored(sources)
            ? `国家知识产权局专利代理管理系统已将你机构列入${listZh(sources)}。本机关经核对予以确认，现告知如下：`
            : `经查明，本机关决定将你机构列入${listZh(sources)}：`,
        ),
        ...chargeBlocks(sources),
        heading('理由'),
        ...textBlocks(sources.listing.decision?.reason ?? ''),
        facts([['列入日期', day(sources.listing.since)]]),
        ...consequenceBlocks(sources),
        ...endBlocks(sources),
        heading('救济途径'),
        remedies(sources),
      ],
      summaryEn: `Decision to put the agency on a list: ground, consequences, removal, remedies. ${ONLY_CHINESE}`,
    }),
  },
  'repair-notice': {
    title: () => '信用修复告知书',
    write: (sources) => ({
      blocks: [
        paragraph(
          `本告知书与列入${listZh(sources)}的${mirrored(sources) ? '告知书' : '决定书'}（${sources.listing.decision?.number ?? ''}）一并送达（国办发〔2025〕22号“两书同达”），告知你机构怎样修复信用。`,
        ),
        ...endBlocks(sources),
        heading('需要提交的材料'),
        {
          type: 'list',
          items: ['信用修复（移出）申请书', '主体资格证明', '守信承诺书', '已经改正、履行义务的证明材料'],
        },
        paragraph('可以通过共享取得的材料不需要重复提交。申请向本机关提出，不收取任何费用。'),
      ],
      summaryEn: `How the entry can be ended: what can be repaired, from when, with which papers. ${ONLY_CHINESE}`,
    }),
  },
  'removal-decision': {
    title: (sources) => `移出${listZh(sources)}决定书`,
    number: ({ ended }) => ended,
    write: (sources) => {
      const { ended, decision, madeGood, since } = sources.listing;
      if (ended === undefined) throw new Error(`${sources.listing.id} has not ended`);
      return {
        blocks: [
          paragraph(
            ended.reason === 'annulled'
              ? `列入${listZh(sources)}所依据的决定已被撤销，本机关决定撤销列入，停止公示。`
              : `本机关决定自${day(ended.on)}起将你机构移出${listZh(sources)}。`,
          ),
          facts([
            ['机构名称', sources.listing.agency.name],
            ['统一社会信用代码', sources.listing.uscc],
            ['列入决定', decision?.number],
            ['列入日期', day(since)],
            ['移出日期', day(ended.on)],
            ['移出事由', listingMessages[`listing.end.${ended.reason}`].zh],
            ['补报年度报告日期', day(madeGood?.on)],
          ]),
        ],
        summaryEn: `The agency is off the list. ${ONLY_CHINESE}`,
      };
    },
  },
};

/** Whether the number of the paper was given with the decision. */
export function ownNumber(listing: ListingCase, form: ListingForm) {
  const given = forms[form].number?.(listing);
  return given?.number === undefined || given.serial === undefined
    ? undefined
    : { number: given.number, serial: given.serial };
}

/**
 * One paper about an entry to its agency.
 *
 * @param agency as registered now; undefined when it is in the register no more
 * @throws when the case does not hold what was ordered
 */
export function writtenPaper(
  listing: ListingCase,
  form: ListingForm,
  occasion: string,
  parts: {
    readonly agency: Agency | undefined;
    readonly office: Office;
    readonly serial: number;
    readonly date: CasePaper['date'];
    readonly at: string;
  },
): { readonly paper: CasePaper; readonly status: 'queued' | 'issued' } {
  const { charge } = listing;
  if (charge === undefined) throw new Error(`${listing.id} is listed for nothing`);
  const { office, agency, date, at } = parts;
  const sources = { listing, charge, office };
  const own = ownNumber(listing, form);
  const numbered = own ?? {
    number: documentNumber(office.listingPrefix, yearOf(date), parts.serial),
    serial: parts.serial,
  };
  const { name } = listing.agency;
  const unknown: PaperAddressee = {
    id: listing.uscc,
    name,
    addressee: name,
    service: 'paper',
    address: '',
  };
  return composedPaper(
    {
      caseId: listingCaseId(listing.id),
      occasion,
      form,
      party: 'agency',
      addressee: agency === undefined ? unknown : addressedAgency(agency),
      title: forms[form].title(sources),
      content: forms[form].write(sources),
    },
    { office, ...numbered, date, at },
  );
}
