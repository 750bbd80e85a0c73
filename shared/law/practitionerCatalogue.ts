import { localDate } from '../calendar/localDate.ts';
import { yuan } from '../money.ts';
import { type EntryText, entry, fine, may, must, suspension, tier } from './catalogueEntry.ts';
import type { CatalogueRow, CatalogueTier } from './catalogueRow.ts';
import type { LawTable } from './lawTable.ts';
import { readInFull } from './termRow.ts';

const RULES = '专利代理条例';
const MEASURES = '专利代理管理办法（总局令第6号）';
const START = localDate('2019-03-01');
const MEASURES_START = localDate('2019-05-01');

const basic = tier(
  'basic',
  'office',
  [must('correct'), must('warning'), fine('may', 0, yuan(50_000))],
  readInFull(`${RULES}第二十六条第一款`),
);
const serious = tier(
  'serious',
  'cnipa',
  [suspension(6, 12), may('revocation')],
  readInFull(`${RULES}第二十六条第一款；${MEASURES}第五十条`),
);
const revoked = tier(
  'serious',
  'cnipa',
  [must('revocation')],
  readInFull(`${RULES}第二十六条第二款；${MEASURES}第五十条`),
);
const quality = tier('basic', 'office', [may('warning')], readInFull(`${MEASURES}第五十三条第二款`));
/** Of the gains, one to five times; without gains there is nothing to confiscate and no fine. */
const unlicensed = tier(
  'basic',
  'office',
  [must('stop'), must('confiscation'), { kind: 'fine', need: 'must', timesGains: { min: 1, max: 5 } }],
  readInFull(`${RULES}第二十七条`),
);

const practitionerEntry = <Rule extends string>(
  rule: Rule,
  text: EntryText,
  tiers: readonly CatalogueTier[] = [basic, serious],
  validFrom = START,
): CatalogueRow<Rule> => entry(rule, text, { regime: 'patent', appliesTo: ['person'], tiers, validFrom });

/** Reaches anybody: an agency of trademarks, a practitioner on his own, a firm without any licence. */
const unlicensedEntry = <Rule extends string>(rule: Rule, text: EntryText): CatalogueRow<Rule> =>
  entry(rule, text, {
    regime: 'patent',
    appliesTo: ['agency', 'person', 'other'],
    tiers: [unlicensed],
    validFrom: MEASURES_START,
  });

const REPAIRED: CatalogueRow['repair'] = {
  zh: '已履行处罚决定；已改正并消除后果',
  en: 'The decision is performed; it is put right and its harm removed',
};
const STOPPED: CatalogueRow['repair'] = {
  zh: '已停止违法行为；已缴纳罚没款',
  en: 'It has stopped; the fine and the gains are paid',
};

/** 专利代理条例 arts. 26 and 27, with 专利代理管理办法 arts. 52 and 53. */
export const practitionerCatalogue = [
  practitionerEntry('practitioner.unfiled', {
    zh: '专利代理师未依照规定进行执业备案',
    en: 'A patent attorney does not file the practice',
    conducts: ['other'],
    citation: readInFull(`${RULES}第二十六条第一款第一项`),
    repair: REPAIRED,
  }),
  practitionerEntry('practitioner.private-acceptance', {
    zh: '专利代理师自行接受委托办理专利代理业务',
    en: 'A patent attorney takes clients privately',
    conducts: ['private-acceptance'],
    citation: readInFull(`${RULES}第二十六条第一款第二项`),
    repair: REPAIRED,
  }),
  practitionerEntry('practitioner.two-agencies', {
    zh: '专利代理师同时在两个以上专利代理机构从事专利代理业务',
    en: 'A patent attorney works for two agencies',
    conducts: ['private-acceptance'],
    citation: readInFull(`${RULES}第二十六条第一款第三项`),
    repair: REPAIRED,
  }),
  practitionerEntry('practitioner.former-case', {
    zh: '专利代理师对其审查、审理或者处理过的专利申请或者专利案件进行代理',
    en: 'A patent attorney acts in a case once examined, tried or handled in office',
    conducts: ['conflict'],
    citation: readInFull(`${RULES}第二十六条第一款第四项`),
    repair: REPAIRED,
  }),
  practitionerEntry('practitioner.disclosure', {
    zh: '专利代理师泄露委托人的发明创造内容',
    en: 'A patent attorney discloses the client’s invention',
    conducts: ['disclosure'],
    citation: readInFull(`${RULES}第二十六条第一款第五项`),
    repair: REPAIRED,
  }),
  practitionerEntry('practitioner.own-name', {
    zh: '专利代理师以自己的名义申请专利或者请求宣告专利权无效',
    en: 'A patent attorney files or attacks a patent in his or her own name',
    conducts: ['own-name'],
    citation: readInFull(`${RULES}第二十六条第一款第五项`),
    repair: REPAIRED,
  }),
  practitionerEntry(
    'practitioner.secrets-or-bribery',
    {
      zh: '专利代理师泄露委托人的发明创造内容涉及国家秘密、商业秘密，或者行贿、提供虚假证据',
      en: 'A disclosure by an attorney that reaches state or trade secrets, bribery, or false evidence',
      conducts: ['disclosure', 'other'],
      citation: readInFull(`${RULES}第二十六条第二款`),
      repair: {
        zh: '吊销资格证的公示不得提前停止',
        en: 'The publicity of a revocation does not end early',
      },
    },
    [revoked],
  ),
  practitionerEntry(
    'practitioner.quality',
    {
      zh: '因专利代理质量等原因给委托人、第三人利益造成损失或者损害社会公共利益（签名的专利代理师）',
      en: 'Loss to a client or third party, or harm to the public interest, by the quality of the work signed',
      conducts: ['mismanagement', 'fees-or-quality'],
      citation: readInFull(`${MEASURES}第五十三条第二款`),
      repair: REPAIRED,
    },
    [quality],
    MEASURES_START,
  ),
  unlicensedEntry('unlicensed.borrowed', {
    zh: '通过租用、借用等方式利用他人资质开展专利代理业务',
    en: 'Acts as a patent agency on a rented or borrowed licence',
    conducts: ['unlicensed', 'lent-licence'],
    citation: readInFull(`${RULES}第二十七条；${MEASURES}第五十二条第一项`),
    repair: STOPPED,
  }),
  unlicensedEntry('unlicensed.without', {
    zh: '未取得执业许可证或者不符合执业条件，擅自代理专利业务，或者以专利代理机构、专利代理师的名义招揽业务',
    en: 'Acts, or solicits as an agency or attorney, without the licence or the conditions of practice',
    conducts: ['unlicensed'],
    citation: readInFull(`${RULES}第二十七条；${MEASURES}第五十二条第二项`),
    repair: STOPPED,
  }),
  unlicensedEntry('unlicensed.after-revocation', {
    zh: '执业许可证或者资格证被撤销、吊销后，擅自代理专利业务，或者以专利代理机构、专利代理师的名义招揽业务',
    en: 'Goes on acting or soliciting after the licence or certificate was revoked or annulled',
    conducts: ['unlicensed'],
    citation: readInFull(`${RULES}第二十七条；${MEASURES}第五十二条第三项`),
    repair: STOPPED,
  }),
] as const satisfies LawTable<CatalogueRow>;
