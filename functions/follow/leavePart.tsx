import type { VNode } from 'preact';
import { Button } from '../web/kit/components/button.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { usePage } from '../web/kit/context.tsx';
import { RECEIPT_MINUTES } from './receiptCookie.ts';
import { say, timeText } from './words.ts';

/** Until when the browser may look, and the way out at once. */
export function LeavePart({ now }: { now: Date }): VNode {
  const { lang } = usePage();
  const until = new Date(now.getTime() + RECEIPT_MINUTES * 60_000);
  return (
    <Form action="/follow/leave">
      <p class="govuk-body">{say(lang, 'follow.until', { time: timeText(until) })}</p>
      <Button look="secondary">{say(lang, 'follow.leave')}</Button>
    </Form>
  );
}
