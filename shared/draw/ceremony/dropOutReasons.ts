/** Why somebody or something drawn drops out: a closed list, published with every event (DR-1 §1.8, §1.11.11). */
interface Reason {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly type: 'agency' | 'inspector';
}

export const dropOutReasons = [
  { type: 'inspector', code: 'recusal-own', zh: '主动回避', en: 'Recused themselves' },
  { type: 'inspector', code: 'recusal-granted', zh: '申请回避成立', en: 'A request for recusal was granted' },
  { type: 'inspector', code: 'ill', zh: '生病', en: 'Ill' },
  { type: 'inspector', code: 'on-leave', zh: '休假或者出差', en: 'On leave or travelling' },
  { type: 'inspector', code: 'transferred', zh: '调离', en: 'Transferred' },
  { type: 'inspector', code: 'certificate', zh: '执法证失效', en: 'The enforcement certificate lapsed' },
  { type: 'agency', code: 'closed', zh: '注销', en: 'Closed' },
  { type: 'agency', code: 'suspended', zh: '停业', en: 'Out of business for the time being' },
  { type: 'agency', code: 'duplicate', zh: '重复检查', en: 'Inspected by another office already' },
] as const satisfies readonly Reason[];

type Row = (typeof dropOutReasons)[number];
export type DropOutReason = Row['code'];
export type ReasonOf<Type extends Reason['type']> = Extract<Row, { readonly type: Type }>['code'];

/** The reasons for which an agency or an inspector may drop out. */
export function dropOutReasonsFor<Type extends Reason['type']>(type: Type) {
  return dropOutReasons.filter((reason) => reason.type === type);
}

/** A reason in words; its code when it is not of the list. */
export function dropOutReasonText(lang: 'zh' | 'en', code: string): string {
  return dropOutReasons.find((reason) => reason.code === code)?.[lang] ?? code;
}
