import { createCatalogue, defineMessages, type Lang } from '../messages/message.ts';
import { districts } from '../register/district.ts';

/** The parts that a cell's name is made of. */
export const cellMessages = defineMessages({
  'cell.any': { zh: '全部', en: 'all' },
  'cell.risk': { zh: '风险类别 {code}', en: 'risk class {code}' },
  'cell.patent': { zh: '专利代理', en: 'patent' },
  'cell.trademark': { zh: '商标代理', en: 'trademark' },
  'cell.dual': { zh: '专利和商标代理', en: 'patent and trademark' },
  'cell.recent': { zh: '近期检查过', en: 'recently inspected' },
  'cell.earlier': { zh: '较早检查过', en: 'inspected earlier' },
  'cell.long': { zh: '久未检查', en: 'long ago or never' },
  'cell.listed': { zh: '依法必查', en: 'ordered by law' },
  'cell.targeted': { zh: '定向检查', en: 'targeted' },
  'cell.suspended': { zh: '停业', en: 'suspended' },
  'cell.excluded': { zh: '因公布的原因不抽', en: 'excluded for a published reason' },
  'cell.closed': { zh: '已注销（不在名单）', en: 'closed (not in the pool)' },
  'cell.capped': { zh: '本年检查次数已满', en: 'had its visits of the year' },
});

const catalogue = createCatalogue(cellMessages);
const riskClass = /^[A-D]$/;

function partText(lang: Lang, part: string): string {
  if (riskClass.test(part)) return catalogue.text(lang, 'cell.risk', { code: part });
  const code = `cell.${part}`;
  if (catalogue.has(code)) return catalogue.problemText(lang, { code });
  return districts.find((district) => district.code === part)?.[lang] ?? part;
}

/** A cell in words: `B/patent/long` → `风险类别 B、专利代理、久未检查`; '' for every agency. */
export function cellText(lang: Lang, cell: string): string {
  if (cell === '') return catalogue.text(lang, 'cell.any');
  return cell
    .split('/')
    .map((part) => partText(lang, part))
    .join(lang === 'zh' ? '、' : ', ');
}
