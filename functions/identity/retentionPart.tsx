import type { VNode } from 'preact';
import { keptParts, openHold } from '../../shared/complaint/retention.ts';
import { REVEAL_REASON } from '../../shared/complaint/revealing.ts';
import { dayText, momentText } from '../web/console/moment.ts';
import { Button } from '../web/kit/components/button.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { Details, Inset } from '../web/kit/components/notices.tsx';
import { SummaryList } from '../web/kit/components/summaryList.tsx';
import { Textarea } from '../web/kit/components/textFields.tsx';
import { usePage } from '../web/kit/context.tsx';
import type { IdentityPageProps } from './identityPage.tsx';
import { citationText, identityPath, words } from './words.ts';

/** How long identity and files of the case are kept, by which rule, and what holds them longer. */
export function RetentionPart(props: IdentityPageProps): VNode {
  const { lang } = usePage();
  const { complaint, linked } = props.linkedUp;
  const parts = keptParts(complaint, linked);
  return (
    <>
      <h2 class="govuk-heading-m">{words(lang, 'identityPage.keep')}</h2>
      {complaint.ended === undefined ? (
        <p class="govuk-body">{words(lang, 'identityPage.keep.open')}</p>
      ) : parts.length === 0 ? (
        <p class="govuk-body">{words(lang, 'identityPage.keep.nothing')}</p>
      ) : (
        <SummaryList
          rows={parts.map(({ what, rule, from, until }) => ({
            label: words(lang, `identityPage.keep.${what}`),
            value: (
              <>
                {words(lang, 'identityPage.keep.until', {
                  until: dayText(lang, until),
                  rule: rule[lang],
                  months: rule.length,
                  from: dayText(lang, from),
                  event: rule.from[lang],
                })}
                <br />
                <span class="govuk-hint">{citationText(lang, rule)}</span>
              </>
            ),
          }))}
        />
      )}
      <HoldPart {...props} />
    </>
  );
}

function HoldPart({ stored, user, values, problems }: IdentityPageProps): VNode | null {
  const { lang } = usePage();
  const { state: complaint } = stored;
  const path = identityPath(complaint.id);
  const open = openHold(complaint);
  if (open === undefined) {
    if (!user.roles.includes('supervisor')) return null;
    return (
      <Details
        summary={words(lang, 'identityPage.hold.ask')}
        open={problems?.some(({ field }) => field === 'holdReason') === true}
      >
        <Form action={`${path}/hold`} {...(values === undefined ? {} : { values })}>
          <Textarea
            name="holdReason"
            label={words(lang, 'identityPage.hold.reason')}
            hint={words(lang, 'identityPage.hold.hint', { most: REVEAL_REASON })}
            rows={2}
            maxLength={REVEAL_REASON}
          />
          <Button look="secondary">{words(lang, 'identityPage.hold.place')}</Button>
        </Form>
      </Details>
    );
  }
  const lifts = user.roles.includes('approver') && open.placed.by !== user.userId;
  return (
    <>
      <Inset>
        {words(lang, 'identityPage.hold.open', {
          by: open.placed.name,
          at: momentText(lang, open.placed.at),
          reason: open.reason,
        })}
      </Inset>
      {lifts ? (
        <Form action={`${path}/lift-hold`}>
          <Button look="secondary">{words(lang, 'identityPage.hold.lift')}</Button>
        </Form>
      ) : null}
    </>
  );
}
