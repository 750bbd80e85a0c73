import type { VNode } from 'preact';
import { mayAct, roles } from '../../../../shared/access/roles.ts';
import { monthOf, shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { instantOf } from '../../../../shared/draw/ceremony/command.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { ButtonLink } from '../../kit/components/button.tsx';
import { page } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { deskRoles } from '../complaints/complaintAccess.ts';
import { MineTable } from '../complaints/mineTable.tsx';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { openPanels } from '../draws/actions.tsx';
import { words } from '../draws/drawWords.ts';
import { type DrawRow, DrawTable } from '../draws/listPage.tsx';
import { drawRows } from '../draws/routes.tsx';
import { loadWaiting } from '../inspections/waitingLoad.ts';
import { WaitingTable } from '../inspections/waitingTable.tsx';
import { monthText } from '../moment.ts';
import { PenaltyMineTable } from '../penalties/mineTable.tsx';
import { readsPenalties } from '../penalties/penaltyAccess.ts';
import { waitsFor } from '../penalties/waiting.ts';

/** Draws in which this person has something to do now. */
export function waitingDraws(
  rows: readonly DrawRow[],
  user: SignedInRequest<ConsoleDeps>['user'],
  lang: Lang,
  at: string,
): readonly DrawRow[] {
  // Asking for a void or a new freeze is always possible; it is nothing that waits.
  const optional = new Set(['request-void', 'refreeze', 'unseal', 'withdraw-void']);
  return rows.filter(({ draw, status }) =>
    openPanels({ lang, draw, status, user, at }).some(({ command }) => !optional.has(command)),
  );
}

/** The desk: what waits for this person, what is under way, what was published last. */
async function home(request: SignedInRequest<ConsoleDeps>): Promise<WebResponse> {
  const { deps, lang, user } = request;
  const [rows, complaints, penalties, waiting, calendar] = await Promise.all([
    drawRows(deps),
    mayAct(user.roles, deskRoles) ? deps.complaintLists.openCases() : [],
    readsPenalties(user) ? deps.penaltyLists.openCases() : [],
    loadWaiting(deps, user, request.now),
    deps.calendar(),
  ]);
  const ended = (row: DrawRow) => row.status === 'published' || row.status === 'voided';
  const last = rows.find(({ draw, status }) => status === 'published' && draw.kind === 'draw');
  return page(
    <ConsolePage title={words(lang, 'drawPage.home.title')}>
      {await nextStep(request, rows)}
      <MineTable open={complaints} user={user} today={shanghaiDate(request.now)} calendar={calendar} />
      <WaitingTable waiting={waiting} today={shanghaiDate(request.now)} calendar={calendar} />
      <PenaltyMineTable open={penalties} user={user} today={shanghaiDate(request.now)} calendar={calendar} />
      {user.roles.includes('legalReviewer') &&
      !penalties.some((one) => waitsFor(one, user).includes('review')) ? (
        <section>
          <h2 class="govuk-heading-m">{words(lang, 'drawPage.home.review')}</h2>
          <p class="govuk-body">{words(lang, 'drawPage.home.review.none')}</p>
        </section>
      ) : null}
      <Section
        title={words(lang, 'drawPage.home.todo')}
        none={words(lang, 'drawPage.home.todo.none')}
        lang={lang}
        rows={waitingDraws(rows, user, lang, instantOf(request.now))}
      />
      <Section
        title={words(lang, 'drawPage.home.open')}
        none={words(lang, 'drawPage.home.open.none')}
        lang={lang}
        rows={rows.filter((row) => !ended(row))}
      />
      {last === undefined ? null : (
        <Section title={words(lang, 'drawPage.home.last')} none="" lang={lang} rows={[last]} />
      )}
    </ConsolePage>,
  );
}

/** What a supervisor does next for this month: write the plan, or open the draw. */
async function nextStep(
  { deps, lang, user, now }: SignedInRequest<ConsoleDeps>,
  rows: readonly DrawRow[],
): Promise<VNode | null> {
  if (!user.roles.includes('supervisor')) return null;
  const month = monthOf(shanghaiDate(now));
  const stands = rows.some(
    ({ draw, status }) => draw.task === month && draw.kind === 'draw' && status !== 'voided',
  );
  if (stands) return null;
  const published = (await deps.plans.plan(month))?.status === 'published';
  const step = published ? 'open' : 'plan';
  return (
    <section class="dr-todo">
      <h2 class="govuk-heading-m">{words(lang, 'drawPage.home.next')}</h2>
      <p class="govuk-body">{words(lang, `drawPage.home.next.${step}`, { month: monthText(lang, month) })}</p>
      <ButtonLink href={published ? '/draws' : `/plans/${month}`}>
        {words(lang, `drawPage.home.next.${step}Link`)}
      </ButtonLink>
    </section>
  );
}

function Section(props: { title: string; none: string; lang: Lang; rows: readonly DrawRow[] }): VNode {
  return (
    <section>
      {props.rows.length === 0 ? (
        <>
          <h2 class="govuk-heading-m">{props.title}</h2>
          <p class="govuk-body">{props.none}</p>
        </>
      ) : (
        <DrawTable lang={props.lang} rows={props.rows} caption={props.title} />
      )}
    </section>
  );
}

export const homeRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute({ method: 'GET', path: '/', access: roles, handle: home }),
];
