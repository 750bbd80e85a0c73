import type { VNode } from 'preact';
import type { StandingVisit } from '../../../shared/publicity/publicInspections.ts';
import { usePage } from '../../web/kit/context.tsx';
import { resultPath } from '../resultPaths.ts';
import { dateText, say } from '../words.ts';
import { usePageLink } from './sitePage.tsx';

/** What came of a visit of a draw: its result, when that is published, or why there is none. */
export function Standing({ standing }: { standing: StandingVisit }): VNode {
  const { lang } = usePage();
  const page = usePageLink();
  switch (standing.is) {
    case 'published':
      return (
        <a class="govuk-link" href={page(resultPath(standing.number))}>
          {say(lang, 'site.result.see')}
          <span class="govuk-visually-hidden"> {standing.number}</span>
        </a>
      );
    case 'merged':
      return (
        <a class="govuk-link" href={page(resultPath(standing.into))}>
          {say(lang, 'site.result.mergedInto', { number: standing.into })}
        </a>
      );
    case 'visited':
      return <span>{say(lang, 'site.result.due', { date: dateText(lang, standing.due) })}</span>;
    case 'cancelled':
      return <span>{say(lang, `site.result.cancelled.${standing.ground}`)}</span>;
  }
}
