import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { type PageContext, PageProvider, usePage } from './context.tsx';
import { hrefWith } from './links.ts';
import { words } from './words.ts';

const htmlLang = { zh: 'zh-CN', en: 'en' } as const;

/** The whole HTML text of a page. User text is encoded here and nowhere else. */
export function renderDocument(node: VNode, page: PageContext): string {
  return `<!doctype html>${render(<PageProvider page={page}>{node}</PageProvider>)}`;
}

/** The frame of every page: language, title, stylesheets, script, skip link. */
export function Document(props: {
  title: string;
  bodyClass: string;
  failed?: boolean | undefined;
  children: ComponentChildren;
}): VNode {
  const page = usePage();
  const { lang, assets } = page;
  const title = `${props.failed === true ? words(lang, 'kit.error.prefix') : ''}${props.title} – ${words(lang, 'kit.system')}`;
  return (
    <html lang={htmlLang[lang]} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assets.screenCss} />
        <link rel="stylesheet" href={assets.printCss} media="print" />
        <script type="module" src={assets.script} />
      </head>
      <body class={`govuk-template__body ${props.bodyClass}`}>
        <a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">
          {words(lang, 'kit.skip')}
        </a>
        {props.children}
      </body>
    </html>
  );
}

/** Link to the same page in the other language; none on the answer to a POST, where it would lose the entries. */
export function LanguageSwitch(): VNode | null {
  const page = usePage();
  if (page.otherLanguage === undefined && page.method !== 'GET' && page.method !== 'HEAD') return null;
  const other = page.lang === 'zh' ? 'en' : 'zh';
  const href = page.otherLanguage ?? hrefWith(page.path, page.query, { lang: other });
  return (
    <a class="govuk-link dr-quiet-link" href={href} lang={htmlLang[other]} hreflang={htmlLang[other]}>
      {words(page.lang, 'kit.switchLanguage')}
    </a>
  );
}
