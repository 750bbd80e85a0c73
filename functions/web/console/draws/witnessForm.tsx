import type { VNode } from 'preact';
import type { DrawCase, WitnessSeat } from '../../../../shared/draw/ceremony/drawCase.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { Button } from '../../kit/components/button.tsx';
import { Form } from '../../kit/components/form.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { words } from './drawWords.ts';

/**
 * Where a witness makes a secret and hands in its commitment. The secret is shown in outputs that belong to
 * no form, so no browser can send it; the two sheets are the only thing that prints.
 */
export function WitnessForm(props: { lang: Lang; draw: DrawCase; seat: WitnessSeat; values: Values }): VNode {
  const { lang, draw, seat } = props;
  const { assets } = usePage();
  return (
    <section class="dr-act dr-needs-script" data-witness={seat.id} data-draw={draw.number}>
      <div class="dr-screen-only">
        <h3 class="govuk-heading-s">{words(lang, 'drawPage.do.commit.title')}</h3>
        <p class="govuk-body">{words(lang, 'drawPage.do.commit.how')}</p>
        <div class="dr-script-only">
          <p>
            <button type="button" class="govuk-button govuk-button--secondary" data-part="generate">
              {words(lang, 'drawPage.do.commit.generate')}
            </button>
          </p>
          <div data-part="dice">
            <TextInput name="dice" code label={words(lang, 'drawPage.do.commit.dice')} inputMode="numeric" />
            <button type="button" class="govuk-button govuk-button--secondary" data-part="use-dice">
              {words(lang, 'drawPage.do.commit.useDice')}
            </button>
          </div>
          <div data-after-secret hidden aria-live="polite">
            <p class="govuk-body govuk-!-font-weight-bold">{words(lang, 'drawPage.do.commit.secret')}</p>
            <p>
              <output class="dr-secret" data-show="r" />
            </p>
            <p>
              <button type="button" class="govuk-button govuk-button--secondary" data-part="print">
                {words(lang, 'drawPage.do.commit.print')}
              </button>
            </p>
          </div>
        </div>
        <Form action={`/draws/${draw.number}/commit-secret`} values={props.values}>
          <TextInput
            name="c"
            code
            label={words(lang, 'drawPage.do.commit.c')}
            hint={words(lang, 'drawPage.do.commit.c.hint')}
          />
          <Button>{words(lang, 'drawPage.do.commit.button')}</Button>
        </Form>
      </div>
      <div class="dr-print-only">
        <Sheet lang={lang} draw={draw} seat={seat} title={words(lang, 'drawPage.sheet.own')} />
        <Sheet lang={lang} draw={draw} seat={seat} title={words(lang, 'drawPage.sheet.sealed')} />
      </div>
      <script type="module" src={assets.witness} />
    </section>
  );
}

function Sheet(props: { lang: Lang; draw: DrawCase; seat: WitnessSeat; title: string }): VNode {
  const { lang, draw, seat } = props;
  return (
    <article class="dr-sheet">
      <h2>
        {words(lang, 'drawPage.sheet.title')} · {draw.number}
      </h2>
      <p>{props.title}</p>
      <p>
        {seat.name}（{seat.id}）
      </p>
      <p>
        {words(lang, 'drawPage.sheet.r')} <output class="dr-secret" data-show="r" />
      </p>
      <p>
        {words(lang, 'drawPage.sheet.c')} <output class="dr-secret" data-show="c" />
      </p>
    </article>
  );
}
