import type { VNode } from 'preact';
import { mayAct } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { creditCaseId } from '../../../../shared/credit/creditEntry.ts';
import { type CreditItem, inOrder, wireId } from '../../../../shared/credit/creditItem.ts';
import type { CreditDifference } from '../../../../shared/credit/differences.ts';
import type { StoredLedger } from '../../../../shared/credit/ledger.ts';
import type { MappingContext } from '../../../../shared/credit/mapping/fieldRow.ts';
import { orderOf } from '../../../../shared/credit/order.ts';
import { reasonMessage } from '../../../../shared/credit/reasons.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { auditors, readers } from '../access.ts';
import { auditPath } from '../casePath.ts';
import { momentText } from '../moment.ts';
import type { Refused } from './actForm.tsx';
import { CREDIT_PATH } from './creditPaths.ts';
import { say } from './creditWords.ts';
import { DifferencePart } from './differencePart.tsx';
import { EntryActions } from './entryActions.tsx';
import { EntryAttempts, EntryContent } from './entryContent.tsx';
import { DueText, EntryName, entryText, lastText, StatusTag } from './entryLine.tsx';

export interface LedgerProps {
  readonly uscc: string;
  readonly agency: string;
  readonly ledger: StoredLedger | undefined;
  readonly items: readonly CreditItem[];
  readonly differences: readonly CreditDifference[];
  readonly office: MappingContext['office'];
  readonly user: Pick<User, 'userId' | 'roles'>;
  readonly now: Date;
  readonly refused?: Refused;
  readonly problems?: readonly Problem[];
}

/** What the credit-information system says about one agency, why, and how it came there. */
export function LedgerPage(props: LedgerProps): VNode {
  const { lang } = usePage();
  const { uscc, agency, items, differences, user } = props;
  const version = props.ledger?.version ?? 0;
  const { next, held } = orderOf(items);
  const newestFirst = inOrder(items).toReversed();
  const shared = { version, user, refused: props.refused };
  return (
    <ConsolePage
      title={agency}
      lead={
        <>
          <code>{uscc}</code>{' '}
          <Tag tone={held ? 'overdue' : 'neutral'}>
            {say(lang, held ? 'creditPage.ledger.held' : 'creditPage.ledger.open')}
          </Tag>
        </>
      }
      back={{ href: CREDIT_PATH, label: say(lang, 'creditPage.title') }}
      problems={props.problems ?? []}
    >
      <p class="govuk-body">{say(lang, 'creditPage.ledger.lead')}</p>
      <Standing items={items} />
      {differences.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{say(lang, 'creditPage.differences')}</h2>
          {differences.map((difference, i) => (
            <DifferencePart key={difference.key} difference={difference} position={i} {...shared} />
          ))}
        </>
      )}
      <h2 class="govuk-heading-m">{say(lang, 'creditPage.ledger.said')}</h2>
      {newestFirst.length === 0 ? <p class="govuk-body">{say(lang, 'creditPage.waiting.none')}</p> : null}
      {newestFirst.map((item, i) => (
        <section key={`${item.entry.key}@${item.entry.version}`} class="dr-act">
          <h3 class="govuk-heading-s">{entryText(lang, item)}</h3>
          <EntryFacts item={item} now={props.now} />
          <EntryContent item={item} office={props.office} />
          <EntryAttempts item={item} />
          {item === next ? <EntryActions item={item} position={i} office={props.office} {...shared} /> : null}
        </section>
      ))}
      <p class="govuk-body">
        {mayAct(user.roles, readers) ? (
          <a class="govuk-link" href={`/registers/agencies/${encodeURIComponent(uscc)}`}>
            {say(lang, 'creditPage.ledger.register')}
          </a>
        ) : null}{' '}
        {mayAct(user.roles, auditors) && version > 0 ? (
          <a class="govuk-link" href={auditPath(creditCaseId(uscc))}>
            {say(lang, 'creditPage.ledger.audit')}
          </a>
        ) : null}
      </p>
    </ConsolePage>
  );
}

/** The newest acknowledged entry of each key, as long as it is public there. */
function Standing({ items }: { items: readonly CreditItem[] }): VNode {
  const { lang } = usePage();
  const newest = new Map<string, CreditItem>();
  for (const item of items) {
    const known = newest.get(item.entry.key);
    if (item.acknowledged !== undefined && (known?.entry.version ?? 0) < item.entry.version)
      newest.set(item.entry.key, item);
  }
  const shown = inOrder([...newest.values()]).filter(
    ({ entry }) => entry.operation === 'publish' || entry.operation === 'correct',
  );
  return (
    <>
      <h2 class="govuk-heading-m">{say(lang, 'creditPage.ledger.now')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {shown.length === 0 ? <li>{say(lang, 'creditPage.ledger.now.none')}</li> : null}
        {shown.map((item) => (
          <li key={item.entry.key}>
            <EntryName item={item} />
          </li>
        ))}
      </ul>
    </>
  );
}

function EntryFacts({ item, now }: { item: CreditItem; now: Date }): VNode {
  const { lang } = usePage();
  const { entry, acknowledged, nextAt } = item;
  const reason = reasonMessage(entry.reason);
  return (
    <SummaryList
      rows={[
        { label: say(lang, 'creditPage.record'), value: <code>{wireId(item)}</code> },
        { label: say(lang, 'creditPage.status'), value: <StatusTag status={item.status} /> },
        { label: say(lang, 'creditPage.decided'), value: momentText(lang, entry.at) },
        reason === undefined
          ? undefined
          : { label: say(lang, 'creditPage.ledger.reason'), value: reason[lang] },
        entry.due === undefined
          ? undefined
          : { label: say(lang, 'creditPage.due.day'), value: <DueText item={item} now={now} /> },
        acknowledged === undefined
          ? undefined
          : {
              label: say(lang, 'creditPage.ledger.acknowledged'),
              value: `${momentText(lang, acknowledged.at)} · ${say(lang, `credit.outcome.${acknowledged.outcome}`)}`,
            },
        acknowledged?.receipt === undefined
          ? undefined
          : {
              label: say(lang, 'creditPage.ledger.receipt'),
              value: <code>{acknowledged.receipt}</code>,
            },
        acknowledged !== undefined || item.said.length === 0
          ? undefined
          : { label: say(lang, 'creditPage.last'), value: lastText(lang, item) },
        nextAt === undefined
          ? undefined
          : {
              label: say(lang, 'creditPage.attempts'),
              value: `${item.attempts} · ${say(lang, 'creditPage.next', { at: momentText(lang, nextAt) })}`,
            },
      ]}
    />
  );
}
