import { localDate } from '../calendar/localDate.ts';
import { yuan } from '../money.ts';
import { type EntryText, entry, fine, may, must, tier } from './catalogueEntry.ts';
import type { CatalogueRow, CatalogueTier, PartyKind } from './catalogueRow.ts';
import type { LawTable } from './lawTable.ts';
import { readInFull } from './termRow.ts';

/**
 * Trademark agencies. The 2019 law applies until 2026-12-31, that of 2026 from 2027-01-01; 商标代理监督管理规定 (2022)
 * stays in force and still cites the articles of the old one. Every fine belongs to the market regulator.
 */
const OLD = '商标法（2019年修正）';
const NEW = '商标法（2026年修订）';
const RULES = '商标代理监督管理规定（总局令第63号）';
const OLD_START = localDate('2019-11-01');
const OLD_END = localDate('2026-12-31');
const NEW_START = localDate('2027-01-01');
const RULES_START = localDate('2022-12-01');

const CURED: CatalogueRow['repair'] = {
  zh: '已履行处罚决定；已改正并消除后果',
  en: 'The decision is performed; it is put right and its harm removed',
};

const oldAgency = tier(
  'basic',
  'market',
  [must('correct'), must('warning'), fine('must', yuan(10_000), yuan(100_000))],
  readInFull(`${OLD}第六十八条第一款`),
);
const newAgency = [
  tier(
    'basic',
    'market',
    [must('correct'), fine('must', yuan(10_000), yuan(100_000))],
    readInFull(`${NEW}第六十七条第一款`),
  ),
  tier(
    'serious',
    'market',
    [must('correct'), fine('must', yuan(100_000), yuan(200_000))],
    readInFull(`${NEW}第六十七条第一款`),
  ),
] as const;
const oldPerson = tier(
  'basic',
  'market',
  [must('warning'), fine('must', yuan(5_000), yuan(50_000))],
  readInFull(`${OLD}第六十八条第一款`),
);
const personTiers = (corrects: boolean, article: string): readonly CatalogueTier[] => {
  const start = corrects ? [must('correct'), must('warning')] : [must('warning')];
  const cited = readInFull(`${NEW}${article}`);
  return [
    tier('basic', 'market', [...start, fine('must', yuan(5_000), yuan(50_000))], cited),
    tier('serious', 'market', [...start, fine('must', yuan(50_000), yuan(100_000))], cited),
  ];
};
/** From six months to for ever: the decree gives no upper end. */
const stopAcceptance = (law: string): CatalogueTier =>
  tier(
    'serious',
    'cnipa',
    [{ kind: 'suspension', need: 'must', months: { min: 6, max: Number.POSITIVE_INFINITY } }],
    readInFull(`${law}；${RULES}第三十四条`, '可以永久停止受理；两年内受到三次以上行政处罚的，属于情节严重'),
  );

type Version = Pick<EntryText, 'citation'> & { readonly tiers: readonly CatalogueTier[] };

/** The same conduct under both laws. */
function underBoth<Rule extends string>(
  rule: Rule,
  text: Omit<EntryText, 'citation' | 'repair'>,
  appliesTo: readonly PartyKind[],
  [before, now]: readonly [before: Version, now: Version],
  start = OLD_START,
): readonly [CatalogueRow<Rule>, CatalogueRow<Rule>] {
  const row = (
    { citation, tiers }: Version,
    validFrom: CatalogueRow['validFrom'],
    validTo?: typeof OLD_END,
  ) =>
    entry(
      rule,
      { ...text, citation, repair: CURED },
      { regime: 'trademark', appliesTo, tiers, validFrom, ...(validTo === undefined ? {} : { validTo }) },
    );
  return [row(before, start, OLD_END), row(now, NEW_START)];
}

const agencyConduct = <Rule extends string>(
  rule: Rule,
  text: Omit<EntryText, 'citation' | 'repair'>,
  before: string,
  now: string,
) =>
  underBoth(
    rule,
    text,
    ['agency'],
    [
      { citation: readInFull(before), tiers: [oldAgency] },
      { citation: readInFull(`${NEW}第六十七条第一款${now}`), tiers: newAgency },
    ],
  );

