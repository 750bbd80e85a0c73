import type { VNode } from 'preact';
import { type AuditEntry, entryDigest } from '../../../../shared/audit/entry.ts';
import { type ChainFault, verifyChain } from '../../../../shared/audit/verifyChain.ts';
import { shanghaiDate, yearOf } from '../../../../shared/calendar/localDate.ts';
import { catalogue, text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { Select } from '../../kit/components/choiceFields.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Filters } from '../../kit/components/filters.tsx';
import { Hash } from '../../kit/components/hash.tsx';
import { Details, NotificationBanner, Warning } from '../../kit/components/notices.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { Timeline, type TimelineStep } from '../../kit/components/timeline.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, staffRoute } from '../../kit/http/route.ts';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { firstValue } from '../../kit/links.ts';
import { auditors } from '../access.ts';
import { auditPath, caseIdOf } from '../casePath.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { preciseText } from '../moment.ts';
import { namesOfPeople } from '../peopleNames.ts';

/** Cases of late that the auditor can go to without knowing a number. */
interface RecentCase {
  readonly caseId: string;
  readonly what: string;
}

export const auditRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/audit',
    access: auditors,
    handle: async ({ deps, query, lang }) => {
      const asked = firstValue(query, 'case').trim();
      const head = asked === '' ? undefined : await deps.draws.cases.load(caseIdOf(asked));
      if (head !== undefined) return redirect(auditPath(head.caseId));
      const [draws, orders, plans, years, imports] = await Promise.all([
        deps.draws.desk.numbers(),
        deps.targetedOrders.ofYear(yearOf(shanghaiDate(deps.draws.now()))),
        deps.plans.plans(),
        deps.holidays.list(),
        deps.imports.newest(20),
      ]);
      const recent: readonly RecentCase[] = [
        ...draws.map((number) => ({ caseId: `DR#${number}`, what: text(lang, 'audit.what.draw') })),
        ...orders.map(({ caseId }) => ({ caseId, what: text(lang, 'audit.what.targeted') })),
        ...plans.map(({ month, title }) => ({ caseId: `PL#${month}`, what: title })),
        ...years.map(({ caseId }) => ({ caseId, what: text(lang, 'audit.what.calendar') })),
        ...imports.map(({ caseId }) => ({ caseId, what: text(lang, 'audit.what.import') })),
      ];
      const problems = asked === '' ? [] : [{ code: 'audit.unknown', field: 'case' }];
      return page(<AuditIndex recent={recent} problems={problems} />, asked === '' ? {} : { status: 422 });
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/audit/{caseId}',
    access: auditors,
    handle: async ({ deps, params, query }) => {
      const caseId = caseIdOf(params['caseId'] ?? '');
      const { cases } = deps.draws;
      // The chain first: a case that moves on meanwhile has more entries than were read, never fewer.
      const entries = await cases.chain(caseId);
      const [head, names] = await Promise.all([cases.load(caseId), namesOfPeople(deps)]);
      if (head === undefined && entries.length === 0) return notFound();
      const known = head === undefined ? undefined : headAt(head, entries);
      const faults = verifyChain(caseId, entries, known);
      return page(
        <ChainPage caseId={caseId} entries={entries} faults={faults} names={names} query={query} />,
      );
    },
  }),
];

/** The head that the chain was read under: a command that came in between is checked on the next look. */
function headAt(
  head: { readonly auditSeq: number; readonly auditHash: string },
  entries: readonly AuditEntry[],
) {
  const last = entries.at(-1);
  return last !== undefined && head.auditSeq === last.seq + 1
    ? { auditSeq: last.seq, auditHash: entryDigest(last) }
    : { auditSeq: head.auditSeq, auditHash: head.auditHash };
}

function AuditIndex(props: { recent: readonly RecentCase[]; problems: readonly Problem[] }): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage title={text(lang, 'audit.title')} problems={props.problems}>
      <Filters>
        <TextInput
          name="case"
          label={text(lang, 'audit.case')}
          hint={text(lang, 'audit.case.hint')}
          width={30}
          code
        />
      </Filters>
      <DataTable
        caption={text(lang, 'audit.recent')}
        columns={[
          {
            key: 'case',
            label: text(lang, 'audit.case'),
            rowHeader: true,
            cell: ({ caseId }: RecentCase) => (
              <a class="govuk-link" href={auditPath(caseId)}>
                {caseId}
              </a>
            ),
          },
          { key: 'what', label: text(lang, 'audit.what'), cell: ({ what }: RecentCase) => what },
        ]}
        rows={props.recent}
        rowKey={({ caseId }) => caseId}
      />
    </ConsolePage>
  );
}

