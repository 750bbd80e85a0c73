import type { VNode } from 'preact';
import { CaseHistory } from '../caseHistory.tsx';
import type { CasePageProps } from './casePage.tsx';
import { commandText, words } from './inspectionWords.ts';

/** Who did what, when. */
export function History({ lang, chain, names }: CasePageProps): VNode {
  const who = (actor: string) => {
    if (actor === 'system') return words(lang, 'inspectionPage.system');
    // Whoever acts by a signed link has no account: the chain has a pseudonym.
    if (actor.startsWith('link:')) return words(lang, 'inspectionPage.history.link');
    return names.get(actor) ?? actor;
  };
  return (
    <CaseHistory
      chain={chain}
      what={(command) => commandText(lang, command)}
      who={who}
      labels={{
        title: words(lang, 'inspectionPage.history', { count: chain.length }),
        at: words(lang, 'inspectionPage.history.at'),
        what: words(lang, 'inspectionPage.history.what'),
        who: words(lang, 'inspectionPage.by'),
      }}
    />
  );
}