export const trademarkCatalogue = [
  ...agencyConduct(
    'trademark.forged',
    {
      zh: '办理商标事宜过程中，伪造、变造或者使用伪造、变造的法律文件、印章、签名',
      en: 'Forges or alters legal papers, seals or signatures, or uses such',
      conducts: ['trademark-forged'],
    },
    `${OLD}第六十八条第一款第一项；${RULES}第二十七条`,
    '第一项',
  ),
  ...agencyConduct(
    'trademark.soliciting',
    {
      zh: '以欺诈、诱骗或者诋毁其他商标代理机构等手段招徕商标代理业务',
      en: 'Solicits by fraud, enticement or slander of other agencies',
      conducts: ['improper-soliciting'],
    },
    `${OLD}第六十八条第一款第二项；${RULES}第二十八条、第三十一条`,
    '第二项',
  ),
  ...agencyConduct(
    'trademark.conflict',
    {
      zh: '在同一商标案件中接受有利益冲突的双方当事人委托',
      en: 'Takes mandates from both sides of one trademark case',
      conducts: ['other'],
    },
    `${OLD}第六十八条第一款第二项；商标法实施条例第八十八条第三项；${RULES}第三十二条`,
    '第三项',
  ),
  ...agencyConduct(
    'trademark.bad-faith',
    {
      zh: '知道或者应当知道委托人的申请属于法律禁止的情形仍接受委托，或者自行恶意申请、抢注',
      en: 'Accepts a mandate although it knows or should know that the application is barred, or files in bad faith itself',
      conducts: ['trademark-bad-faith'],
    },
    `${OLD}第六十八条第一款第三项；${RULES}第三十条`,
    '第四项、第五项',
  ),
  ...agencyConduct(
    'trademark.disorder',
    {
      zh: '以其他不正当手段扰乱商标代理市场秩序',
      en: 'Disturbs the market of trademark agencies by other improper means',
      conducts: ['improper-soliciting', 'trademark-bad-faith', 'other'],
    },
    `${OLD}第六十八条第一款第二项；${RULES}第二十九条`,
    '第六项',
  ),
  ...underBoth(
    'trademark.responsible-person',
    {
      zh: '对商标代理机构违法行为直接负责的主管人员和其他直接责任人员',
      en: 'The persons in charge of, or directly responsible for, a breach by a trademark agency',
      conducts: ['trademark-forged', 'improper-soliciting', 'trademark-bad-faith'],
    },
    ['person'],
    [
      { citation: readInFull(`${OLD}第六十八条第一款`), tiers: [oldPerson] },
      { citation: readInFull(`${NEW}第六十七条第一款`), tiers: personTiers(false, '第六十七条第一款') },
    ],
  ),
  ...underBoth(
    'trademark.stop-acceptance',
    {
      zh: '商标代理机构违法行为情节严重，停止受理其办理商标代理业务',
      en: 'A serious breach by a trademark agency: its business is not accepted any more',
      conducts: ['trademark-forged', 'trademark-bad-faith'],
    },
    ['agency'],
    [
      {
        citation: readInFull(`${OLD}第六十八条第二款；${RULES}第三十四条`),
        tiers: [stopAcceptance(`${OLD}第六十八条第二款`)],
      },
      {
        citation: readInFull(`${NEW}第六十七条第二款；${RULES}第三十四条`),
        tiers: [stopAcceptance(`${NEW}第六十七条第二款`)],
      },
    ],
    RULES_START,
  ),
  ...underBoth(
    'trademark.unfiled',
    {
      zh: '商标代理机构未依法备案',
      en: 'Acts as a trademark agency without having filed',
      conducts: ['trademark-unfiled'],
    },
    ['agency', 'other'],
    [
      {
        citation: readInFull(`${RULES}第三十六条`),
        tiers: [
          tier('basic', 'market', [must('correct'), may('warning')], readInFull(`${RULES}第三十六条第二款`)),
          tier(
            'serious',
            'market',
            [must('warning'), fine('must', 0, yuan(100_000))],
            readInFull(`${RULES}第三十六条第二款`),
          ),
        ],
      },
      {
        citation: readInFull(`${NEW}第六十七条第三款`),
        tiers: [
          tier('basic', 'market', [must('correct')], readInFull(`${NEW}第六十七条第三款`)),
          tier(
            'serious',
            'market',
            [fine('must', yuan(10_000), yuan(50_000))],
            readInFull(`${NEW}第六十七条第三款`, '逾期不改正的'),
          ),
        ],
      },
    ],
    RULES_START,
  ),

  entry(
    'trademark.practitioner',
    {
      zh: '商标代理从业人员自行接受委托、同时在两个以上机构从业或者其他严重扰乱市场秩序的行为',
      en: 'A trademark practitioner takes clients privately, works for two agencies, or seriously disturbs the market',
      conducts: ['other'],
      citation: readInFull(`${NEW}第六十五条、第六十八条`),
      repair: CURED,
    },
    {
      regime: 'trademark',
      appliesTo: ['person'],
      tiers: personTiers(true, '第六十八条'),
      validFrom: NEW_START,
    },
  ),
] as const satisfies LawTable<CatalogueRow>;
