import type { VNode } from 'preact';
import type { StoredCase } from '../../../../shared/case/caseStore.ts';
import { catalogue, text } from '../../../../shared/messages/catalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { ImportCase } from '../../../../shared/register/commands/importCase.ts';
import type { ImportReport, ReportedRow } from '../../../../shared/register/commands/importReport.ts';
import type { ImportIssue } from '../../../../shared/register/importIssue.ts';
import { registers } from '../../../../shared/register/register.ts';
import { Button, ButtonGroup, ButtonLink } from '../../kit/components/button.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details, Warning } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { LooksAgain } from '../consoleScript.tsx';
import { momentText } from '../moment.ts';
import { FieldValue } from '../registers/fieldValue.tsx';
import { ImportTag } from './importList.tsx';
import { importPath } from './importPath.ts';

/** Seconds after which a waiting page looks again. */
const LOOK_AGAIN = 3;

export interface ImportPageProps {
  readonly stored: StoredCase<ImportCase>;
  /** `gone`: the file store has let it expire. `hidden`: not for this person. */
  readonly report: ImportReport | 'gone' | 'hidden' | undefined;
  readonly slug: string;
  readonly edits: boolean;
  readonly problems?: readonly Problem[];
}

/** One import wherever it stands: waiting, refused, to be confirmed, done. */
export function ImportPage(props: ImportPageProps): VNode {
  const { lang } = usePage();
  const { state, status } = props.stored;
  const { label } = registers[state.kind];
  const waits = status === 'uploaded' || status === 'confirmed';
  const base = `/registers/${props.slug}`;
  return (
    <ConsolePage
      title={text(lang, 'imports.title', { register: label[lang] })}
      lead={
        <>
          <ImportTag status={status} /> {momentText(lang, state.uploaded.at)} {state.uploaded.name}
        </>
      }
      back={{ href: '/registers', label: text(lang, 'registers.title') }}
      problems={props.problems ?? []}
      {...(status === 'applied'
        ? { action: <ButtonLink href={base}>{text(lang, 'imports.seeRegister')}</ButtonLink> }
        : status === 'rejected' && props.edits
          ? { action: <ButtonLink href={`${base}/import`}>{text(lang, 'imports.again')}</ButtonLink> }
          : {})}
    >
      {waits ? <Waiting status={status} /> : null}
      {status === 'rejected' ? <Rejected {...props} /> : null}
      {status === 'abandoned' ? <p class="govuk-body">{text(lang, 'imports.abandoned')}</p> : null}
      {status === 'applied' ? <p class="govuk-body">{text(lang, 'imports.applied')}</p> : null}
      {state.check === undefined ? null : <Counts state={state} />}
      {status === 'checked' && props.edits ? <Confirm {...props} /> : null}
      <Report {...props} />
    </ConsolePage>
  );
}

function Waiting({ status }: { status: string }): VNode {
  const { lang, path } = usePage();
  return (
    <LooksAgain
      seconds={LOOK_AGAIN}
      withoutScript={<p class="govuk-body">{text(lang, 'imports.refreshes', { seconds: LOOK_AGAIN })}</p>}
    >
      <p class="govuk-body" role="status">
        {text(lang, status === 'uploaded' ? 'imports.checking' : 'imports.applying')}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={path}>
          {text(lang, 'imports.look')}
        </a>
      </p>
    </LooksAgain>
  );
}

