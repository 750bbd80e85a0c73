import type { VNode } from 'preact';
import { standings, textLimits, wishes } from '../../../../shared/complaint/filing.ts';
import { conducts } from '../../../../shared/law/conducts.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import { Button, ButtonGroup } from '../../kit/components/button.tsx';
import { Checkboxes, Radios } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Textarea, TextInput } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { words } from './complaintWords.ts';
import { staffChannels } from './entryForm.ts';

export interface EntryPageProps {
  readonly values: Values;
  readonly problems: readonly Problem[];
  /** Agencies of the register that the text may mean. */
  readonly matches: readonly Agency[];
  /** Ids of the cases, made with the form: sent twice it makes the same cases. */
  readonly ids: { readonly complaint: string; readonly report: string };
  readonly today: string;
}

/** One long form for staff, in the order in which people tell it: how it came, what happened, who tells it. */
export function EntryPage(props: EntryPageProps): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage
      title={words(lang, 'complaintEntry.title')}
      lead={words(lang, 'complaintEntry.lead')}
      back={{ href: '/complaints', label: words(lang, 'complaintPage.board.title') }}
      problems={props.problems}
    >
      <Form
        action="/complaints/new"
        values={props.values}
        hidden={{ complaintId: props.ids.complaint, reportId: props.ids.report }}
        class="dr-long-form"
      >
        {/* Enter in a field presses the first button of a form: it has to be this one, not the look-up. */}
        <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
          {words(lang, 'complaintEntry.send')}
        </button>
        <Came {...props} />
        <About {...props} />
        <Told />
        <Who />
        <p class="govuk-body">{words(lang, 'complaintEntry.follows')}</p>
        <Button>{words(lang, 'complaintEntry.send')}</Button>
      </Form>
    </ConsolePage>
  );
}

function Came({ today }: EntryPageProps): VNode {
  const { lang } = usePage();
  return (
    <>
      <h2 class="govuk-heading-m">{words(lang, 'complaintEntry.came')}</h2>
      <Radios
        name="channel"
        label={words(lang, 'complaintPage.channel')}
        choices={staffChannels.map((value) => ({
          value,
          label: words(lang, `complaint.channel.${value}`),
          ...(value === 'forwarded' ? { hint: words(lang, 'complaintEntry.forwarded.hint') } : {}),
        }))}
      />
      <DateInput
        name="receivedOn"
        label={words(lang, 'complaintEntry.receivedOn')}
        hint={words(lang, 'complaintEntry.receivedOn.hint')}
        value={today}
      />
      <Radios
        name="standing"
        label={words(lang, 'complaintEntry.standing')}
        choices={standings.map((value) => ({
          value,
          label: words(lang, `complaintPage.standing.${value}`),
          hint: words(lang, `complaintEntry.standing.${value}.hint`),
        }))}
      />
      <Radios
        name="wish"
        label={words(lang, 'complaintEntry.wish')}
        choices={wishes.map((value) => ({
          value,
          label: words(lang, `complaintEntry.wish.${value}`),
          hint: words(lang, `complaintEntry.wish.${value}.hint`),
        }))}
      />
    </>
  );
}

/** The agency is looked up by a button of the same form, so that nothing that was typed is lost. */
function About({ matches }: EntryPageProps): VNode {
  const { lang } = usePage();
  return (
    <>
      <h2 class="govuk-heading-m">{words(lang, 'complaintEntry.about')}</h2>
      <TextInput
        name="agency"
        label={words(lang, 'complaintEntry.agency')}
        hint={words(lang, 'complaintEntry.agency.hint')}
        maxLength={100}
      />
      {matches.length < 2 ? null : (
        <Radios
          name="uscc"
          label={words(lang, 'complaintEntry.agency.which')}
          choices={matches.map(({ uscc, name }) => ({ value: uscc, label: name, hint: uscc }))}
        />
      )}
      <ButtonGroup>
        <Button look="secondary" name="look" value="yes">
          {words(lang, 'complaintEntry.look')}
        </Button>
      </ButtonGroup>
      <Checkboxes
        name="unlisted"
        label={words(lang, 'complaintEntry.unlisted')}
        choices={[
          {
            value: 'yes',
            label: words(lang, 'complaintEntry.unlisted.yes'),
            conditional: (
              <TextInput
                name="whereabouts"
                label={words(lang, 'complaintEntry.whereabouts')}
                maxLength={textLimits.line}
              />
            ),
          },
        ]}
      />
      <Radios
        name="service"
        label={words(lang, 'complaintPage.service')}
        inline
        choices={(['patent', 'trademark'] as const).map((value) => ({
          value,
          label: words(lang, `complaintPage.service.${value}`),
        }))}
      />
      <Checkboxes
        name="conducts"
        label={words(lang, 'complaintPage.conducts')}
        choices={conducts.map((row) => ({
          value: row.rule,
          label: row[lang],
          hint: `${row.services.map((service) => words(lang, `complaintPage.service.${service}`)).join(' / ')} · ${row.citation.text}`,
        }))}
      />
    </>
  );
}

