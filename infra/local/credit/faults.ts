import * as z from 'zod';

/** What the next requests meet, with the words of the page. */
export const faultKinds = [
  { kind: 'down', zh: '停机（拒绝连接）', en: 'Down: the connection is cut' },
  { kind: 'busy', zh: '繁忙（503）', en: 'Busy: 503' },
  { kind: 'slow', zh: '很慢（超过对方时限）', en: 'Slow: longer than anybody waits' },
  { kind: 'error-body', zh: '200，但内容是错误', en: '200 with an error in it' },
  { kind: 'html', zh: '返回登录网页', en: 'An HTML login page' },
  { kind: 'empty', zh: '空的回答', en: 'An empty answer' },
  { kind: 'redirect', zh: '重定向', en: 'A redirect' },
  { kind: 'lost', zh: '收下，但回答丢失', en: 'Taken, but the answer is lost' },
  { kind: 'duplicates', zh: '处理两次', en: 'Everything is processed twice' },
  { kind: 'reordered', zh: '先答复、后到的先处理', en: 'Takes effect after the next request, no answer' },
  { kind: 'rejects', zh: '退回每条记录', en: 'Every record is refused' },
] as const;

export type FaultKind = (typeof faultKinds)[number]['kind'];

export const faultSchema = z.object({
  kind: z.enum(faultKinds.map(({ kind }) => kind) as [FaultKind, ...FaultKind[]]),
  /** How many requests meet it; absent: all until it is cleared. */
  times: z.coerce.number().int().min(1).optional(),
  /** Of the requests, this share meets it. */
  share: z.coerce.number().min(0).max(1).optional(),
  /** Only records whose key, code or name holds this text; for `rejects`. */
  about: z.string().optional(),
});
export type CreditFault = z.infer<typeof faultSchema>;

export interface CreditFaults {
  add(fault: CreditFault): void;
  clear(): void;
  list(): readonly CreditFault[];
  /** The fault that this request meets, if any. */
  meet(): CreditFault | undefined;
}

/** @param random in [0, 1) */
export function openFaults(random: () => number = Math.random): CreditFaults {
  let faults: { fault: CreditFault; left: number }[] = [];
  return {
    add: (fault) => void faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    clear: () => {
      faults = [];
    },
    list: () => faults.map(({ fault }) => fault),
    meet() {
      const met = faults.find(({ fault }) => fault.share === undefined || random() < fault.share);
      if (met === undefined) return undefined;
      met.left -= 1;
      if (met.left <= 0) faults = faults.filter((one) => one !== met);
      return met.fault;
    },
  };
}
