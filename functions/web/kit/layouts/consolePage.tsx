import type { ComponentChildren, VNode } from 'preact';
import { mayAct, roleLabels } from '../../../../shared/access/roles.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { ErrorSummary } from '../components/errorSummary.tsx';
import { type DueItem, ProblemsProvider, usePage } from '../context.tsx';
import { Document, LanguageSwitch } from '../document.tsx';
import { words } from '../words.ts';
import { Notice } from './notice.tsx';

export interface ConsolePageProps {
  readonly title: string;
  /** One line under the title: number, state tag, due date. */
  readonly lead?: ComponentChildren;
  /** The page's primary action (`ButtonLink`): always at the right end of the title line. */
  readonly action?: ComponentChildren;
  readonly back?: { readonly href: string; readonly label?: string };
  /** Why the form on this page was refused; shown on top and at the fields. */
  readonly problems?: readonly Problem[];
  /** The page's heading is inside the form (a field with `heading`). */
  readonly titleHidden?: boolean;
  readonly children: ComponentChildren;
}

/** A page for signed-in people: navigation by role, what is due, title with the primary action, content. */
export function ConsolePage(props: ConsolePageProps): VNode {
  const page = usePage();
  const problems = props.problems ?? [];
  return (
    <Document title={props.title} bodyClass="dr-console" failed={problems.length > 0}>
      <Masthead />
      <div class="dr-container">
        {page.due === undefined ? null : <DueBox due={page.due} />}
        {props.back === undefined ? null : (
          <nav aria-label={words(page.lang, 'kit.back')}>
            <a class="govuk-back-link" href={props.back.href}>
              {props.back.label ?? words(page.lang, 'kit.back')}
            </a>
          </nav>
        )}
        <main class="dr-main" id="main">
          <ProblemsProvider problems={problems}>
            <ErrorSummary />
            <Notice />
            {props.titleHidden === true ? null : (
              <div class="dr-title">
                <div>
                  <h1 class="govuk-heading-l">{props.title}</h1>
                  {props.lead === undefined ? null : <div class="dr-lead">{props.lead}</div>}
                </div>
                {props.action === undefined ? null : <div class="dr-title__action">{props.action}</div>}
              </div>
            )}
            {props.children}
          </ProblemsProvider>
        </main>
      </div>
      <footer class="dr-footer">
        <div class="dr-container">{page.office[page.lang]}</div>
      </footer>
    </Document>
  );
}

function Masthead(): VNode {
  const page = usePage();
  const { lang, user } = page;
  const entries = user === undefined ? [] : page.navigation.filter((item) => mayAct(user.roles, item.access));
  const current = [...entries]
    .filter((item) => page.path === item.href || page.path.startsWith(`${item.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <header class="dr-masthead">
      <div class="dr-container dr-masthead__row">
        <a class="dr-masthead__name" href="/">
          <span class="dr-masthead__office">{page.office[lang]}</span>
          <span>{words(lang, 'kit.system')}</span>
        </a>
        <div class="dr-masthead__account">
          {user === undefined ? null : (
            <span>
              {user.name}
              <span class="dr-masthead__roles">
                {user.roles.map((role) => roleLabels[role][lang]).join(lang === 'zh' ? '、' : ', ')}
              </span>
            </span>
          )}
          <LanguageSwitch />
          {user === undefined ? null : (
            <form method="post" action="/sign-out">
              <input type="hidden" name="csrfToken" value={page.csrfToken()} />
              <button type="submit" class="dr-link-button">
                {words(lang, 'kit.signOut')}
              </button>
            </form>
          )}
        </div>
      </div>
      {entries.length === 0 ? null : (
        <nav class="dr-nav" aria-label={words(lang, 'kit.navigation')}>
          <ul class="dr-container">
            {entries.map((item) => (
              <li key={item.href}>
                <a
                  href={item.href}
                  aria-current={item === current ? (page.path === item.href ? 'page' : 'true') : undefined}
                >
                  {item.label[lang]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

function DueBox(props: { due: readonly DueItem[] }): VNode {
  const { lang } = usePage();
  const waiting = props.due.filter((item) => item.count > 0);
  return (
    <section class="dr-due" aria-label={words(lang, 'kit.due.title')}>
      <strong>{words(lang, 'kit.due.title')}</strong>
      {waiting.length === 0 ? (
        <span>{words(lang, 'kit.due.none')}</span>
      ) : (
        <ul>
          {waiting.map((item) => (
            <li key={item.href}>
              <a class="govuk-link" href={item.href}>
                {item.label} {words(lang, 'kit.due.count', { count: item.count })}
              </a>
              {item.overdue > 0 ? (
                <strong class="dr-due__overdue">
                  {words(lang, 'kit.due.overdue', { count: item.overdue })}
                </strong>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
