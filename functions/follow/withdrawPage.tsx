import type { VNode } from 'preact';
import type { FollowedCase } from '../../shared/complaint/followed.ts';
import { mediationEnds } from '../../shared/law/intakeGrounds.ts';
import { citedText, ruleAt } from '../../shared/law/lawTable.ts';
import type { Problem } from '../../shared/problem.ts';
import { Button } from '../web/kit/components/button.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { Inset, Warning } from '../web/kit/components/notices.tsx';
import { Textarea } from '../web/kit/components/textFields.tsx';
import { usePage, type Values } from '../web/kit/context.tsx';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import { casePath } from './casePaths.ts';
import { say } from './words.ts';

/** What follows from withdrawing, before it is done. */
export function WithdrawPage(props: {
  followed: FollowedCase;
  /** Whether a report was filed with the complaint. */
  report: boolean;
  publicityUrl: string;
  values?: Values;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const { complaint, status } = props.followed;
  const term = ruleAt(mediationEnds, 'settled-or-withdrawn', complaint.received.on);
  const citation = term === undefined ? '' : citedText(term.citation);
  return (
    <PublicPage
      title={say(lang, 'followCase.withdraw.title')}
      home={props.publicityUrl}
      back={{ href: casePath(complaint.id), label: say(lang, 'followCase.back') }}
      problems={props.problems ?? []}
    >
      <Warning>
        {status === 'received' && complaint.accepted === undefined
          ? say(lang, 'followCase.withdraw.before')
          : say(lang, 'followCase.withdraw.mediating', { citation })}
      </Warning>
      {props.report ? <Inset>{say(lang, 'followCase.withdraw.report')}</Inset> : null}
      <Form action={casePath(complaint.id, '/withdraw')} values={props.values ?? {}}>
        <Textarea name="reason" label={say(lang, 'followCase.withdraw.reason')} rows={3} />
        <Button look="irreversible">{say(lang, 'followCase.withdraw.button')}</Button>
      </Form>
    </PublicPage>
  );
}
