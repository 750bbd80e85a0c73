import type { VNode } from 'preact';
import type { StoredCase } from '../../../../shared/case/caseStore.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { ImportCase, ImportStatus } from '../../../../shared/register/commands/importCase.ts';
import { registers } from '../../../../shared/register/register.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Tag, type Tone } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { momentText } from '../moment.ts';
import { importPath } from './importPath.ts';

const tones: Readonly<Record<ImportStatus, Tone>> = {
  uploaded: 'active',
  checked: 'waiting',
  rejected: 'overdue',
  confirmed: 'active',
  applied: 'done',
  abandoned: 'neutral',
};

export function ImportTag({ status }: { status: string }): VNode {
  const { lang } = usePage();
  const known = status as ImportStatus;
  return <Tag tone={tones[known]}>{text(lang, `imports.status.${known}`)}</Tag>;
}

/** Imports, the newest first. */
export function ImportList(props: { imports: readonly StoredCase<ImportCase>[] }): VNode {
  const { lang } = usePage();
  type Row = StoredCase<ImportCase>;
  return (
    <DataTable
      caption={text(lang, 'imports.latest')}
      columns={[
        {
          key: 'at',
          label: text(lang, 'imports.uploadedAt'),
          rowHeader: true,
          cell: ({ state }: Row) => (
            <a class="govuk-link" href={importPath(state.id)}>
              {momentText(lang, state.uploaded.at)}
            </a>
          ),
        },
        {
          key: 'kind',
          label: text(lang, 'registers.library'),
          cell: ({ state }: Row) => registers[state.kind].label[lang],
        },
        { key: 'by', label: text(lang, 'imports.by'), cell: ({ state }: Row) => state.uploaded.name },
        {
          key: 'rows',
          label: text(lang, 'imports.rows'),
          numeric: true,
          cell: ({ state }: Row) => String(state.check?.counts.rows ?? '—'),
        },
        {
          key: 'status',
          label: text(lang, 'imports.status'),
          cell: ({ status }: Row) => <ImportTag status={status} />,
        },
      ]}
      rows={props.imports}
      rowKey={({ caseId }) => caseId}
      empty={text(lang, 'imports.none')}
    />
  );
}
