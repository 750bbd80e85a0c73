import type { VNode } from 'preact';
import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { dayText } from '../moment.ts';
import { CaseLink } from './caseLine.tsx';
import type { CasePageProps } from './casePage.tsx';
import { toneOf, words } from './complaintWords.ts';
import { statusOf } from './waiting.ts';

interface Line {
  readonly stored: StoredComplaint;
  readonly how: string;
}

/** Cases that this one names, and those about the same matter; whether they are of the same person nobody sees here. */
export function Related(props: CasePageProps): VNode | null {
  const { lang, stored, same, linked } = props;
  const named = stored.state.links.flatMap(({ id, as }): readonly Line[] => {
    const other = linked.get(id);
    return other === undefined ? [] : [{ stored: other, how: words(lang, `complaintPage.link.${as}`) }];
  });
  const known = new Set(named.map((line) => line.stored.caseId));
  const lines = [
    ...named,
    ...same
      .filter(({ caseId }) => !known.has(caseId))
      .map((one): Line => ({ stored: one, how: words(lang, 'complaintPage.link.same') })),
  ];
  if (lines.length === 0) return null;
  return (
    <DataTable
      caption={words(lang, 'complaintPage.related')}
      rows={lines}
      rowKey={(line) => `${line.stored.caseId} ${line.how}`}
      columns={[
        {
          key: 'case',
          label: words(lang, 'complaintPage.case'),
          rowHeader: true,
          cell: (line) => (
            <>
              <CaseLink stored={line.stored} /> {words(lang, `complaint.kind.${line.stored.state.kind}`)}
            </>
          ),
        },
        { key: 'how', label: words(lang, 'complaintPage.link'), cell: ({ how }) => how },
        {
          key: 'received',
          label: words(lang, 'complaintPage.received'),
          cell: (line) => dayText(lang, line.stored.state.received.on),
        },
        {
          key: 'status',
          label: words(lang, 'complaintPage.status'),
          cell: (line) => (
            <Tag tone={toneOf(statusOf(line.stored))}>
              {words(lang, `complaint.status.${statusOf(line.stored)}`)}
            </Tag>
          ),
        },
      ]}
    />
  );
}
