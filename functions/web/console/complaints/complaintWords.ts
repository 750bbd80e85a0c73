import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import type { ComplaintCase, ComplaintStatus } from '../../../../shared/complaint/complaintCase.ts';
import { complaintMessages } from '../../../../shared/complaint/messages.ts';
import { personalDataMessages } from '../../../../shared/complaint/personalDataMessages.ts';
import type { TermRow } from '../../../../shared/law/inspectionVocabulary.ts';
import { isUnverified, type LawTable, lawAt } from '../../../../shared/law/lawTable.ts';
import { calendarPageMessages } from '../../../../shared/messages/calendarPages.ts';
import { complaintActionMessages } from '../../../../shared/messages/complaintActions.ts';
import { complaintEntryMessages } from '../../../../shared/messages/complaintEntry.ts';
import { complaintPageMessages } from '../../../../shared/messages/complaintPages.ts';
import { complaintTemplateMessages } from '../../../../shared/messages/complaintTemplates.ts';
import { createCatalogue, type Lang } from '../../../../shared/messages/message.ts';
import { yuanText } from '../../../../shared/money.ts';
import type { Choice } from '../../kit/components/choiceFields.tsx';
import type { Tone } from '../../kit/components/tag.tsx';

const messages = createCatalogue(
  complaintPageMessages,
  complaintActionMessages,
  complaintEntryMessages,
  complaintMessages,
  complaintTemplateMessages,
  personalDataMessages,
  calendarPageMessages,
);

/** Texts of the complaint desk. */
export const words = messages.text;

const tones: Readonly<Record<ComplaintStatus, Tone>> = {
  received: 'waiting',
  mediating: 'active',
  verifying: 'active',
  decided: 'active',
  telling: 'waiting',
  closed: 'done',
  refused: 'neutral',
  withdrawn: 'neutral',
  transferred: 'neutral',
  attached: 'neutral',
};

export function toneOf(status: ComplaintStatus): Tone {
  return tones[status];
}

export function complaintPath(id: string): string {
  return `/complaints/${encodeURIComponent(id)}`;
}

/** The official number; before there is one, the end of the id, which two people can read to each other. */
export function caseName({ number, id }: Pick<ComplaintCase, 'number' | 'id'>): string {
  return number ?? `…${id.slice(-8)}`;
}

/** A command of the audit chain in words; one that has none as it stands there. */
export function commandText(lang: Lang, command: string): string {
  const code = `complaintPage.command.${command}`;
  return messages.has(code) ? messages.problemText(lang, { code }) : command;
}

/** The rows of a closed list in force on a day as choices, each with where it stands in the law. */
export function choicesAt<Row extends TermRow>(
  lang: Lang,
  table: LawTable<Row>,
  day: LocalDate,
  except: (row: Row) => boolean = () => false,
): readonly Choice[] {
  return lawAt(table, day)
    .filter((row) => !except(row))
    .map((row) => ({
      value: row.rule,
      label: row[lang],
      hint: isUnverified(row)
        ? `${row.citation.text} · ${words(lang, 'calendarPage.unverified')}`
        : row.citation.text,
    }));
}

/** A term of a closed list in the reader's words; the newest row where a rule has several. */
export function termText(lang: Lang, table: LawTable<TermRow>, rule: string): string {
  return table.findLast((row) => row.rule === rule)?.[lang] ?? rule;
}

/** Yuan of an amount that is kept in fen. */
export function amountText(fen: number): string {
  return `${yuanText(fen)} 元`;
}
