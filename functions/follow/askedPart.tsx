import type { VNode } from 'preact';
import type { FollowedCase } from '../../shared/complaint/followed.ts';
import { Button } from '../web/kit/components/button.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { NotificationBanner } from '../web/kit/components/notices.tsx';
import { usePage } from '../web/kit/context.tsx';
import { casePath } from './casePaths.ts';
import { mayAnswer } from './doable.ts';
import { dayText, say, sayCode } from './words.ts';

/** What the office has asked for and has not got, above everything else. */
export function AskedPart({ followed }: { followed: FollowedCase }): VNode | null {
  const { lang } = usePage();
  const { complaint } = followed;
  const open = complaint.requests.filter(({ answered }) => answered === undefined);
  if (open.length === 0 || !mayAnswer(followed)) return null;
  return (
    <>
      {open.map(({ no, what, text, until }) => (
        <NotificationBanner key={no} id={`asked-${no}`} title={say(lang, 'followCase.asked')}>
          <p class="govuk-body">
            <strong>{sayCode(lang, `followCase.asked.${what}`)}</strong>
            {lang === 'zh' ? '，' : ', '}
            {say(lang, 'followCase.asked.until', { date: dayText(lang, until) })}
          </p>
          <p class="govuk-body dr-lines" dir="auto">
            {text}
          </p>
          <p class="govuk-body">{say(lang, 'followCase.asked.how')}</p>
          <Form action={casePath(complaint.id, `/requests/${no}`)}>
            <Button look="secondary">{say(lang, 'followCase.asked.done')}</Button>
          </Form>
        </NotificationBanner>
      ))}
    </>
  );
}