function Told(): VNode {
  const { lang } = usePage();
  return (
    <>
      <h2 class="govuk-heading-m">{words(lang, 'complaintEntry.told')}</h2>
      <Textarea
        name="facts"
        label={words(lang, 'complaintPage.facts')}
        hint={words(lang, 'complaintEntry.facts.hint')}
        rows={8}
        maxLength={textLimits.facts}
      />
      <Textarea
        name="request"
        label={words(lang, 'complaintPage.request')}
        hint={words(lang, 'complaintEntry.request.hint')}
        rows={3}
        maxLength={textLimits.request}
      />
      <TextInput
        name="practitioner"
        label={words(lang, 'complaintPage.practitioner')}
        width={20}
        maxLength={60}
        optional
      />
      <TextInput
        name="applicationNumber"
        label={words(lang, 'complaintPage.application')}
        width={20}
        maxLength={60}
        optional
      />
      <TextInput
        name="contract"
        label={words(lang, 'complaintPage.contract')}
        width={30}
        maxLength={100}
        optional
      />
      <TextInput
        name="amount"
        label={words(lang, 'complaintPage.amount')}
        inputMode="decimal"
        suffix={words(lang, 'complaintEntry.yuan')}
        width={10}
        optional
      />
      <DateInput
        name="knownSince"
        label={words(lang, 'complaintPage.knownSince')}
        hint={words(lang, 'complaintEntry.knownSince.hint')}
        optional
      />
      <DateInput
        name="rightsLostOn"
        label={words(lang, 'complaintPage.rightsLost')}
        hint={words(lang, 'complaintEntry.rightsLost.hint')}
        optional
      />
    </>
  );
}

function Who(): VNode {
  const { lang } = usePage();
  return (
    <>
      <h2 class="govuk-heading-m">{words(lang, 'complaintEntry.who')}</h2>
      <p class="govuk-body">{words(lang, 'complaintEntry.who.lead')}</p>
      <Checkboxes
        name="anonymous"
        label={words(lang, 'complaintEntry.anonymous.label')}
        choices={[
          {
            value: 'yes',
            label: words(lang, 'complaintEntry.anonymous.yes'),
            hint: words(lang, 'complaintEntry.anonymous.hint'),
          },
        ]}
      />
      <TextInput
        name="name"
        label={words(lang, 'complaintEntry.name')}
        autocomplete="off"
        width={20}
        maxLength={60}
      />
      <TextInput
        name="phone"
        label={words(lang, 'complaintEntry.phone')}
        type="tel"
        autocomplete="off"
        width={20}
        maxLength={40}
      />
      <TextInput
        name="address"
        label={words(lang, 'complaintEntry.address')}
        autocomplete="off"
        maxLength={textLimits.line}
      />
      <TextInput
        name="mail"
        label={words(lang, 'complaintEntry.mail.label')}
        type="email"
        autocomplete="off"
        width={30}
        maxLength={254}
        optional
      />
      <TextInput
        name="proxyName"
        label={words(lang, 'complaintEntry.proxy.name')}
        autocomplete="off"
        width={20}
        maxLength={60}
        optional
      />
      <TextInput
        name="proxyAuthority"
        label={words(lang, 'complaintEntry.proxy.authority')}
        autocomplete="off"
        maxLength={textLimits.line}
        optional
      />
      <Radios
        name="lang"
        label={words(lang, 'complaintPage.filer.lang')}
        inline
        value="zh"
        choices={(['zh', 'en'] as const).map((value) => ({
          value,
          label: words(lang, `complaintPage.lang.${value}`),
        }))}
      />
    </>
  );
}