function Rejected({ stored }: ImportPageProps): VNode {
  const { lang } = usePage();
  const unreadable = stored.state.unreadable ?? [];
  return (
    <>
      <Warning>{text(lang, 'imports.rejected')}</Warning>
      {unreadable.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {unreadable.map((problem) => (
            <li key={problem.code}>{catalogue.problemText(lang, problem)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Counts({ state }: { state: ImportCase }): VNode | null {
  const { lang } = usePage();
  const counts = state.check?.counts;
  if (counts === undefined) return null;
  const names = ['rows', 'create', 'update', 'unchanged', 'missing', 'errors', 'warnings'] as const;
  return (
    <SummaryList
      rows={names.map((name) => ({
        label: text(lang, `imports.count.${name}`),
        value: String(counts[name]),
      }))}
    />
  );
}

/** Only a file without a single error gets here; what is confirmed is named by the digest of what is shown. */
function Confirm({ stored }: ImportPageProps): VNode {
  const { lang } = usePage();
  const { state } = stored;
  const counts = state.check?.counts;
  const changes = (counts?.create ?? 0) + (counts?.update ?? 0);
  const path = importPath(state.id);
  return (
    <>
      {changes === 0 ? (
        <p class="govuk-body">{text(lang, 'imports.nothing')}</p>
      ) : (
        <Form action={`${path}/confirm`} hidden={{ digest: state.check?.digest ?? '' }}>
          <Warning>
            {text(lang, 'imports.confirm.warning', {
              create: counts?.create ?? 0,
              update: counts?.update ?? 0,
            })}
          </Warning>
          <Button look="irreversible">{text(lang, 'imports.confirm')}</Button>
        </Form>
      )}
      <ButtonGroup>
        <Form action={`${path}/recheck`}>
          <Button look="secondary">{text(lang, 'imports.recheck')}</Button>
        </Form>
        <Form action={`${path}/abandon`}>
          <Button look="secondary">{text(lang, 'imports.abandon')}</Button>
        </Form>
      </ButtonGroup>
    </>
  );
}

function Report({ stored, report }: ImportPageProps): VNode | null {
  const { lang } = usePage();
  if (report === undefined) return null;
  if (report === 'gone') return <p class="govuk-body">{text(lang, 'imports.report.gone')}</p>;
  if (report === 'hidden') return <p class="govuk-body">{text(lang, 'imports.report.hidden')}</p>;
  const missing = report.missing.map((key) => key.replaceAll('#', ' '));
  return (
    <>
      {report.errors.length === 0 ? null : (
        <Issues
          caption={text(lang, 'imports.errors', {
            shown: report.errors.length,
            total: report.counts.errors,
          })}
          issues={report.errors}
        />
      )}
      {report.warnings.length === 0 ? null : (
        <Issues
          caption={text(lang, 'imports.warnings', {
            shown: report.warnings.length,
            total: report.counts.warnings,
          })}
          issues={report.warnings}
        />
      )}
      <Changes
        caption={text(lang, 'imports.updates', { shown: report.update.length, total: report.counts.update })}
        rows={report.update}
        state={stored.state}
      />
      <Changes
        caption={text(lang, 'imports.creates', { shown: report.create.length, total: report.counts.create })}
        rows={report.create}
        state={stored.state}
      />
      {missing.length === 0 ? null : (
        <Details
          summary={text(lang, 'imports.missing', { shown: missing.length, total: report.counts.missing })}
        >
          <p class="govuk-body">{missing.join(lang === 'zh' ? '、' : ', ')}</p>
        </Details>
      )}
    </>
  );
}

/** `Sheet1!G2`; a CSV has no sheets to tell apart. */
function cellOf({ sheet, address }: ImportIssue): string {
  return sheet === '' || sheet === 'CSV' ? address : `${sheet}!${address}`;
}

function Issues(props: { caption: string; issues: readonly ImportIssue[] }): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={props.caption}
      columns={[
        {
          key: 'cell',
          label: text(lang, 'imports.issue.cell'),
          rowHeader: true,
          cell: ({ issue }) => cellOf(issue),
        },
        { key: 'column', label: text(lang, 'imports.column'), cell: ({ issue }) => issue.column },
        { key: 'value', label: text(lang, 'imports.issue.value'), cell: ({ issue }) => issue.value },
        {
          key: 'message',
          label: text(lang, 'imports.issue.message'),
          cell: ({ issue }) => catalogue.problemText(lang, issue),
        },
      ]}
      rows={props.issues.map((issue, index) => ({ issue, index }))}
      rowKey={({ index }) => String(index)}
    />
  );
}

function Changes(props: { caption: string; rows: readonly ReportedRow[]; state: ImportCase }): VNode | null {
  const { lang } = usePage();
  if (props.rows.length === 0) return null;
  const { columns } = registers[props.state.kind];
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const shown = (field: string, value: unknown) => {
    const column = byKey.get(field);
    return column === undefined ? String(value ?? '') : <FieldValue column={column} value={value} />;
  };
  return (
    <DataTable
      caption={props.caption}
      columns={[
        {
          key: 'row',
          label: text(lang, 'imports.row'),
          numeric: true,
          cell: ({ row }: ReportedRow) => String(row),
        },
        {
          key: 'key',
          label: text(lang, 'imports.key'),
          rowHeader: true,
          cell: ({ key }: ReportedRow) => key.replaceAll('#', ' '),
        },
        {
          key: 'changes',
          label: text(lang, 'imports.changes'),
          cell: ({ changes }: ReportedRow) => (
            <ul class="govuk-list">
              {changes.map((change) => (
                <li key={change.field}>
                  {byKey.get(change.field)?.header[lang] ?? change.field}
                  {lang === 'zh' ? '：' : ': '}
                  {change.old === undefined ? null : (
                    <>
                      <del>{shown(change.field, change.old)}</del> →{' '}
                    </>
                  )}
                  <ins>{shown(change.field, change.new)}</ins>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
      rows={props.rows}
      rowKey={({ row }) => String(row)}
    />
  );
}
