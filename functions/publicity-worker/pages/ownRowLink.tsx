import type { VNode } from 'preact';
import { usePage } from '../../web/kit/context.tsx';
import { say } from '../words.ts';

/** Leads an agency to the page that sends it the link to its own row. */
export function OwnRowLink({ href }: { href: string }): VNode {
  const { lang } = usePage();
  return (
    <a class="govuk-link" href={`${href}?lang=${lang}`}>
      {say(lang, 'site.ownRow')}
    </a>
  );
}
