import type { VNode } from 'preact';
import { mayAct } from '../../../../shared/access/roles.ts';
import { drawCaseId } from '../../../../shared/draw/ceremony/drawRows.ts';
import type { MonthLock } from '../../../../shared/draw/ceremony/ports.ts';
import type { Visit } from '../../../../shared/draw/ceremony/visit.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { Objection } from '../../../../shared/objection/objection.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { Hash } from '../../kit/components/hash.tsx';
import { Inset, NotificationBanner } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { Timeline } from '../../kit/components/timeline.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { readers as orderReaders } from '../access.ts';
import { LooksAgain } from '../consoleScript.tsx';
import { monthText, preciseText } from '../moment.ts';
import { type ActionProps, openPanels } from './actions.tsx';
import { toneOf, words } from './drawWords.ts';
import { Objections } from './objections.tsx';
import { Replacements } from './replacements.tsx';
import { VisitTable } from './result.tsx';
import { stepsOf } from './steps.tsx';
import { Withdraw } from './withdraw.tsx';

export interface DrawPageProps extends ActionProps {
  readonly visits: readonly Visit[];
  readonly lock?: MonthLock;
  readonly problems: readonly Problem[];
  readonly publicUrl: string;
  /** Empty for those who may not read them. */
  readonly objections: readonly Objection[];
  readonly canWithdraw: boolean;
}

/** Statuses in which nobody but the system acts: the page asks again by itself. */
const SYSTEM_STEPS = new Set(['planned', 'confirmed', 'sealed', 'drawn']);

/** What can be asked for at any time is not what the draw waits for. */
const VOIDING = new Set(['request-void', 'withdraw-void']);

/** One draw: what is to be done now on top, then the result, then every step with who, when and hash. */
export function DrawPage(props: DrawPageProps): VNode {
  const { lang, draw, status } = props;
  return (
    <ConsolePage
      title={`${words(lang, `ceremony.kind.${draw.kind}`)} ${draw.number}`}
      lead={
        <>
          <Tag tone={toneOf(status)}>{words(lang, `ceremony.status.${status}`)}</Tag>{' '}
          {monthText(lang, draw.task)} · {draw.plan.title}
        </>
      }
      back={{ href: '/draws', label: words(lang, 'drawPage.list.title') }}
      problems={props.problems}
    >
      <Banners {...props} />
      <ToDo {...props} />
      {draw.result === undefined ? null : <Result {...props} />}
      {draw.events === undefined ? null : <Replacements {...props} events={draw.events} />}
      {props.objections.length === 0 ? null : <Objections {...props} />}
      {props.canWithdraw ? <Withdraw {...props} /> : null}
      <h2 class="govuk-heading-m">{words(lang, 'drawPage.timeline')}</h2>
      <Timeline label={words(lang, 'drawPage.timeline')} steps={stepsOf(lang, draw, status)} />
      <TargetOrders {...props} />
      <Files {...props} />
    </ConsolePage>
  );
}

function Banners({ lang, draw }: DrawPageProps): VNode {
  const { voided, voidRequest } = draw;
  return (
    <>
      {draw.kind === 'rehearsal' ? (
        <p class="dr-rehearsal">{words(lang, 'drawPage.rehearsal.banner')}</p>
      ) : null}
      {draw.kind === 'targeted' ? <Inset>{words(lang, 'drawPage.targeted.banner')}</Inset> : null}
      {draw.repeats === undefined ? null : (
        <Inset>{words(lang, 'drawPage.repeats', { number: draw.repeats })}</Inset>
      )}
      {voided === undefined ? null : (
        <NotificationBanner>
          <p class="govuk-notification-banner__heading">
            {words(lang, 'drawPage.voided', {
              at: preciseText(lang, voided.confirmed.at),
              ground: words(lang, `ceremony.ground.${voided.request.ground}`),
              by: voided.request.name,
              confirmed: voided.confirmed.name,
            })}
          </p>
        </NotificationBanner>
      )}
      {voidRequest === undefined ? null : (
        <NotificationBanner>
          <p class="govuk-notification-banner__heading">
            {words(lang, 'drawPage.voidRequested', {
              by: voidRequest.name,
              at: preciseText(lang, voidRequest.at),
              ground: words(lang, `ceremony.ground.${voidRequest.ground}`),
              reason: voidRequest.reason,
            })}
          </p>
        </NotificationBanner>
      )}
    </>
  );
}

