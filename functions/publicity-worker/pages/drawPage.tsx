import type { VNode } from 'preact';
import { recordVersions } from '../../../shared/draw/ceremony/drawCase.ts';
import type { Lang } from '../../../shared/messages/message.ts';
import { cellText } from '../../../shared/plan/cellText.ts';
import { type PublicDraw, visitCounts } from '../../../shared/publicity/publicDraw.ts';
import type { StandingVisit } from '../../../shared/publicity/publicInspections.ts';
import { type Tombstone, withdrawalReasons } from '../../../shared/publicity/withdrawal.ts';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { Hash } from '../../web/kit/components/hash.tsx';
import { Inset, NotificationBanner, Warning } from '../../web/kit/components/notices.tsx';
import { Timeline } from '../../web/kit/components/timeline.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { openedName, recordName } from '../publishedFiles.ts';
import { dateText, monthText, rateText, say, sayCode, timeText } from '../words.ts';
import { timelineSteps } from './drawTimeline.ts';
import { OwnRowLink } from './ownRowLink.tsx';
import { ReplacementPart } from './replacementPart.tsx';
import { SitePage, useLink, usePageLink } from './sitePage.tsx';
import { VisitTable } from './visitTable.tsx';

const titles = {
  draw: 'site.draw.title',
  rehearsal: 'site.draw.rehearsalTitle',
  targeted: 'site.draw.targetedTitle',
} as const;

/** One draw: what happened when, what was sealed, what came out, and how to check it. */
export function DrawPage(props: {
  draw: PublicDraw;
  standings: readonly StandingVisit[];
  ownRowPage: string;
}): VNode {
  const { draw, standings, ownRowPage } = props;
  const { lang } = usePage();
  const page = usePageLink();
  const { state } = draw;
  const rehearsal = state.kind === 'rehearsal';
  const title = say(lang, titles[state.kind], { number: state.number });
  const lead = say(lang, 'site.draw.lead', {
    month: monthText(lang, state.task),
    status: sayCode(lang, `site.status.${draw.status}`),
  });
  return (
    <SitePage title={title} lead={lead} back="draws/index.html" wide>
      {rehearsal ? (
        <>
          <div class="dr-paper__rehearsal" data-mark={say(lang, 'site.draw.mark')} aria-hidden="true" />
          <NotificationBanner>
            <p class="govuk-notification-banner__heading">{say(lang, 'site.draw.rehearsal')}</p>
          </NotificationBanner>
        </>
      ) : null}
      {state.kind === 'targeted' ? <Inset>{say(lang, 'site.draw.targeted')}</Inset> : null}
      <VoidNotice draw={draw} />
      {draw.presses === undefined ? null : (
        <p class="govuk-body">
          <strong>{say(lang, 'site.draw.presses', { n: draw.presses })}</strong>
          {lang === 'zh' ? '。' : '. '}
          {say(lang, 'site.draw.pressesWhy')}
        </p>
      )}
      <ResultPart draw={draw} standings={standings} />
      <ReplacementPart draw={draw} />
      <h2 class="govuk-heading-m">{say(lang, 'site.draw.timeline')}</h2>
      <Timeline label={say(lang, 'site.draw.timeline')} steps={timelineSteps(lang, draw)} />
      <SealedPart draw={draw} />
      <FilesPart draw={draw} />
      <h2 class="govuk-heading-m">{say(lang, 'site.draw.howToVerify')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href={page('verify.html')}>
            {say(lang, 'site.verify.title')}
          </a>
        </li>
        {state.kind !== 'draw' || state.frozen === undefined || state.voided !== undefined ? null : (
          <li>
            <OwnRowLink href={ownRowPage} />
          </li>
        )}
        {state.frozen === undefined || state.frozen.blinded ? null : (
          <li>
            <a class="govuk-link" href={page(`draws/${state.number}/agencies.html`)}>
              {say(lang, 'site.draw.ownRow')}
            </a>
          </li>
        )}
      </ul>
    </SitePage>
  );
}

function VoidNotice({ draw }: { draw: PublicDraw }): VNode | null {
  const { lang } = usePage();
  const { voided, repeats } = draw.state;
  return (
    <>
      {voided === undefined ? null : (
        <>
          <Warning>{say(lang, 'site.draw.voided')}</Warning>
          <p class="govuk-body">
            {say(lang, 'site.draw.voidedText', {
              ground: sayCode(lang, `site.void.${voided.request.ground}`),
              at: timeText(lang, voided.confirmed.at),
              stage: sayCode(lang, `site.status.${voided.stage}`),
            })}{' '}
            {say(lang, 'site.draw.voidedWhy')}
          </p>
        </>
      )}
      {repeats === undefined ? null : (
        <p class="govuk-body">{say(lang, 'site.draw.repeats', { number: repeats })}</p>
      )}
    </>
  );
}

function ResultPart(props: { draw: PublicDraw; standings: readonly StandingVisit[] }): VNode | null {
  const { draw, standings } = props;
  const { lang } = usePage();
  const { result, visits, plan } = draw;
  if (result === undefined) return null;
  const targeted = draw.state.kind === 'targeted';
  const rates = new Map(plan?.cells.map(({ cell, ppm }) => [cell, ppm]));
  return (
    <>
      <h2 class="govuk-heading-m">{say(lang, 'site.draw.result')}</h2>
      <p class="govuk-body">
        {say(lang, targeted ? 'site.draw.targetedCounts' : 'site.draw.counts', visitCounts(visits))}
      </p>
      {result.infeasible === undefined ? null : <p class="govuk-body">{say(lang, 'site.draw.infeasible')}</p>}
      <DataTable
        caption={say(lang, 'site.draw.cells')}
        rows={result.cells}
        rowKey={({ cell }) => cell}
        columns={[
          {
            key: 'cell',
            label: say(lang, 'site.draw.cell'),
            rowHeader: true,
            cell: ({ cell }) => cellText(lang, cell),
          },
          {
            key: 'rate',
            label: say(lang, 'site.plan.rate'),
            cell: ({ cell }) => rateText(lang, rates.get(cell) ?? 0),
          },
          { key: 'size', label: say(lang, 'site.draw.size'), numeric: true, cell: ({ N }) => N },
          { key: 'n', label: say(lang, 'site.draw.n'), numeric: true, cell: ({ n }) => n },
        ]}
      />
      <VisitTable
        visits={visits}
        standings={standings}
        caption={say(lang, targeted ? 'site.draw.targetedOrder' : 'site.draw.ticketOrder')}
      />
    </>
  );
}

function SealedPart({ draw }: { draw: PublicDraw }): VNode | null {
  const { lang } = usePage();
  const file = useLink();
  const { frozen, number } = draw.state;
  if (frozen === undefined) return null;
  const folder = `draws/${number}`;
  const rows = [
    {
      key: 'plan',
      label: say(lang, 'site.draw.plan'),
      n: undefined,
      digest: frozen.planDigest,
      file: 'plan.json',
    },
    ...(frozen.checklist === undefined
      ? []
      : [
          {
            key: 'checklist',
            label: say(lang, 'site.draw.checklist'),
            n: undefined,
            digest: frozen.checklist.digest,
            file: 'checklist.json',
          },
        ]),
    ...(['agency', 'inspector', 'relation'] as const).map((name) => ({
      key: name,
      label: say(lang, `site.draw.${name}Pool`),
      n: frozen.pools[name].n,
      digest: frozen.pools[name].root,
      file: `${name}.jsonl`,
    })),
  ];
  return (
    <>
      <h2 class="govuk-heading-m">{say(lang, 'site.draw.digests')}</h2>
      <p class="govuk-body">{say(lang, 'site.draw.digestsLead')}</p>
      <DataTable
        caption={say(lang, 'site.draw.digests')}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', label: say(lang, 'site.draw.what'), rowHeader: true, cell: ({ label }) => label },
          { key: 'n', label: say(lang, 'site.draw.rows'), numeric: true, cell: ({ n }) => n },
          {
            key: 'digest',
            label: say(lang, 'site.draw.digest'),
            cell: ({ digest }) => <Hash value={digest} />,
          },
          {
            key: 'file',
            label: say(lang, 'site.draw.file'),
            cell: (row) => (
              <a class="govuk-link" href={file(`${folder}/${row.file}`)} download>
                {row.file}
              </a>
            ),
          },
        ]}
      />
      <p class="govuk-body">{say(lang, blindedText(draw))}</p>
    </>
  );
}

