import type { VNode } from 'preact';
import { MANIFEST, PUBLIC_KEY, SIGNATURE } from '../../../shared/publicity/manifest.ts';
import { usePage } from '../../web/kit/context.tsx';
import { say } from '../words.ts';
import { SitePage, useLink, usePageLink } from './sitePage.tsx';

const checkSite = [
  `openssl pkeyutl -verify -pubin -inkey ${PUBLIC_KEY} -rawin -in ${MANIFEST} -sigfile ${SIGNATURE}`,
  `sha256sum -c ${MANIFEST}`,
];
/** `H(KB("ticket/agency") ‖ tid)` by tools that are everywhere (DR-1 §1.6, §1.8). */
const ticketByHand = (seed: string, tid: string): readonly string[] => [
  `openssl kdf -keylen 64 -kdfopt digest:SHA256 -kdfopt mode:EXPAND_ONLY -kdfopt hexkey:${seed} -kdfopt info:dr1/ticket/agency -binary HKDF > key`,
  `(cat key; printf '%s' ${tid}) | sha256sum`,
];

/** Three ways to check a draw, and how to check the files of the site. */
export function VerifyPage({ verifier }: { verifier: boolean }): VNode {
  const { lang } = usePage();
  const file = useLink();
  const page = usePageLink();
  return (
    <SitePage title={say(lang, 'site.verify.title')} lead={say(lang, 'site.verify.lead')}>
      <h2 class="govuk-heading-m">{say(lang, 'site.verify.page')}</h2>
      <ol class="govuk-list govuk-list--number">
        <li>
          {say(lang, 'site.verify.page1')}
          {verifier ? (
            <>
              <br />
              <a class="govuk-link" href={file('verifier.html')} download>
                {say(lang, 'site.verify.pageLink')}
              </a>
            </>
          ) : null}
        </li>
        <li>{say(lang, 'site.verify.page2')}</li>
        <li>{say(lang, 'site.verify.page3')}</li>
      </ol>
      <h2 class="govuk-heading-m">{say(lang, 'site.verify.command')}</h2>
      <p class="govuk-body">{say(lang, 'site.verify.command1')}</p>
      <Command>npm run verify -- record.json</Command>
      <p class="govuk-body">{say(lang, 'site.verify.command2')}</p>
      <h2 class="govuk-heading-m">{say(lang, 'site.verify.hand')}</h2>
      <ol class="govuk-list govuk-list--number">
        <li>{say(lang, 'site.verify.hand1')}</li>
        <li>{say(lang, 'site.verify.hand2')}</li>
        <li>{say(lang, 'site.verify.hand3')}</li>
      </ol>
      <p class="govuk-body">{say(lang, 'site.verify.handTicket')}</p>
      {(lang === 'zh' ? ticketByHand('种子', '代号') : ticketByHand('SEED', 'TID')).map((line) => (
        <Command key={line}>{line}</Command>
      ))}
      <h2 class="govuk-heading-m">{say(lang, 'site.verify.site')}</h2>
      <p class="govuk-body">{say(lang, 'site.verify.siteText')}</p>
      {checkSite.map((line) => (
        <Command key={line}>{line}</Command>
      ))}
      <ul class="govuk-list">
        {(
          [
            [MANIFEST, 'site.verify.manifest'],
            [SIGNATURE, 'site.verify.signature'],
            [PUBLIC_KEY, 'site.verify.key'],
          ] as const
        ).map(([path, code]) => (
          <li key={path}>
            <a class="govuk-link" href={file(path)} download>
              {path}
            </a>{' '}
            {say(lang, code)}
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={page('receipts.html')}>
          {say(lang, 'site.receipts.link')}
        </a>
      </p>
    </SitePage>
  );
}

/** A line to be typed; it wraps on a narrow screen. */
function Command({ children }: { children: string }): VNode {
  return (
    <p class="govuk-body">
      <code class="dr-code">{children}</code>
    </p>
  );
}
