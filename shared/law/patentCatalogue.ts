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
  [must('correct'), must('warning'), fine('may', 0, yuan(100_000))],
  readInFull(`${RULES}第二十五条第一款`),
);
/** Serious, or not cured by the ordered date: the province proposes, CNIPA decides (专利代理管理办法 art. 50). */
const serious = tier(
  'serious',
  'cnipa',
  [suspension(6, 12), may('revocation')],
  readInFull(`${RULES}第二十五条第一款；${MEASURES}第五十条`),
);
const revoked = tier(
  'serious',
  'cnipa',
  [must('revocation')],
  readInFull(`${RULES}第二十五条第二款；${MEASURES}第五十条`),
);

const agencyEntry = <Rule extends string>(
  rule: Rule,
  text: EntryText,
  validFrom = START,
  tiers: readonly CatalogueTier[] = [basic, serious],
): CatalogueRow<Rule> => entry(rule, text, { regime: 'patent', appliesTo: ['agency'], tiers, validFrom });

const cured = (zh: string, en: string): CatalogueRow['repair'] => ({
  zh: `已履行处罚决定；${zh}`,
  en: `The decision is performed; ${en}`,
});
const COMPENSATED = cured('已消除危害后果或者赔偿损失', 'the harm is removed or compensated');
const REGISTERED = cured('已办理变更或者备案手续', 'the change is registered or filed');
const WITHDRAWN = cured('已退出有利益冲突的代理', 'the conflicted mandate is given up');