function ChainPage(props: {
  caseId: string;
  entries: readonly AuditEntry[];
  faults: readonly ChainFault[];
  names: ReadonlyMap<string, string>;
  query: Values;
}): VNode {
  const { lang } = usePage();
  const { entries, faults, names } = props;
  const [command, actor] = [firstValue(props.query, 'command'), firstValue(props.query, 'actor')];
  const shown = entries.filter(
    (entry) => (command === '' || entry.command === command) && (actor === '' || entry.actor === actor),
  );
  const nameOf = (id: string) => (id === 'system' ? text(lang, 'audit.system') : (names.get(id) ?? id));
  const choices = (values: readonly string[]) => [...new Set(values)].toSorted();
  return (
    <ConsolePage
      title={text(lang, 'audit.chain', { case: props.caseId })}
      lead={text(lang, 'audit.entries', { count: entries.length })}
      back={{ href: '/audit', label: text(lang, 'audit.title') }}
    >
      {faults.length === 0 ? (
        <NotificationBanner kind="success" title={text(lang, 'audit.result')}>
          <p class="govuk-notification-banner__heading">{text(lang, 'audit.intact')}</p>
        </NotificationBanner>
      ) : (
        <>
          <Warning>{text(lang, 'audit.broken', { count: faults.length })}</Warning>
          <ul class="govuk-list govuk-list--bullet">
            {faults.map(({ seq, fault }) => (
              <li key={`${seq} ${fault}`}>{text(lang, `audit.fault.${fault}`, { seq })}</li>
            ))}
          </ul>
        </>
      )}
      <Filters>
        <Select
          name="command"
          label={text(lang, 'audit.command')}
          empty={text(lang, 'registers.filter.all')}
          choices={choices(entries.map((entry) => entry.command)).map((value) => ({
            value,
            label: commandText(lang, value),
          }))}
        />
        <Select
          name="actor"
          label={text(lang, 'audit.actor')}
          empty={text(lang, 'registers.filter.all')}
          choices={choices(entries.map((entry) => entry.actor)).map((value) => ({
            value,
            label: nameOf(value),
          }))}
        />
      </Filters>
      <Timeline
        label={text(lang, 'audit.title')}
        steps={shown.map(
          (entry): TimelineStep => ({
            title: `${entry.seq} · ${commandText(lang, entry.command)}`,
            state: 'done',
            by: nameOf(entry.actor),
            at: preciseText(lang, entry.at),
            hash: entryDigest(entry),
            body: <EntryFacts entry={entry} />,
          }),
        )}
      />
    </ConsolePage>
  );
}

/** A command in words with its code: the code is what the entry itself holds. */
function commandText(lang: Lang, command: string): string {
  const code = `audit.command.${command}`;
  return catalogue.has(code) ? `${catalogue.problemText(lang, { code })} (${command})` : command;
}

/** The texts of the states by the kind of case. */
const STATES: Readonly<Record<string, string>> = {
  DR: 'ceremony.status',
  PL: 'plans.status',
  IM: 'imports.status',
  NT: 'notice.status',
  HOL: 'calendarPage.status',
};

/** A state in words with its code, where the kind of case has words for it. */
function stateText(lang: Lang, caseId: string, state: string): string {
  if (state === '') return '—';
  const code = `${STATES[caseId.split('#')[0] ?? '']}.${state}`;
  return catalogue.has(code) ? `${catalogue.problemText(lang, { code })} (${state})` : state;
}

function EntryFacts({ entry }: { entry: AuditEntry }): VNode {
  const { lang } = usePage();
  const law =
    entry.lawVersion === undefined ? undefined : text(lang, 'audit.law', { version: entry.lawVersion });
  const facts = [entry.ground, entry.district, law].filter((fact) => fact !== undefined);
  return (
    <>
      <p class="govuk-body">
        {stateText(lang, entry.case, entry.from)} → {stateText(lang, entry.case, entry.to)}
        {facts.length === 0 ? '' : ` · ${facts.join(' · ')}`}
      </p>
      <Details summary={text(lang, 'audit.digests')}>
        <dl>
          <dt>{text(lang, 'audit.previous')}</dt>
          <dd>
            <Hash value={entry.prev} />
          </dd>
          {Object.entries(entry.digests).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Hash value={value} />
              </dd>
            </div>
          ))}
        </dl>
      </Details>
    </>
  );
}
