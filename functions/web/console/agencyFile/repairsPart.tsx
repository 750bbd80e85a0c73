import type { VNode } from 'preact';
import { mayAct } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { StoredRepair } from '../../../../shared/repair/ports.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { dayText } from '../moment.ts';
import { statusOf } from '../repairs/offers.ts';
import { repairPagePath, repairRoles, toneOf, words } from '../repairs/repairWords.ts';
import type { FilePart } from './filePart.ts';

/** Every application for credit repair of the agency or one of its people; the way to each for those who work on them. */
export const repairsPart: FilePart<'repairs'> = async ({ repairs }, { uscc, user }) => (
  <Repairs cases={await repairs.lists.ofAgency(uscc)} user={user} />
);

function Repairs({ cases, user }: { cases: readonly StoredRepair[]; user: User }): VNode {
  const { lang } = usePage();
  const works = mayAct(user.roles, repairRoles);
  return (
    <DataTable
      caption={text(lang, 'agencyFile.repairs')}
      rows={cases}
      rowKey={({ caseId }) => caseId}
      empty={text(lang, 'agencyFile.repairs.none')}
      columns={[
        {
          key: 'record',
          label: text(lang, 'agencyFile.repairs.record'),
          rowHeader: true,
          cell: ({ state: { id, subject } }) => {
            const name = `${words(lang, `repair.subject.${subject.kind}`)} ${subject.number}`;
            return works ? (
              <a class="govuk-link" href={repairPagePath(id)}>
                {name}
              </a>
            ) : (
              name
            );
          },
        },
        {
          key: 'received',
          label: text(lang, 'agencyFile.received'),
          cell: ({ state: { applied } }) => (applied === undefined ? '—' : dayText(lang, applied.on)),
        },
        {
          key: 'status',
          label: text(lang, 'agencyFile.status'),
          cell: (stored) => (
            <Tag tone={toneOf(statusOf(stored))}>{words(lang, `repair.status.${statusOf(stored)}`)}</Tag>
          ),
        },
        {
          key: 'decision',
          label: text(lang, 'agencyFile.repairs.decision'),
          cell: ({ state: { decision } }) => decision?.number ?? '—',
        },
      ]}
    />
  );
}
