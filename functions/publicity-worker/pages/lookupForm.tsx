import type { VNode } from 'preact';
import { usePage } from '../../web/kit/context.tsx';
import { say } from '../words.ts';
import { useLink } from './sitePage.tsx';

/**
 * The form of the look-up script. Without script it is not shown, and the table below it is the way.
 *
 * @param props.folder whose `rows/` hold the shards
 * @param props.labels names of the lines of a draw's row; rows that say their lines themselves need none
 */
export function LookupForm(props: {
  folder: string;
  none: string;
  labels?: readonly string[];
  outcomes?: Readonly<Record<string, string>>;
}): VNode {
  const { lang } = usePage();
  const file = useLink();
  return (
    <>
      <form
        id="lookup"
        hidden
        data-rows={file(`${props.folder}/rows/00.json`).replace(/00\.json$/, '')}
        data-none={props.none}
        data-failed={say(lang, 'site.lookup.failed')}
        {...(props.outcomes === undefined ? {} : { 'data-outcomes': JSON.stringify(props.outcomes) })}
        {...(props.labels === undefined ? {} : { 'data-labels': JSON.stringify(props.labels) })}
      >
        <div class="govuk-form-group">
          <label class="govuk-label" for="code">
            {say(lang, 'site.lookup.code')}
          </label>
          <input
            class="govuk-input govuk-input--width-20"
            id="code"
            name="code"
            autocomplete="off"
            spellcheck={false}
          />
        </div>
        <button class="govuk-button" type="submit">
          {say(lang, 'site.lookup.search')}
        </button>
        <div id="answer" role="status" class="govuk-body" />
      </form>
      <script type="module" src={file('assets/lookup.js')} />
    </>
  );
}
