import type { ComponentChildren, VNode } from 'preact';
import type { Problem } from '../../../../shared/problem.ts';
import { ErrorSummary } from '../components/errorSummary.tsx';
import { ProblemsProvider, usePage } from '../context.tsx';
import { Document, LanguageSwitch } from '../document.tsx';
import { words } from '../words.ts';
import { Notice } from './notice.tsx';

export interface PublicPageProps {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly back?: { readonly href: string; readonly label?: string };
  readonly problems?: readonly Problem[];
  readonly titleHidden?: boolean;
  /** Tables need the whole width; questions and texts read better on two thirds. */
  readonly wide?: boolean;
  /** Where the office's name leads to. */
  readonly home?: string;
  readonly footer?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page for the public or an agency: one column, larger type, one question at a time. */
export function PublicPage(props: PublicPageProps): VNode {
  const page = usePage();
  const { lang } = page;
  const problems = props.problems ?? [];
  return (
    <Document title={props.title} bodyClass="dr-public" failed={problems.length > 0}>
      <header class="dr-masthead">
        <div class="dr-container dr-masthead__row">
          <a class="dr-masthead__name" href={props.home ?? '/'}>
            <span class="dr-masthead__office">{page.office[lang]}</span>
            <span>{words(lang, 'kit.system')}</span>
          </a>
          <div class="dr-masthead__account">
            <LanguageSwitch />
          </div>
        </div>
      </header>
      <div class="dr-container">
        {props.back === undefined ? null : (
          <nav aria-label={words(lang, 'kit.back')}>
            <a class="govuk-back-link" href={props.back.href}>
              {props.back.label ?? words(lang, 'kit.back')}
            </a>
          </nav>
        )}
        <main class={`dr-main${props.wide === true ? '' : ' dr-main--narrow'}`} id="main">
          <ProblemsProvider problems={problems}>
            <ErrorSummary />
            <Notice />
            {props.titleHidden === true ? null : (
              <>
                <h1 class="govuk-heading-l">{props.title}</h1>
                {props.lead === undefined ? null : <div class="dr-lead">{props.lead}</div>}
              </>
            )}
            {props.children}
          </ProblemsProvider>
        </main>
      </div>
      <footer class="dr-footer">
        <div class="dr-container">
          {props.footer === undefined ? null : <div class="dr-footer__more">{props.footer}</div>}
          <p>
            {page.office[lang]} · {words(lang, 'kit.footer.public')}
          </p>
        </div>
      </footer>
    </Document>
  );
}
