import { localDate } from '../calendar/localDate.ts';
import type { TermRow } from './inspectionVocabulary.ts';
import type { LawTable } from './lawTable.ts';
import type { ListName } from './listingGrounds.ts';
import { listTerm, readInFull } from './termRow.ts';

const MEASURES = '专利代理管理办法（总局令第6号）';
const SERIOUS = '市场监督管理严重违法失信名单管理办法（总局令第44号）第十五条';
const START = localDate('2019-05-01');
const SERIOUS_START = localDate('2021-09-01');

export type ListingConsequenceRow = TermRow & {
  /** The lists that have it. */
  readonly lists: readonly ListName[];
};

/** What it means to be listed: shown with the decision and on the page of the agency. */
export const listingConsequences = [
  {
    ...listTerm(
      'on-site',
      ['列入期间应当接受实地检查（不参加随机抽取）', 'Inspected on site while listed, outside the lottery'],
      readInFull(`${MEASURES}第四十条第二款`),
      START,
    ),
    lists: ['abnormal', 'serious'],
  },
  {
    ...listTerm(
      'no-branch',
      ['不得设立分支机构', 'May not set up a branch'],
      readInFull(`${MEASURES}第二十条第五项`),
      START,
    ),
    lists: ['abnormal', 'serious'],
  },
  {
    ...listTerm(
      'published',
      ['列入信息向社会公示', 'The entry is published'],
      readInFull(`${MEASURES}第四十五条第二款`),
      START,
    ),
    lists: ['abnormal', 'serious'],
  },
  {
    ...listTerm(
      'weighed',
      [
        '审查行政许可、资质、资格、政府采购、工程招投标时作为重要考量因素',
        'Weighs in permits, qualifications, public procurement and tenders',
      ],
      readInFull(`${SERIOUS}第一项`),
      SERIOUS_START,
    ),
    lists: ['serious'],
  },
  {
    ...listTerm(
      'key-supervision',
      ['列为重点监管对象，提高检查频次', 'Key supervision and more inspections'],
      readInFull(`${SERIOUS}第二项`),
      SERIOUS_START,
    ),
    lists: ['serious'],
  },
  {
    ...listTerm(
      'no-promise-permits',
      ['不适用告知承诺制', 'No permits on a promise (告知承诺)'],
      readInFull(`${SERIOUS}第三项`),
      SERIOUS_START,
    ),
    lists: ['serious'],
  },
  {
    ...listTerm(
      'no-honours',
      ['不予授予荣誉称号等表彰奖励', 'No honours or awards'],
      readInFull(`${SERIOUS}第四项`),
      SERIOUS_START,
    ),
    lists: ['serious'],
  },
  {
    ...listTerm(
      'other-law',
      [
        '法律、行政法规和党中央、国务院政策文件规定的其他管理措施',
        'Other measures as laws and central policy say',
      ],
      readInFull(`${SERIOUS}第五项`),
      SERIOUS_START,
    ),
    lists: ['serious'],
  },
] as const satisfies LawTable<ListingConsequenceRow>;
