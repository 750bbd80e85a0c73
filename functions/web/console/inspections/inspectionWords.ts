import type { InspectionStatus } from '../../../../shared/inspection/inspectionCase.ts';
import { inspectionMessages } from '../../../../shared/inspection/messages.ts';
import type { PublicityResult } from '../../../../shared/law/inspectionVocabulary.ts';
import { publicityResults } from '../../../../shared/law/inspectionVocabulary.ts';
import { inspectionActionMessages } from '../../../../shared/messages/inspectionActions.ts';
import { inspectionCommandMessages } from '../../../../shared/messages/inspectionCommands.ts';
import { inspectionPageMessages } from '../../../../shared/messages/inspectionPages.ts';
import { createCatalogue, type Lang } from '../../../../shared/messages/message.ts';
import type { Tone } from '../../kit/components/tag.tsx';

const messages = createCatalogue(
  inspectionPageMessages,
  inspectionActionMessages,
  inspectionCommandMessages,
  inspectionMessages,
);

/** Texts of the pages of inspections. */
export const words = messages.text;

const tones: Readonly<Record<InspectionStatus, Tone>> = {
  staffing: 'waiting',
  notified: 'active',
  joining: 'active',
  visited: 'waiting',
  returned: 'active',
  reviewed: 'active',
  rectifying: 'waiting',
  rechecking: 'active',
  closed: 'done',
  merged: 'neutral',
  cancelled: 'neutral',
};

export function toneOf(status: InspectionStatus): Tone {
  return tones[status];
}

/** A result in the words in which it is published. */
export function resultText(lang: Lang, result: PublicityResult): string {
  return publicityResults.find(({ rule }) => rule === result)?.[lang] ?? result;
}

export function resultsText(lang: Lang, results: readonly PublicityResult[]): string {
  return listed(
    lang,
    results.map((result) => resultText(lang, result)),
  );
}

/** Several in one line. */
export function listed(lang: Lang, parts: readonly string[]): string {
  return parts.join(lang === 'zh' ? '、' : ', ');
}

/** A command of the audit chain in words; one that has none as it stands there. */
export function commandText(lang: Lang, command: string): string {
  const code = `inspectionPage.command.${command}`;
  return messages.has(code) ? messages.problemText(lang, { code }) : command;
}

export function inspectionPath(number: string): string {
  return `/inspections/${encodeURIComponent(number)}`;
}