/** 专利代理条例 art. 25, whose fifth case 专利代理管理办法 art. 51 spells out in nine. */
export const patentCatalogue = [
  agencyEntry('patent.changes', {
    zh: '合伙人、股东或者法定代表人等事项发生变化未办理变更手续',
    en: 'Changes of partners, shareholders or the legal representative are not registered',
    conducts: ['unchanged-register'],
    citation: readInFull(`${RULES}第二十五条第一款第一项`),
    repair: REGISTERED,
    listing: ['unauthorised-change'],
  }),
  agencyEntry('patent.conflict', {
    zh: '就同一专利申请或者专利权的事务接受有利益冲突的其他当事人的委托',
    en: 'Takes mandates from parties in conflict about the same patent or application',
    conducts: ['conflict'],
    citation: readInFull(`${RULES}第二十五条第一款第二项`),
    repair: WITHDRAWN,
  }),
  agencyEntry('patent.conflicted-practitioner', {
    zh: '指派专利代理师承办与其本人或者其近亲属有利益冲突的专利代理业务',
    en: 'Assigns an attorney to a matter in which the attorney or a close relative has an interest',
    conducts: ['conflict'],
    citation: readInFull(`${RULES}第二十五条第一款第三项`),
    repair: WITHDRAWN,
  }),
  agencyEntry('patent.disclosure', {
    zh: '泄露委托人的发明创造内容',
    en: 'Discloses the client’s invention',
    conducts: ['disclosure'],
    citation: readInFull(`${RULES}第二十五条第一款第四项`),
    repair: COMPENSATED,
  }),
  agencyEntry('patent.own-name', {
    zh: '以自己的名义申请专利或者请求宣告专利权无效',
    en: 'Files or attacks a patent in its own name',
    conducts: ['own-name'],
    citation: readInFull(`${RULES}第二十五条第一款第四项`),
    repair: cured('已撤回相关申请或者请求', 'the filing or request is withdrawn'),
  }),
  agencyEntry(
    'patent.loss',
    {
      zh: '因故意或者重大过失给委托人、第三人利益造成损失，或者损害社会公共利益',
      en: 'Causes loss to a client or third party, or harm to the public interest, by intent or gross negligence',
      conducts: ['mismanagement', 'fees-or-quality'],
      citation: readInFull(`${RULES}第二十五条第一款第五项；${MEASURES}第五十一条第一项`),
      repair: COMPENSATED,
    },
    MEASURES_START,
  ),
  agencyEntry(
    'patent.abnormal-filing',
    {
      zh: '从事非正常专利申请行为，严重扰乱专利工作秩序',
      en: 'Engages in abnormal patent filing that seriously disturbs the patent system',
      conducts: ['abnormal-filing'],
      citation: readInFull(`${RULES}第二十五条第一款第五项；${MEASURES}第五十一条第二项`),
      repair: cured(
        '已撤回非正常申请并整改',
        'the abnormal applications are withdrawn and the cause is removed',
      ),
    },
    MEASURES_START,
  ),
  agencyEntry(
    'patent.soliciting',
    {
      zh: '诋毁其他专利代理师、专利代理机构，以不正当手段招揽业务，存在弄虚作假行为，严重扰乱行业秩序，受到有关行政机关处罚',
      en: 'Slanders others, solicits improperly or falsifies, seriously disturbing the trade, and was penalised for it by an authority',
      conducts: ['improper-soliciting'],
      citation: readInFull(
        `${RULES}第二十五条第一款第五项；${MEASURES}第五十一条第三项`,
        '须已受到有关行政机关处罚',
      ),
      repair: cured('已停止并消除影响', 'it has stopped and its effects are removed'),
    },
    MEASURES_START,
  ),
  agencyEntry(
    'patent.obstruction',
    {
      zh: '严重干扰专利审查工作或者专利行政执法工作正常进行',
      en: 'Seriously disturbs patent examination or patent law enforcement',
      conducts: ['other'],
      citation: readInFull(`${RULES}第二十五条第一款第五项；${MEASURES}第五十一条第四项`),
      repair: cured('已配合检查、审查', 'it cooperates with examination and inspection'),
    },
    MEASURES_START,
  ),
  agencyEntry(
    'patent.handover',
    {
      zh: '专利代理师离职未妥善办理业务移交手续，造成严重后果',
      en: 'An attorney left without a proper hand-over, with serious harm',
      conducts: ['mismanagement'],
      citation: readInFull(`${RULES}第二十五条第一款第五项；${MEASURES}第五十一条第五项`),
      repair: cured('已完成业务移交并消除后果', 'the hand-over is complete and the harm is removed'),
    },
    MEASURES_START,
  ),
  agencyEntry(
    'patent.register-mismatch',
    {
      zh: '执业许可证信息与登记信息或者实际情况不一致，未按照要求整改，给社会公众造成重大误解',
      en: 'Licence data differ from the registers or from reality, were not put right as asked, and mislead the public',
      conducts: ['unchanged-register'],
      citation: readInFull(`${RULES}第二十五条第一款第五项；${MEASURES}第五十一条第六项`),
      repair: REGISTERED,
      listing: ['data-mismatch'],
    },
    MEASURES_START,
  ),
  agencyEntry(
    'patent.branch',
    {
      zh: '分支机构设立、变更、注销不符合规定的条件或者没有按照规定备案，严重损害当事人利益',
      en: 'A branch is set up, changed or closed against the rules or without filing, with serious harm to clients',
      conducts: ['unchanged-register', 'other'],
      citation: readInFull(`${RULES}第二十五条第一款第五项；${MEASURES}第五十一条第七项`),
      repair: REGISTERED,
      listing: ['branch-not-filed'],
    },
    MEASURES_START,
  ),
  agencyEntry(
    'patent.signature',
    {
      zh: '默许、指派专利代理师在未经其本人撰写或者审核的法律文件上签名，严重损害当事人利益',
      en: 'Lets attorneys sign papers that they neither drafted nor reviewed, with serious harm to clients',
      conducts: ['lent-licence'],
      citation: readInFull(`${RULES}第二十五条第一款第五项；${MEASURES}第五十一条第八项`),
      repair: COMPENSATED,
    },
    MEASURES_START,
  ),
  agencyEntry(
    'patent.lent-licence',
    {
      zh: '涂改、倒卖、出租、出借专利代理机构执业许可证，严重扰乱行业秩序',
      en: 'Alters, sells, rents out or lends its licence, seriously disturbing the trade',
      conducts: ['lent-licence'],
      citation: readInFull(`${RULES}第二十五条第一款第五项；${MEASURES}第五十一条第九项`),
      repair: cured('已收回执业许可证并终止出借', 'the licence is back and the lending has ended'),
    },
    MEASURES_START,
  ),
  agencyEntry(
    'patent.secrets-or-bribery',
    {
      zh: '泄露委托人的发明创造内容涉及国家秘密、商业秘密，或者行贿、提供虚假证据',
      en: 'A disclosure that reaches state or trade secrets, bribery, or false evidence',
      conducts: ['disclosure', 'other'],
      citation: readInFull(`${RULES}第二十五条第二款`),
      repair: {
        zh: '吊销许可证件的公示不得提前停止',
        en: 'The publicity of a revocation does not end early',
      },
    },
    START,
    [revoked],
  ),
] as const satisfies LawTable<CatalogueRow>;
