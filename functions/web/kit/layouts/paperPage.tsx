import type { ComponentChildren, VNode } from 'preact';
import { usePage } from '../context.tsx';
import { Document, LanguageSwitch } from '../document.tsx';
import { words } from '../words.ts';

export interface PaperPageProps {
  readonly title: string;
  readonly back?: { readonly href: string; readonly label?: string };
  /** One or more `Paper`; each starts on a new sheet. */
  readonly children: ComponentChildren;
}

/** A page that is a paper: on the screen as a sheet, in print nothing but the paper. */
export function PaperPage(props: PaperPageProps): VNode {
  const { lang } = usePage();
  return (
    <Document title={props.title} bodyClass={`dr-papers dr-papers--${lang}`}>
      <header class="dr-container dr-paper-tools">
        {props.back === undefined ? null : (
          <a class="govuk-back-link" href={props.back.href}>
            {props.back.label ?? words(lang, 'kit.back')}
          </a>
        )}
        <p>{words(lang, 'kit.paper.print')}</p>
        <LanguageSwitch />
      </header>
      <main id="main">{props.children}</main>
    </Document>
  );
}
