import { type PublicityResult, publicityResults } from '../../shared/law/inspectionVocabulary.ts';
import type { Lang } from '../../shared/messages/message.ts';
import { type WithdrawalReason, withdrawalReasons } from '../../shared/publicity/withdrawal.ts';

/** The legal wording of results, each once, in the order of the vocabulary. */
export function resultsText(lang: Lang, codes: readonly PublicityResult[]): string {
  const rows = publicityResults.filter(({ rule }) => codes.includes(rule));
  return rows.map((row) => row[lang]).join(lang === 'zh' ? '、' : '; ');
}

export function reasonText(lang: Lang, reason: WithdrawalReason): string {
  return withdrawalReasons.find(({ code }) => code === reason)?.[lang] ?? reason;
}
