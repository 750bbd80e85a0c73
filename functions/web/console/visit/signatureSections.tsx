import type { VNode } from 'preact';
import {
  type AgencySignature,
  type InspectionCase,
  members,
  noSignatureReasons,
} from '../../../../shared/inspection/inspectionCase.ts';
import { recordDigest } from '../../../../shared/inspection/record.ts';
import { gaps, standingSignatures } from '../../../../shared/inspection/submitting.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { Button } from '../../kit/components/button.tsx';
import { Radios, Select } from '../../kit/components/choiceFields.tsx';
import { fieldId } from '../../kit/components/field.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Hash } from '../../kit/components/hash.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage } from '../../kit/context.tsx';
import { momentText } from '../moment.ts';
import { AddFile } from './evidenceSection.tsx';
import { actionOf, type VisitView, valuesFor } from './visitView.ts';
import { words } from './visitWords.ts';

/** The agency signs on the glass or on paper, or it is written down why not. */
export function AgencySignatureSection({ view }: { view: VisitView }): VNode {
  const { lang, inspection, open } = view;
  const { agencySignature: standing } = inspection;
  return (
    <section aria-labelledby="visit-agency-signature">
      <h2 class="govuk-heading-m" id="visit-agency-signature">
        {words(lang, 'visitPage.agencySignature')}
      </h2>
      {standing === undefined ? null : (
        <p class="govuk-body">
          {words(lang, 'visitPage.agencySignature.entered', { what: signatureText(lang, standing) })}
        </p>
      )}
      {open ? (
        <>
          <AddFile view={view} purpose="signature" count={0} />
          <Pad lang={lang} />
          <AgencySignatureForm view={view} />
        </>
      ) : null}
    </section>
  );
}

function AgencySignatureForm({ view }: { view: VisitView }): VNode {
  const { lang, inspection } = view;
  const { agencySignature: standing } = inspection;
  const images = inspection.evidence.filter(
    ({ purpose, removed }) => purpose === 'signature' && removed === undefined,
  );
  const signed = standing?.type === 'signed' ? standing : undefined;
  const none = standing?.type === 'none' ? standing : undefined;
  return (
    <Form action={actionOf(view, 'agency-signature')} values={valuesFor(view, 'agency-signature')}>
      <Radios
        name="signature"
        label={words(lang, 'visitPage.agencySignature.choose')}
        {...(standing === undefined ? {} : { value: standing.type })}
        choices={[
          {
            value: 'signed',
            label: words(lang, 'visitPage.agencySignature.signed'),
            conditional: (
              <>
                <TextInput
                  name="signer"
                  label={words(lang, 'visitPage.agencySignature.signer')}
                  value={signed?.signer ?? ''}
                />
                <TextInput
                  name="capacity"
                  label={words(lang, 'visitPage.agencySignature.capacity')}
                  value={signed?.capacity ?? ''}
                />
                <Select
                  name="evidence"
                  label={words(lang, 'visitPage.agencySignature.evidence')}
                  {...(images.length === 0
                    ? { hint: words(lang, 'visitPage.agencySignature.evidence.none') }
                    : {})}
                  value={signed?.evidence ?? images.at(-1)?.id ?? ''}
                  choices={images.map(({ id, fileName, at }) => ({
                    value: id,
                    label: `${fileName} ${momentText(lang, at)}`,
                  }))}
                />
              </>
            ),
          },
          {
            value: 'none',
            label: words(lang, 'visitPage.agencySignature.none'),
            conditional: (
              <>
                <Select
                  name="reason"
                  label={words(lang, 'visitPage.agencySignature.reason')}
                  value={none?.reason ?? ''}
                  choices={noSignatureReasons.map((value) => ({
                    value,
                    label: words(lang, `inspection.noSignature.${value}`),
                  }))}
                />
                <TextInput
                  name="witness"
                  optional
                  label={words(lang, 'visitPage.agencySignature.witness')}
                  value={none?.witness ?? ''}
                />
              </>
            ),
          },
        ]}
      />
      <Button look="secondary">{words(lang, 'visitPage.agencySignature.save')}</Button>
    </Form>
  );
}

