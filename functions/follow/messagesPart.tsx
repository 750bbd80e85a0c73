import type { VNode } from 'preact';
import type { FilerMessage } from '../../shared/complaint/complaintRows.ts';
import { textLimits } from '../../shared/complaint/filing.ts';
import { Button } from '../web/kit/components/button.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { Textarea } from '../web/kit/components/textFields.tsx';
import { usePage, type Values } from '../web/kit/context.tsx';
import { casePath } from './casePaths.ts';
import { dayOf, say, timeText } from './words.ts';

/** The two-way channel; whoever of the office writes is "the office". */
export function MessagesPart(props: {
  id: string;
  messages: readonly FilerMessage[];
  values: Values;
}): VNode {
  const { lang } = usePage();
  const most = textLimits.message;
  return (
    <>
      <h2 class="govuk-heading-m" id="messages">
        {say(lang, 'followCase.messages')}
      </h2>
      {props.messages.length === 0 ? (
        <p class="govuk-body">{say(lang, 'followCase.messages.none')}</p>
      ) : (
        <ol class="govuk-list">
          {props.messages.map((message) => (
            <li key={message.no} class="dr-message">
              <p class="govuk-body dr-message__head">
                <strong>
                  {say(
                    lang,
                    message.from === 'filer' ? 'followCase.messages.you' : 'followCase.messages.office',
                  )}
                </strong>{' '}
                <time dateTime={message.at}>
                  {dayOf(lang, message.at)} {timeText(new Date(message.at))}
                </time>
              </p>
              <p class="govuk-body dr-lines" dir="auto">
                {message.text}
              </p>
            </li>
          ))}
        </ol>
      )}
      <Form action={casePath(props.id, '/messages')} values={props.values}>
        <Textarea
          name="message"
          label={say(lang, 'followCase.message')}
          hint={say(lang, 'followCase.message.hint', { most })}
        />
        <Button>{say(lang, 'followCase.message.send')}</Button>
      </Form>
    </>
  );
}
