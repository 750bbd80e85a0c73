import type { VNode } from 'preact';
import { type AuditEntry, entryDigest } from '../../../../shared/audit/entry.ts';
import type { DossierChain } from '../../../../shared/dossier/dossierChain.ts';
import type { Verification } from '../../../../shared/draw/verify.ts';
import { catalogue, text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { Hash } from '../../kit/components/hash.tsx';
import { usePage } from '../../kit/context.tsx';
import { dayText, preciseText } from '../moment.ts';
import { RowTable, Section } from './dossierTable.tsx';

/** The words of a code, or the code itself where a chain holds one that this version does not know. */
function wordsOf(lang: Lang, code: string, otherwise: string): string {
  return catalogue.has(code) ? catalogue.problemText(lang, { code }) : otherwise;
}

/** How a kind of case names what its chain tells. */
export interface ChainWords {
  /** Before the code of a command, e.g. `dossier.command.`; before that of a status. */
  readonly command: string;
  readonly status: string;
}

/** The audit chain, entry by entry, with the digest that the next one holds. */
export function ChainSection(props: {
  readonly title: string;
  readonly audit: DossierChain;
  readonly words: ChainWords;
  /** Who acted, by the id in the chain. */
  readonly nameOf: (actor: string) => string;
}): VNode {
  const { lang } = usePage();
  const { anchor, entries } = props.audit;
  const statusText = (status: string) =>
    status === '' ? '—' : wordsOf(lang, `${props.words.status}${status}`, status);
  const step = ({ from, to }: AuditEntry) =>
    from === to ? statusText(to) : `${statusText(from)} → ${statusText(to)}`;
  return (
    <Section title={props.title}>
      <RowTable
        head={[
          '#',
          text(lang, 'dossierPage.what'),
          text(lang, 'dossierPage.who'),
          text(lang, 'dossierPage.step'),
          text(lang, 'dossierPage.entry'),
        ]}
        rows={entries.map((entry) => [
          String(entry.seq),
          <>
            {wordsOf(lang, `${props.words.command}${entry.command}`, entry.command)}
            {entry.ground === undefined ? '' : ` (${entry.ground})`}
            <br />
            {preciseText(lang, entry.at)}
          </>,
          props.nameOf(entry.actor),
          step(entry),
          <Hash key="hash" value={entryDigest(entry)} />,
        ])}
      />
      {anchor === undefined ? null : (
        <p>
          {text(lang, 'dossierPage.anchor', { day: dayText(lang, anchor.day), seq: anchor.seq })}{' '}
          <Hash value={anchor.root} />
        </p>
      )}
    </Section>
  );
}

/** Who acted in a chain: the system, the party with its link, or somebody of the office. */
export function chainNames(
  lang: Lang,
  party: string,
  names: ReadonlyMap<string, string>,
): (actor: string) => string {
  return (actor) => {
    if (actor === 'system') return text(lang, 'dossierPage.system');
    return actor.startsWith('link:') ? party : (names.get(actor) ?? actor);
  };
}

/** What the verification found, as anybody else would. */
export function CheckSection({ title, verification }: { title: string; verification: Verification }): VNode {
  const { lang } = usePage();
  const { checks, consistent } = verification;
  return (
    <Section title={title}>
      <p>
        <strong>
          {text(lang, consistent ? 'dossier.verdict.consistent' : 'dossier.verdict.inconsistent')}
        </strong>
      </p>
      <RowTable
        head={[text(lang, 'dossierPage.check'), text(lang, 'dossierPage.status')]}
        rows={checks.map(({ name, subject, ok, note, expected, found }) => [
          <>
            {wordsOf(lang, `dossier.check.${name}`, name)}
            {subject === undefined ? '' : ` · ${subject}`}
            {note === undefined ? null : <div>{wordsOf(lang, `dossier.note.${note}`, note)}</div>}
            {ok ? null : <div>{[expected, found].filter(Boolean).join(' ≠ ')}</div>}
          </>,
          text(lang, ok ? 'dossierPage.ok' : 'dossierPage.differs'),
        ])}
      />
    </Section>
  );
}