/** Where the agency signs with a finger; hidden where no script runs. */
function Pad({ lang }: { lang: Lang }): VNode {
  return (
    <div class="dr-pad" data-part="pad" hidden>
      <p class="govuk-body" id="visit-pad-label">
        <strong>{words(lang, 'visitPage.pad')}</strong> {words(lang, 'visitPage.pad.hint')}
      </p>
      <canvas class="dr-pad__canvas" width="680" height="260" role="img" aria-labelledby="visit-pad-label" />
      <p class="govuk-button-group">
        <button type="button" class="govuk-button govuk-button--secondary" data-part="pad-use">
          {words(lang, 'visitPage.pad.use')}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" data-part="pad-clear">
          {words(lang, 'visitPage.pad.clear')}
        </button>
      </p>
      <p role="status" data-part="pad-state" />
    </div>
  );
}

/** How the agency's signature stands, in one line. */
export function signatureText(lang: Lang, signature: AgencySignature): string {
  const at = momentText(lang, signature.at);
  if (signature.type === 'signed') return `${signature.signer}（${signature.capacity}） ${at}`;
  const reason = words(lang, `inspection.noSignature.${signature.reason}`);
  const witness =
    signature.witness === ''
      ? ''
      : `（${words(lang, 'visitPage.agencySignature.witness')} ${signature.witness}）`;
  return `${reason}${witness} ${at}`;
}

/** The inspectors' own signatures, each bound to the record by its digest. */
export function SignSection({ view }: { view: VisitView }): VNode {
  const { lang, inspection, open } = view;
  return (
    <section aria-labelledby={fieldId('signatures')}>
      <h2 class="govuk-heading-m" id={fieldId('signatures')}>
        {words(lang, 'visitPage.sign')}
      </h2>
      <p class="govuk-body">{words(lang, 'visitPage.sign.explain')}</p>
      <ul class="govuk-list">
        {members(inspection).map((seat) => (
          <li key={`${seat.draw} ${seat.seat}`}>{memberSignature(lang, inspection, seat)}</li>
        ))}
      </ul>
      <p class="govuk-body dr-break">
        {words(lang, 'visitPage.sign.digest')} <Hash value={recordDigest(inspection)} />
      </p>
      {open ? (
        <Form action={actionOf(view, 'sign')}>
          <Button look="secondary">{words(lang, 'visitPage.sign.button')}</Button>
        </Form>
      ) : null}
    </section>
  );
}

function memberSignature(
  lang: Lang,
  inspection: InspectionCase,
  { inspectorId, name }: { readonly inspectorId: string; readonly name: string },
): string {
  const own = inspection.signatures.find((one) => one.inspectorId === inspectorId);
  if (own === undefined) return words(lang, 'visitPage.sign.none', { name });
  return standingSignatures(inspection).includes(own)
    ? words(lang, 'visitPage.sign.stands', { name, at: momentText(lang, own.at) })
    : words(lang, 'visitPage.sign.stale', { name });
}

/** Hands the record in; what is missing is listed with a link to its place. */
export function SubmitSection({ view, again }: { view: VisitView; again: boolean }): VNode | null {
  const { lang, inspection, checklist, open } = view;
  const { problemText } = usePage();
  if (!open) return null;
  const missing = gaps(inspection, checklist);
  const leader = members(inspection)[0];
  const itemName = (ref: unknown) =>
    checklist.items.find(({ code, version }) => `${code}@${version}` === ref)?.name;
  return (
    <section aria-labelledby="visit-submit">
      <h2 class="govuk-heading-m" id="visit-submit">
        {words(lang, 'visitPage.submit')}
      </h2>
      {missing.length === 0 ? (
        <p class="govuk-body">{words(lang, 'visitPage.submit.complete')}</p>
      ) : (
        <>
          <p class="govuk-body">{words(lang, 'visitPage.submit.missing', { count: missing.length })}</p>
          <ul class="govuk-list govuk-list--bullet dr-gaps">
            {missing.map((gap) => {
              const item = itemName(gap.params?.['item']);
              const text = problemText(gap);
              return (
                <li key={`${gap.code} ${gap.field}`}>
                  <a class="govuk-link" href={`#${fieldId(gap.field ?? '')}`}>
                    {item === undefined ? text : words(lang, 'visitPage.gap.item', { item, text })}
                  </a>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {leader?.inspectorId === view.own ? (
        <Form action={actionOf(view, 'submit')}>
          <Button look="irreversible">
            {words(lang, again ? 'visitPage.submit.again' : 'visitPage.submit.button')}
          </Button>
        </Form>
      ) : (
        <p class="govuk-body">{words(lang, 'visitPage.submit.leader', { name: leader?.name ?? '' })}</p>
      )}
    </section>
  );
}