function blindedText({ state }: PublicDraw) {
  if (state.kind === 'targeted') return 'site.draw.blindedTargets';
  return state.frozen?.blinded === true ? 'site.draw.blinded' : 'site.draw.open';
}

function FilesPart({ draw }: { draw: PublicDraw }): VNode | null {
  const { lang } = usePage();
  const file = useLink();
  const { state, opened, replacements } = draw;
  // Rows that were withdrawn leave one tombstone for all.
  const cameIn = opened === 'open' ? replacements.filter((one) => one.cameIn !== undefined) : [];
  const names = [openedName(), ...cameIn.map(({ event }) => openedName(event.e))];
  const folder = `draws/${state.number}`;
  if (state.log.n === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{say(lang, 'site.draw.files')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {recordVersions(state).map(({ sha256 }, e, all) => (
          <li key={sha256}>
            <a class="govuk-link" href={file(`${folder}/${recordName(e)}`)} download>
              {recordName(e)}
            </a>{' '}
            {recordText(lang, e, all.length - 1)}
            <br />
            SHA-256 <Hash value={sha256} />
          </li>
        ))}
        <li>
          <a class="govuk-link" href={file(`${folder}/log.json`)} download>
            log.json
          </a>{' '}
          {say(lang, 'site.draw.log')}
        </li>
        {opened === 'none' ? null : (
          <li>
            {names.map((name) => (
              <a key={name} class="govuk-link" href={file(`${folder}/${name}`)} download>
                {name}{' '}
              </a>
            ))}
            {say(lang, 'site.draw.opened')}
            <br />
            {opened === 'open' ? say(lang, 'site.draw.openedText') : tombstoneText(lang, opened)}
          </li>
        )}
      </ul>
    </>
  );
}

/** What a record is: the only one, that of the draw, or that after a replacement, and whether it holds now. */
function recordText(lang: Lang, e: number, newest: number): string {
  if (newest === 0) return say(lang, 'site.draw.record');
  const text = e === 0 ? say(lang, 'site.draw.recordOfDraw') : say(lang, 'site.draw.recordAfter', { e });
  if (e !== newest) return text;
  const current = say(lang, 'site.draw.recordNewest');
  return lang === 'zh' ? `${text}（${current}）` : `${text} (${current})`;
}

function tombstoneText(lang: Lang, tombstone: Tombstone): string {
  const reason = withdrawalReasons.find(({ code }) => code === tombstone.reason)?.[lang] ?? tombstone.reason;
  return say(lang, 'site.draw.tombstone', { date: dateText(lang, tombstone.date), reason });
}
