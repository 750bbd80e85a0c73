import {
  deliverFilerMails,
  type FilerMailDeps,
  takeFilerOrders,
} from '../../shared/complaint/papers/deliverFilerMails.ts';
import type { AnsweredReport } from '../../shared/complaint/papers/plainFilerMails.ts';
import type { DeliveryLimits, DeliveryReport } from '../../shared/notice/deliver.ts';

export interface FilerWorkDeps {
  readonly mails: FilerMailDeps;
  /** What else is answered by mail in a run, by its name in the report. */
  readonly answers: Readonly<Record<string, (goOn: () => boolean) => Promise<AnsweredReport>>>;
}

export interface FilerWorkReport {
  readonly taken: number;
  readonly answered: Readonly<Record<string, AnsweredReport>>;
  readonly report: DeliveryReport;
}

/** One run: answers whoever waits for a link or a code, then takes the orders and sends what is due. */
export async function work(
  { mails, answers }: FilerWorkDeps,
  limits: DeliveryLimits,
): Promise<FilerWorkReport> {
  const answered: Record<string, AnsweredReport> = {};
  for (const [name, answer] of Object.entries(answers)) answered[name] = await answer(limits.goOn);
  const taken = await takeFilerOrders(mails, limits.goOn);
  const report = await deliverFilerMails(mails, limits);
  return { taken, answered, report };
}
