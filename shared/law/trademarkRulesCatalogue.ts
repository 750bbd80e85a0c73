import { localDate } from '../calendar/localDate.ts';
import { yuan } from '../money.ts';
import { entry, fine, may, must, tier } from './catalogueEntry.ts';
import type { CatalogueRow } from './catalogueRow.ts';
import type { LawTable } from './lawTable.ts';
import { readInFull } from './termRow.ts';

const RULES = '商标代理监督管理规定（总局令第63号）';
const RULES_START = localDate('2022-12-01');

const CURED: CatalogueRow['repair'] = {
  zh: '已履行处罚决定；已改正并消除后果',
  en: 'The decision is performed; it is put right and its harm removed',
};

/** What 商标代理监督管理规定 lays down by itself; it does not change with the trademark law. */
export const trademarkRulesCatalogue = [
  entry(
    'trademark.filing-duties',
    {
      zh: '未依法办理变更、延续或者注销备案，未妥善处理未办结业务，或者未履行核对、通报等代理职责',
      en: 'Does not file changes, renewals or closure, leaves open matters, or neglects its duties to the client',
      conducts: ['trademark-unfiled', 'fees-or-quality'],
      citation: readInFull(`${RULES}第三十六条`),
      repair: CURED,
    },
    {
      regime: 'trademark',
      appliesTo: ['agency'],
      tiers: [
        tier('basic', 'market', [must('correct'), may('warning')], readInFull(`${RULES}第三十六条第二款`)),
        tier(
          'serious',
          'market',
          [must('warning'), fine('must', 0, yuan(100_000))],
          readInFull(`${RULES}第三十六条第二款`),
        ),
      ],
      validFrom: RULES_START,
    },
  ),
  entry(
    'trademark.online',
    {
      zh: '通过网络从事商标代理业务时恶意排挤竞争对手、虚假宣传、影响系统运行、展示有重大不良影响的商标等',
      en: 'Online: crowds out rivals, advertises falsely, disturbs the filing systems, shows harmful marks',
      conducts: ['improper-soliciting', 'other'],
      citation: readInFull(
        `${RULES}第三十三条`,
        '反垄断、反不正当竞争、价格、广告等法律法规有规定的，从其规定',
      ),
      repair: CURED,
    },
    {
      regime: 'trademark',
      appliesTo: ['agency'],
      tiers: [
        tier(
          'basic',
          'market',
          [must('warning'), fine('may', 0, yuan(50_000))],
          readInFull(`${RULES}第三十三条`),
        ),
        tier(
          'serious',
          'market',
          [must('warning'), fine('must', yuan(50_000), yuan(100_000))],
          readInFull(`${RULES}第三十三条`),
        ),
      ],
      validFrom: RULES_START,
    },
  ),
  entry(
    'trademark.talk',
    {
      zh: '商标代理机构或者从业人员的其他违法违规行为',
      en: 'Another breach by a trademark agency or practitioner',
      conducts: ['fees-or-quality', 'other'],
      citation: readInFull(`${RULES}第二十五条第二款`),
      repair: { zh: '按照约谈意见整改', en: 'What was asked for in the talk is done' },
    },
    {
      regime: 'trademark',
      appliesTo: ['agency', 'person'],
      tiers: [tier('basic', 'office', [may('talk')], readInFull(`${RULES}第二十五条第二款`))],
      validFrom: RULES_START,
    },
  ),
] as const satisfies LawTable<CatalogueRow>;
