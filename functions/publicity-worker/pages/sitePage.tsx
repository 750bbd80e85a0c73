import type { ComponentChildren, VNode } from 'preact';
import type { Lang } from '../../../shared/messages/message.ts';
import { relativeLink, type SiteFile, textFile } from '../../../shared/publicity/siteFile.ts';
import { type PageContext, usePage } from '../../web/kit/context.tsx';
import { renderDocument } from '../../web/kit/document.tsx';
import { PublicPage } from '../../web/kit/layouts/publicPage.tsx';
import { CATALOGUE_PAGE } from '../cataloguePaths.ts';
import { PENALTIES_PAGE } from '../penaltyPaths.ts';
import type { SiteSettings } from '../siteModel.ts';
import { say } from '../words.ts';

/** A page's place in the site in one language: English pages stand under `en/`. */
export function pathIn(lang: Lang, path: string): string {
  return lang === 'zh' ? path : `en/${path}`;
}

/** Link from the page being rendered to another file of the site. */
export function useLink(): (path: string) => string {
  const { path } = usePage();
  return (to) => relativeLink(path, to);
}

/** Link to another page in the same language. */
export function usePageLink(): (path: string) => string {
  const { lang } = usePage();
  const link = useLink();
  return (to) => link(pathIn(lang, to));
}

/** Where the numbers of complaints and reports are. */
export const COMPLAINTS_PAGE = 'complaints.html';
/** Where the formula of the risk class is. */
export const RISK_PAGE = 'risk.html';

/** Who is on a list of agencies today. */
export const LISTINGS_PAGE = 'listings.html';
/** Where credit repairs are that were refused or cancelled for fraud. */
export const REPAIRS_PAGE = 'repairs.html';

const sections = [
  ['index.html', 'site.nav.home'],
  ['plans/index.html', 'site.nav.plans'],
  ['draws/index.html', 'site.nav.draws'],
  ['results/index.html', 'site.nav.results'],
  [LISTINGS_PAGE, 'site.nav.listings'],
  [PENALTIES_PAGE, 'site.nav.penalties'],
  [CATALOGUE_PAGE, 'site.nav.catalogue'],
  [COMPLAINTS_PAGE, 'site.nav.complaints'],
  [RISK_PAGE, 'site.nav.risk'],
  [REPAIRS_PAGE, 'site.nav.repairs'],
  ['how.html', 'site.nav.how'],
  ['verify.html', 'site.nav.verify'],
  ['data/index.html', 'site.nav.data'],
] as const;

export interface SitePageProps {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly wide?: boolean;
  /** Page of the site to go back to; the first page unless told, and none on the first page itself. */
  readonly back?: string;
  readonly children: ComponentChildren;
}

/** The frame of every page of the site, with the sections at its foot. */
export function SitePage(props: SitePageProps): VNode {
  const { lang, path } = usePage();
  const page = usePageLink();
  const file = useLink();
  const first = path === pathIn(lang, 'index.html');
  return (
    <PublicPage
      title={props.title}
      {...(props.lead === undefined ? {} : { lead: props.lead })}
      wide={props.wide === true}
      home={page('index.html')}
      {...(first ? {} : { back: { href: page(props.back ?? 'index.html') } })}
      footer={
        <nav aria-label={say(lang, 'site.nav.label')}>
          {sections.map(([to, code]) => (
            <span key={to}>
              <a class="govuk-link" href={page(to)}>
                {say(lang, code)}
              </a>
              {' · '}
            </span>
          ))}
          <a class="govuk-link" href={file('feed.xml')}>
            {say(lang, 'site.nav.feed')}
          </a>
        </nav>
      }
    >
      {props.children}
    </PublicPage>
  );
}

function context(settings: SiteSettings, lang: Lang, path: string, absolute: boolean): PageContext {
  const own = pathIn(lang, path);
  const link = (to: string) => (absolute ? `${settings.base}/${to}` : relativeLink(own, to));
  return {
    lang,
    method: 'GET',
    path: own,
    query: {},
    office: settings.office,
    assets: {
      screenCss: link(settings.assets.screenCss),
      printCss: link(settings.assets.printCss),
      script: link(settings.assets.script),
      witness: link(settings.assets.witness),
    },
    navigation: [],
    otherLanguage: link(pathIn(lang === 'zh' ? 'en' : 'zh', path)),
    problemText: ({ code }) => code,
    csrfToken: () => '',
    newKey: () => '',
  };
}

/** A page in both languages, Chinese first. */
export function bothLanguages(settings: SiteSettings, path: string, page: VNode): readonly SiteFile[] {
  return (['zh', 'en'] as const).map((lang) =>
    textFile(pathIn(lang, path), 'html', `${renderDocument(page, context(settings, lang, path, false))}\n`),
  );
}

/** The page for an address that does not exist: shown at any depth, so its own links are absolute. */
export function anywherePages(settings: SiteSettings, path: string, page: VNode): readonly SiteFile[] {
  return (['zh', 'en'] as const).map((lang) =>
    textFile(pathIn(lang, path), 'html', `${renderDocument(page, context(settings, lang, path, true))}\n`),
  );
}
