import type { VNode } from 'preact';
import type { Act } from '../../../../shared/draw/ceremony/drawCase.ts';
import { clockStops } from '../../../../shared/law/penaltyProcedure.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { serviceMethods } from '../../../../shared/notice/notice.ts';
import type { Service } from '../../../../shared/penalty/penaltyCase.ts';
import { usePage } from '../../kit/context.tsx';
import { RowTable } from '../dossier/dossierTable.tsx';
import { dayText, preciseText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';

/** One act of the record: what, by whom, when. */
export interface Line {
  readonly act: Act;
  readonly what: string;
}

/** The line of an act that was done; none otherwise. */
export function line(act: Act | undefined, what: string): Line | undefined {
  return act === undefined ? undefined : { act, what };
}

/** Acts in their order; without any it says so. */
export function Acts({ lines }: { lines: readonly (Line | undefined)[] }): VNode {
  const { lang } = usePage();
  return (
    <RowTable
      head={[text(lang, 'dossierPage.what'), text(lang, 'dossierPage.who'), text(lang, 'dossierPage.when')]}
      rows={lines
        .filter((one) => one !== undefined)
        .map(({ act, what }) => [what, act.name, preciseText(lang, act.at)])}
    />
  );
}

/** How a paper reached the party, as a line. */
export function servedLine(
  lang: Lang,
  service: Service | undefined,
  what: 'notice' | 'hearing' | 'decision',
): Line | undefined {
  if (service === undefined) return undefined;
  const { method, on } = service;
  return line(
    service,
    text(lang, 'penaltyDossier.served', {
      what: text(lang, `penaltyDossier.what.${what}`),
      on: dayText(lang, on),
      method:
        method === 'electronic'
          ? text(lang, 'penaltyDossier.electronic')
          : vocabularyText(lang, serviceMethods, method),
    }),
  );
}

export function clockStopText(lang: Lang, reason: string): string {
  return clockStops.find(({ rule }) => rule === reason)?.[lang] ?? reason;
}
