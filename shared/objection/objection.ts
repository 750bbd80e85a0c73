import * as z from 'zod';

interface Reason {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly who: readonly ('agency' | 'inspector')[];
}

/** What one can object to about one's own row before the draw (DR-1 §1.4): a closed list. */
export const objectionReasons = [
  { code: 'cell', zh: '抽取单元有误', en: 'The cell is wrong', who: ['agency'] },
  { code: 'kind', zh: '业务类型有误', en: 'The kind of business is wrong', who: ['agency'] },
  { code: 'district', zh: '所在区有误', en: 'The district is wrong', who: ['agency', 'inspector'] },
  {
    code: 'status',
    zh: '机构状态有误（注销、停业等）',
    en: 'The status is wrong (closed, suspended …)',
    who: ['agency'],
  },
  {
    code: 'inspected',
    zh: '上次检查日期有误',
    en: 'The date of the last inspection is wrong',
    who: ['agency'],
  },
  {
    code: 'conflict',
    zh: '应当回避的关系没有登记',
    en: 'A conflict of interest is missing',
    who: ['agency', 'inspector'],
  },
  { code: 'quals', zh: '检查资格有误', en: 'The qualifications are wrong', who: ['inspector'] },
  { code: 'certificate', zh: '执法证信息有误', en: 'The certificate is wrong', who: ['inspector'] },
  { code: 'load', zh: '承担数量有误', en: 'The number of visits is wrong', who: ['inspector'] },
] as const satisfies readonly Reason[];
export type ObjectionReason = (typeof objectionReasons)[number]['code'];

/**
 * Most objections of one row in one draw. Each is an entry of the public log for ever; whoever holds one link could
 * otherwise fill the log until the record is too large to be read.
 */
export const MOST_OBJECTIONS = 20;

/** Most characters of the text. */
export const OBJECTION_TEXT = 500;

/** What an agency or inspector writes. Refusals: `objection.reason`, `objection.text`. */
export const objectionSchema = z.object({
  reason: z
    .string({ error: 'objection.reason' })
    .refine((code) => objectionReasons.some((reason) => reason.code === code), {
      error: 'objection.reason',
    }),
  text: z
    .string({ error: 'objection.text' })
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, { error: 'objection.text' }).max(OBJECTION_TEXT, { error: 'objection.text' })),
});

export interface Objection {
  readonly draw: string;
  readonly type: 'agency' | 'inspector';
  readonly id: string;
  readonly tid: string;
  readonly reason: string;
  readonly text: string;
  /** Random; keeps the published digest from being guessed. The same for a form that is sent twice. */
  readonly salt: string;
  readonly at: string;
}

export function reasonsFor(type: 'agency' | 'inspector') {
  return objectionReasons.filter(({ who }) => (who as readonly string[]).includes(type));
}