function ToDo(props: DrawPageProps): VNode | null {
  const { lang, status } = props;
  if (status === 'published' || status === 'voided') return null;
  const open = openPanels(props);
  return (
    <section class="dr-todo" aria-labelledby="todo">
      <h2 class="govuk-heading-m" id="todo">
        {words(lang, 'drawPage.do.title')}
      </h2>
      {SYSTEM_STEPS.has(status) ? (
        <Waiting lang={lang} again={props.refused === undefined && props.problems.length === 0} />
      ) : open.every(({ command }) => VOIDING.has(command)) ? (
        <p class="govuk-body">{words(lang, 'drawPage.do.nothing')}</p>
      ) : null}
      {open.map(({ command, panel }) => (
        <div key={command}>{panel}</div>
      ))}
    </section>
  );
}

/** After a refused form nothing is asked again: the page has the entries, and its address takes no GET. */
function Waiting({ lang, again }: { lang: Lang; again: boolean }): VNode {
  return again ? (
    <LooksAgain seconds={2}>
      <p class="govuk-body">{words(lang, 'drawPage.wait.system')}</p>
    </LooksAgain>
  ) : (
    <p class="govuk-body">{words(lang, 'drawPage.wait.once')}</p>
  );
}

function Result({ lang, draw, visits, lock }: DrawPageProps): VNode {
  return (
    <section>
      <h2 class="govuk-heading-m">{words(lang, 'drawPage.result.title')}</h2>
      {draw.result?.infeasible === true ? (
        <NotificationBanner>{words(lang, 'drawPage.result.infeasible')}</NotificationBanner>
      ) : null}
      <SummaryList
        rows={[
          { label: words(lang, 'drawPage.visits'), value: String(draw.result?.visits ?? 0) },
          lock === undefined
            ? undefined
            : { label: words(lang, 'drawPage.presses'), value: String(lock.presses) },
          draw.commitDigest === undefined
            ? undefined
            : { label: words(lang, 'drawPage.commitment'), value: <Hash value={draw.commitDigest} /> },
          draw.record === undefined
            ? undefined
            : { label: words(lang, 'drawPage.record.sha256'), value: <Hash value={draw.record.sha256} /> },
        ]}
      />
      <VisitTable lang={lang} visits={visits} />
    </section>
  );
}

/** The orders behind a targeted draw, for those who may read them. */
function TargetOrders({ lang, draw, user }: DrawPageProps): VNode | null {
  if (draw.targets === undefined || !mayAct(user.roles, orderReaders)) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{words(lang, 'drawPage.targeted.orders')}</h2>
      <ul class="govuk-list">
        {draw.targets
          .flatMap(({ orders }) => orders)
          .map((number) => (
            <li key={number}>
              <a class="govuk-link" href={`/targeted/${number}`}>
                {number}
              </a>
            </li>
          ))}
      </ul>
    </section>
  );
}

function Files({ lang, draw, status, publicUrl, user }: DrawPageProps): VNode {
  const base = `/draws/${draw.number}`;
  const reads = (role: string) => user.roles.some((held) => held === role);
  const links = [
    { href: `${base}/screen`, label: words(lang, 'drawPage.files.screen') },
    { href: `${base}/paper`, label: words(lang, 'drawPage.files.paper') },
    ...(status === 'published'
      ? [{ href: `${base}/record.json`, label: words(lang, 'drawPage.files.record') }]
      : []),
    { href: `${publicUrl}/draws/${draw.number}/`, label: words(lang, 'drawPage.files.public') },
    // A rehearsal notifies nobody.
    ...(draw.kind !== 'rehearsal' && (reads('supervisor') || reads('approver') || reads('auditor'))
      ? [{ href: `/notices?draw=${draw.number}`, label: words(lang, 'drawPage.files.notices') }]
      : []),
    ...(reads('auditor')
      ? [
          {
            href: `/audit/${encodeURIComponent(drawCaseId(draw.number))}`,
            label: words(lang, 'drawPage.files.audit'),
          },
        ]
      : []),
  ];
  return (
    <nav aria-labelledby="files">
      <h2 class="govuk-heading-m" id="files">
        {words(lang, 'drawPage.files')}
      </h2>
      <ul class="govuk-list">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
