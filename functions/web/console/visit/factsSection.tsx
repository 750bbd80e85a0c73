import type { VNode } from 'preact';
import { itemsOf } from '../../../../shared/inspection/checklist.ts';
import { itemsOfCase, members } from '../../../../shared/inspection/inspectionCase.ts';
import { Button } from '../../kit/components/button.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { dayText, momentText } from '../moment.ts';
import { actionOf, type VisitView, valuesFor } from './visitView.ts';
import { words } from './visitWords.ts';

/** Whom the team visits, and who the team is. */
export function FactsSection({ view }: { view: VisitView }): VNode {
  const { lang, inspection, agency, inspectors } = view;
  const { from, to } = inspection.period;
  const wanted = new Set(itemsOfCase(inspection));
  const items = itemsOf(view.checklist, 'dual').filter(({ code, version }) =>
    wanted.has(`${code}@${version}`),
  );
  return (
    <section aria-labelledby="visit-facts">
      <h2 class="govuk-heading-m" id="visit-facts">
        {words(lang, 'visitPage.facts')}
      </h2>
      <SummaryList
        rows={[
          { label: words(lang, 'visitPage.agency'), value: inspection.agency.name },
          {
            label: words(lang, 'visitPage.uscc'),
            value: <span class="dr-code">{inspection.agency.uscc}</span>,
          },
          { label: words(lang, 'visitPage.address'), value: agency?.address ?? '—' },
          {
            label: words(lang, 'visitPage.phone'),
            value:
              agency === undefined ? (
                '—'
              ) : (
                <a class="govuk-link" href={`tel:${agency.phone}`}>
                  {agency.phone}
                </a>
              ),
          },
          {
            label: words(lang, 'visitPage.period'),
            value: words(lang, 'visitPage.period.value', {
              from: dayText(lang, from),
              to: dayText(lang, to),
            }),
          },
          {
            label: words(lang, 'visitPage.team'),
            value: (
              <ul class="govuk-list">
                {members(inspection).map(({ inspectorId, name, draw, seat }, i) => (
                  <li key={`${draw} ${seat}`}>
                    {name}
                    {i === 0 ? `（${words(lang, 'visitPage.leader')}）` : ''}{' '}
                    {words(lang, 'visitPage.certificate', {
                      number: inspectors.get(inspectorId)?.certificateNo ?? '—',
                    })}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            label: words(lang, 'visitPage.items'),
            value: (
              <ul class="govuk-list">
                {items.map(({ code, name }) => (
                  <li key={code}>
                    {code} {name}
                  </li>
                ))}
              </ul>
            ),
          },
          { label: words(lang, 'visitPage.notice'), value: noticeText(view) },
        ]}
      />
    </section>
  );
}

function noticeText({ lang, notice }: VisitView): string {
  if (notice === 'open') return words(lang, 'visitPage.notice.open');
  if (notice === 'none') return words(lang, 'visitPage.notice.none');
  return words(lang, 'visitPage.notice.served', { day: dayText(lang, notice) });
}

/** What the agency scans to see that these are the office's people. */
export function CodeSection(props: { view: VisitView; address: string; code: string }): VNode {
  const { lang } = props.view;
  return (
    <Details summary={words(lang, 'visitPage.code')}>
      <p class="govuk-body">{words(lang, 'visitPage.code.hint')}</p>
      <img class="dr-visit-code" src={props.code} alt={props.address} width="280" height="280" />
    </Details>
  );
}

/** Logs that the team stands at the right door. */
export function ArriveSection({ view }: { view: VisitView }): VNode {
  const { lang, inspection } = view;
  const values = valuesFor(view, 'arrive');
  return (
    <section aria-labelledby="visit-arrive">
      <h2 class="govuk-heading-m" id="visit-arrive">
        {words(lang, 'visitPage.arrive')}
      </h2>
      <ul class="govuk-list">
        {inspection.arrivals.map(({ by, name, at, how }) => (
          <li key={by}>
            {words(lang, 'visitPage.arrive.by', { name, at: momentText(lang, at) })}（
            {words(lang, `visitPage.arrive.${how}`)}）
          </li>
        ))}
      </ul>
      {view.open ? (
        <Form action={actionOf(view, 'arrive')} values={values} class="dr-visit-arrive">
          <input type="hidden" name="how" value="typed" />
          <TextInput
            name="uscc"
            code
            label={words(lang, 'visitPage.arrive.code')}
            hint={words(lang, 'visitPage.arrive.hint')}
          />
          <p hidden data-part="scan">
            <label class="govuk-button govuk-button--secondary" for="visit-scan">
              {words(lang, 'visitPage.arrive.photo')}
            </label>
            <input
              class="govuk-visually-hidden"
              id="visit-scan"
              type="file"
              accept="image/*"
              capture="environment"
            />
            <span role="status" data-part="scan-state" />
          </p>
          <Button>{words(lang, 'visitPage.arrive.button')}</Button>
        </Form>
      ) : null}
    </section>
  );
}
