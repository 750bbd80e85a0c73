import type { VNode } from 'preact';
import { type InspectionCase, members } from '../../../shared/inspection/inspectionCase.ts';
import { itemRef } from '../../../shared/plan/monthPlan.ts';
import type { InspectionItem } from '../../../shared/register/inspectionItem.ts';
import type { Inspector } from '../../../shared/register/inspector.ts';
import { inspectionMethods } from '../../../shared/register/vocabulary.ts';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { say } from './words.ts';

/** A member of the team with what the certificate says. */
export interface ShownMember {
  readonly tid: string;
  readonly name: string;
  /** Absent when the register does not know the person any more. */
  readonly inspector: Inspector | undefined;
  readonly leader: boolean;
}

/** The members as the notice names them, the leader first. */
export function shownTeam(
  inspection: Pick<InspectionCase, 'team'>,
  inspectors: readonly Inspector[],
): readonly ShownMember[] {
  const byId = new Map(inspectors.map((inspector) => [inspector.id, inspector]));
  return members(inspection).map((seat, index) => ({
    tid: seat.tid,
    name: seat.name,
    inspector: byId.get(seat.inspectorId),
    leader: index === 0,
  }));
}

export function TeamTable(props: { caption: string; team: readonly ShownMember[] }): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={props.caption}
      rows={props.team}
      rowKey={({ tid }) => tid}
      empty={say(lang, 'linkInspection.team.none')}
      columns={[
        {
          key: 'name',
          label: say(lang, 'linkInspection.team.name'),
          rowHeader: true,
          cell: ({ name }) => <span lang="zh-CN">{name}</span>,
        },
        {
          key: 'role',
          label: say(lang, 'linkInspection.team.role'),
          cell: ({ leader }) =>
            say(lang, leader ? 'linkInspection.team.leader' : 'linkInspection.team.member'),
        },
        {
          key: 'certificate',
          label: say(lang, 'linkInspection.team.certificate'),
          cell: ({ inspector }) => <span class="dr-code">{inspector?.certificateNo ?? '—'}</span>,
        },
        {
          key: 'unit',
          label: say(lang, 'linkInspection.team.unit'),
          cell: ({ inspector }) => <span lang="zh-CN">{inspector?.unit ?? '—'}</span>,
        },
      ]}
    />
  );
}

export function ItemTable({ caption, items }: { caption: string; items: readonly InspectionItem[] }): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={caption}
      rows={items}
      rowKey={itemRef}
      columns={[
        {
          key: 'name',
          label: say(lang, 'linkInspection.items.name'),
          rowHeader: true,
          cell: ({ name }) => <span lang="zh-CN">{name}</span>,
        },
        {
          key: 'basis',
          label: say(lang, 'linkInspection.items.basis'),
          cell: ({ legalBasis }) => <span lang="zh-CN">{legalBasis}</span>,
        },
        {
          key: 'method',
          label: say(lang, 'linkInspection.items.method'),
          cell: ({ method }) => inspectionMethods.find(({ code }) => code === method)?.[lang] ?? method,
        },
      ]}
    />
  );
}
