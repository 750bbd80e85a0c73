import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import type { TermRow } from '../../../../shared/law/inspectionVocabulary.ts';
import { isUnverified, type LawTable, lawAt } from '../../../../shared/law/lawTable.ts';
import { calendarPageMessages } from '../../../../shared/messages/calendarPages.ts';
import { createCatalogue, type Lang } from '../../../../shared/messages/message.ts';
import { penaltyActionMessages } from '../../../../shared/messages/penaltyActions.ts';
import { penaltyCommandMessages } from '../../../../shared/messages/penaltyCommands.ts';
import { penaltyDraftMessages } from '../../../../shared/messages/penaltyDraft.ts';
import { penaltyPageMessages } from '../../../../shared/messages/penaltyPages.ts';
import { type Fen, yuanText } from '../../../../shared/money.ts';
import { lawMessages } from '../../../../shared/penalty/lawMessages.ts';
import { penaltyMessages } from '../../../../shared/penalty/messages.ts';
import type { PenaltyStatus } from '../../../../shared/penalty/penaltyCase.ts';
import type { Choice } from '../../kit/components/choiceFields.tsx';
import type { Tone } from '../../kit/components/tag.tsx';

const messages = createCatalogue(
  penaltyPageMessages,
  penaltyActionMessages,
  penaltyCommandMessages,
  penaltyDraftMessages,
  penaltyMessages,
  lawMessages,
  calendarPageMessages,
);

/** Texts of the penalty desk. */
export const words = messages.text;

const tones: Readonly<Record<PenaltyStatus, Tone>> = {
  lead: 'waiting',
  investigating: 'active',
  reviewing: 'waiting',
  noticing: 'waiting',
  defending: 'active',
  hearing: 'active',
  considering: 'active',
  deciding: 'waiting',
  serving: 'waiting',
  effective: 'active',
  performing: 'active',
  closed: 'done',
  'not-filed': 'neutral',
  dismissed: 'neutral',
  transferred: 'neutral',
  proposed: 'neutral',
  annulled: 'neutral',
};

export function toneOf(status: PenaltyStatus): Tone {
  return tones[status];
}

/** A text whose code is put together of data; the data itself where nobody wrote one. */
export function wordOr(lang: Lang, code: string, otherwise: string): string {
  return messages.has(code) ? messages.problemText(lang, { code }) : otherwise;
}

/** A command of the audit chain in words; one that has none as it stands there. */
export function commandText(lang: Lang, command: string): string {
  return wordOr(lang, `penaltyPage.command.${command}`, command);
}

/** Where a term stands in the law, with the mark of what was not read in full. */
export function citationHint(lang: Lang, { citation }: Pick<TermRow, 'citation'>): string {
  return isUnverified({ citation })
    ? `${citation.text} · ${words(lang, 'calendarPage.unverified')}`
    : citation.text;
}

/** The rows of a closed list in force on a day as choices, each with where it stands in the law. */
export function choicesAt<Row extends TermRow>(
  lang: Lang,
  table: LawTable<Row>,
  day: LocalDate,
): readonly Choice[] {
  return lawAt(table, day).map((row) => ({
    value: row.rule,
    label: row[lang],
    hint: citationHint(lang, row),
  }));
}

/** A term of a closed list in the reader's words; the newest row where a rule has several. */
export function termText(lang: Lang, table: LawTable<TermRow>, rule: string): string {
  return table.findLast((row) => row.rule === rule)?.[lang] ?? rule;
}

export function amountText(lang: Lang, fen: Fen): string {
  return words(lang, 'penaltyPage.yuan', { amount: yuanText(fen) });
}

/** Several words as one line. */
export function joined(lang: Lang, parts: readonly string[]): string {
  return parts.join(lang === 'zh' ? '；' : '; ');
}
