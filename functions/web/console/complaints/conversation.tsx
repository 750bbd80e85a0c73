import type { VNode } from 'preact';
import type { FilerMessage } from '../../../../shared/complaint/complaintRows.ts';
import { textLimits } from '../../../../shared/complaint/filing.ts';
import { Button } from '../../kit/components/button.tsx';
import { Details } from '../../kit/components/notices.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { usePage } from '../../kit/context.tsx';
import { firstValue, hrefWith } from '../../kit/links.ts';
import { fieldOf } from '../commandFields.ts';
import { momentText } from '../moment.ts';
import { Act, offeredTo } from './actForm.tsx';
import type { CasePageProps } from './casePage.tsx';
import { complaintPath, words } from './complaintWords.ts';
import { templatesFor } from './templates.ts';
import { statusOf } from './waiting.ts';

/** The two-way channel to whoever holds the receipt, with replies ready for the state the case is in. */
export function Conversation(props: CasePageProps): VNode {
  const { lang, stored, messages } = props;
  const { unreadByOffice, unreadByFiler } = stored.state.messages;
  const offers = new Set(offeredTo(props));
  return (
    <section aria-labelledby="messages">
      <h2 class="govuk-heading-m" id="messages">
        {words(lang, 'complaintPage.messages')}
      </h2>
      {messages.length === 0 ? (
        <p class="govuk-body">{words(lang, 'complaintPage.messages.none')}</p>
      ) : (
        <ol class="dr-messages">
          {messages.map((message, i) => (
            <Message key={message.no} message={message} fresh={messages.length - i <= unreadByOffice} />
          ))}
        </ol>
      )}
      {unreadByFiler === 0 ? null : (
        <p class="govuk-body">
          {words(lang, 'complaintPage.messages.unreadByFiler', { count: unreadByFiler })}
        </p>
      )}
      {offers.has('read') ? (
        <Act {...props} command="read" title={words(lang, 'complaintPage.read.title')}>
          <Button look="secondary">{words(lang, 'complaintPage.read.send')}</Button>
        </Act>
      ) : null}
      {offers.has('write') ? <Write {...props} /> : null}
    </section>
  );
}

function Message({ message, fresh }: { message: FilerMessage; fresh: boolean }): VNode {
  const { lang } = usePage();
  const { from, by, at, text } = message;
  return (
    <li class={`dr-messages__one dr-messages__one--${from}`}>
      <div class="dr-messages__head">
        <strong>{from === 'filer' ? words(lang, 'complaintPage.messages.filer') : by}</strong>{' '}
        {momentText(lang, at)}{' '}
        {fresh && from === 'filer' ? (
          <Tag tone="waiting">{words(lang, 'complaintPage.messages.new')}</Tag>
        ) : null}
      </div>
      <div class="dr-told">{text}</div>
    </li>
  );
}

/** A template is chosen by a link: it fills the field, which can then be changed, without any script. */
function Write(props: CasePageProps): VNode {
  const { lang, stored } = props;
  const { query } = usePage();
  const { id, filer, kind } = stored.state;
  const templates = templatesFor(kind, statusOf(stored));
  const chosen = templates.find((name) => name === firstValue(query, 'template'));
  const field = fieldOf('write')('message');
  return (
    <Act
      {...props}
      command="write"
      title={words(lang, 'complaintPage.write.title')}
      {...(chosen === undefined
        ? {}
        : { start: { message: words(filer.lang, `complaintTemplate.${chosen}`) } })}
    >
      <Details summary={words(lang, 'complaintPage.write.templates')} open={chosen !== undefined}>
        <ul class="govuk-list">
          {templates.map((name) => (
            <li key={name}>
              <a
                class="govuk-link"
                href={`${hrefWith(complaintPath(id), {}, { template: name })}#f-write-message`}
                aria-current={name === chosen ? 'true' : undefined}
              >
                {words(lang, `complaintPage.template.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </Details>
      <Textarea
        name={field}
        label={words(lang, 'complaintPage.write.message')}
        hint={words(
          lang,
          filer.mail === 'none' ? 'complaintPage.write.hint' : 'complaintPage.write.hint.mail',
          { lang: words(lang, `complaintPage.lang.${filer.lang}`) },
        )}
        rows={5}
        maxLength={textLimits.message}
      />
      <Button>{words(lang, 'complaintPage.write.send')}</Button>
    </Act>
  );
}
