import type * as z from 'zod';
import type { Problem } from '../problem.ts';
import { agencyContradictions, agencySchema } from './agency.ts';
import type { Column } from './column.ts';
import { columnsOf } from './columns.ts';
import { inspectionItemSchema } from './inspectionItem.ts';
import { inspectorSchema } from './inspector.ts';
import { practitionerSchema } from './practitioner.ts';
import type { RegisterKind, RegisterRows } from './registerStore.ts';
import { relationSchema } from './relation.ts';

/** Everything that is particular to one register. */
export type Register<K extends RegisterKind> = {
  readonly kind: K;
  readonly label: { readonly zh: string; readonly en: string };
  readonly schema: z.ZodType<RegisterRows[K]>;
  readonly columns: readonly Column[];
  /** The columns that together name a row. */
  readonly keyColumns: readonly string[];
  /** Problems that no single field shows. */
  readonly contradictions: (row: RegisterRows[K]) => Problem[];
};

const none = () => [];

/** 一单两库: the object library (agencies, practitioners), the inspector library, the items; and who must step back. */
export const registers: { readonly [K in RegisterKind]: Register<K> } = {
  agency: {
    kind: 'agency',
    label: { zh: '检查对象名录库', en: 'Agencies' },
    schema: agencySchema,
    columns: columnsOf.agency,
    keyColumns: ['uscc'],
    contradictions: agencyContradictions,
  },
  practitioner: {
    kind: 'practitioner',
    label: { zh: '专利代理师名录', en: 'Practitioners' },
    schema: practitionerSchema,
    columns: columnsOf.practitioner,
    keyColumns: ['licenceNo'],
    contradictions: none,
  },
  inspector: {
    kind: 'inspector',
    label: { zh: '执法检查人员名录库', en: 'Inspectors' },
    schema: inspectorSchema,
    columns: columnsOf.inspector,
    keyColumns: ['id'],
    contradictions: none,
  },
  item: {
    kind: 'item',
    label: { zh: '随机抽查事项清单', en: 'Inspection items' },
    schema: inspectionItemSchema,
    columns: columnsOf.item,
    keyColumns: ['code', 'version'],
    contradictions: none,
  },
  relation: {
    kind: 'relation',
    label: { zh: '回避关系', en: 'Relations' },
    schema: relationSchema,
    columns: columnsOf.relation,
    keyColumns: ['inspectorId', 'agencyUscc'],
    contradictions: none,
  },
};
