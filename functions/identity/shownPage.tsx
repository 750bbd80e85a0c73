import type { VNode } from 'preact';
import type { Shown } from '../../shared/complaint/revealing.ts';
import { Inset, Warning } from '../web/kit/components/notices.tsx';
import { SummaryList } from '../web/kit/components/summaryList.tsx';
import { usePage } from '../web/kit/context.tsx';
import { ConsolePage } from '../web/kit/layouts/consolePage.tsx';
import { actText, caseName, identityPath, kindText, words } from './words.ts';

/**
 * The identity, once: the answer to the press that asked for it, stored nowhere. It prints with the reason and with
 * who asked, agreed and looked, so that no sheet lies about that does not say whose it is.
 */
export function ShownPage({ stored, reveal, identity }: Shown): VNode {
  const { lang } = usePage();
  const complaint = stored.state;
  const { decided, seen } = reveal;
  const look = seen.at(-1);
  const { proxy, mail } = identity;
  return (
    <ConsolePage
      title={words(lang, 'identityPage.shown.title')}
      lead={`${kindText(lang, complaint)} ${caseName(complaint)}`}
      back={{ href: identityPath(complaint.id), label: words(lang, 'identityPage.title') }}
    >
      <Warning>{words(lang, 'identityPage.shown.warning')}</Warning>
      <SummaryList
        rows={[
          { label: words(lang, 'identityPage.shown.name'), value: identity.name },
          { label: words(lang, 'identityPage.shown.phone'), value: identity.phone },
          { label: words(lang, 'identityPage.shown.address'), value: identity.address },
          mail === undefined ? undefined : { label: words(lang, 'identityPage.shown.mail'), value: mail },
          proxy === undefined
            ? undefined
            : { label: words(lang, 'identityPage.shown.proxy'), value: proxy.name },
          proxy === undefined
            ? undefined
            : { label: words(lang, 'identityPage.shown.authority'), value: proxy.authority },
        ]}
      />
      <SummaryList
        title={words(lang, 'identityPage.shown.under')}
        rows={[
          { label: words(lang, 'identityPage.history.reason'), value: reveal.reason },
          { label: words(lang, 'identityPage.history.asked'), value: actText(lang, reveal.asked) },
          decided === undefined
            ? undefined
            : { label: words(lang, 'identityPage.shown.agreed'), value: actText(lang, decided) },
          look === undefined
            ? undefined
            : {
                label: words(lang, 'identityPage.shown.looked'),
                value: `${actText(lang, look)} · ${words(lang, 'identityPage.shown.number', { no: seen.length })}`,
              },
        ]}
      />
      <Inset>{words(lang, 'identityPage.shown.once')}</Inset>
    </ConsolePage>
  );
}
