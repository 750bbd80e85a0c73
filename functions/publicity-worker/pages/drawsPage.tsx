import type { VNode } from 'preact';
import type { Lang } from '../../../shared/messages/message.ts';
import {
  drawsOf,
  missingNumbers,
  type PublicDraw,
  visitCounts,
} from '../../../shared/publicity/publicDraw.ts';
import { type Column, DataTable } from '../../web/kit/components/dataTable.tsx';
import { Hash } from '../../web/kit/components/hash.tsx';
import { usePage } from '../../web/kit/context.tsx';
import type { SiteModel } from '../siteModel.ts';
import { monthText, say, sayCode } from '../words.ts';
import { SitePage, usePageLink } from './sitePage.tsx';

/** Whether the numbers of a series have a gap. */
function completeness(lang: Lang, draws: readonly PublicDraw[]): string {
  const missing = missingNumbers(draws.map(({ state }) => state.number));
  return missing.length === 0
    ? say(lang, 'site.draws.complete')
    : say(lang, 'site.draws.missing', { list: missing.join(lang === 'zh' ? '、' : ', ') });
}

/** All draws without a gap in their numbers; targeted draws and rehearsals in lists of their own. */
export function DrawsPage({ site }: { site: SiteModel }): VNode {
  const { lang } = usePage();
  const draws = drawsOf(site.draws, 'draw');
  const rehearsals = drawsOf(site.draws, 'rehearsal');
  const targeted = drawsOf(site.draws, 'targeted');
  const voids = draws.filter(({ status }) => status === 'voided').length;
  const columns = useColumns();
  return (
    <SitePage title={say(lang, 'site.draws.title')} lead={say(lang, 'site.draws.lead')} wide>
      {draws.length === 0 ? null : (
        <p class="govuk-body">
          {say(lang, 'site.draws.voids', { draws: draws.length, voids })} {completeness(lang, draws)}
        </p>
      )}
      <DataTable
        caption={say(lang, 'site.draws.title')}
        captionHidden
        rows={draws}
        rowKey={({ state }) => state.number}
        columns={columns}
        empty={say(lang, 'site.draws.empty')}
      />
      {targeted.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{say(lang, 'site.draws.targeted')}</h2>
          <p class="govuk-body">
            {say(lang, 'site.draws.targetedLead')} {completeness(lang, targeted)}
          </p>
          <DataTable
            caption={say(lang, 'site.draws.targeted')}
            captionHidden
            rows={targeted}
            rowKey={({ state }) => state.number}
            columns={columns.filter(({ key }) => key !== 'drawn' && key !== 'mandatory')}
          />
        </>
      )}
      {rehearsals.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{say(lang, 'site.draws.rehearsals')}</h2>
          <p class="govuk-body">{say(lang, 'site.draws.rehearsalsLead')}</p>
          <DataTable
            caption={say(lang, 'site.draws.rehearsals')}
            captionHidden
            rows={rehearsals}
            rowKey={({ state }) => state.number}
            columns={columns}
          />
        </>
      )}
    </SitePage>
  );
}

function useColumns(): readonly Column<PublicDraw>[] {
  const { lang } = usePage();
  const page = usePageLink();
  return [
    {
      key: 'number',
      label: say(lang, 'site.draws.number'),
      rowHeader: true,
      cell: ({ state }) => (
        <a class="govuk-link" href={page(`draws/${state.number}/index.html`)}>
          {state.number}
        </a>
      ),
    },
    { key: 'month', label: say(lang, 'site.draws.month'), cell: ({ state }) => monthText(lang, state.task) },
    {
      key: 'status',
      label: say(lang, 'site.draws.status'),
      cell: ({ state, status }) =>
        state.voided === undefined
          ? sayCode(lang, `site.status.${status}`)
          : `${sayCode(lang, 'site.status.voided')}${lang === 'zh' ? '：' : ': '}${sayCode(lang, `site.void.${state.voided.request.ground}`)}`,
    },
    {
      key: 'agencies',
      label: say(lang, 'site.draws.agencies'),
      numeric: true,
      cell: ({ state }) => state.frozen?.pools.agency.n,
    },
    {
      key: 'drawn',
      label: say(lang, 'site.draws.drawn'),
      numeric: true,
      cell: ({ result, visits }) => (result === undefined ? '' : visitCounts(visits).drawn),
    },
    {
      key: 'mandatory',
      label: say(lang, 'site.draws.mandatory'),
      numeric: true,
      cell: ({ result, visits }) => (result === undefined ? '' : visitCounts(visits).mandatory),
    },
    {
      key: 'commitment',
      label: say(lang, 'site.draws.commitment'),
      cell: ({ state }) =>
        state.commitDigest === undefined ? '' : <Hash value={state.commitDigest} short />,
    },
  ];
}
