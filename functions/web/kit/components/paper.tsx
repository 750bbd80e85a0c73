import type { ComponentChildren, VNode } from 'preact';
import { usePage } from '../context.tsx';
import { words } from '../words.ts';

export interface PaperProps {
  /** The issuing organ, above the title. */
  readonly issuer: string;
  /** Document number, such as 京知检通〔2026〕12号. */
  readonly number: string;
  readonly title: string;
  /** To whom it is addressed; the colon is added. */
  readonly recipient?: string;
  /** Paragraphs and tables of the body. */
  readonly children: ComponentChildren;
  readonly attachments?: readonly string[];
  /** Signing organ and date, with the place of the seal over them. None on a record without a seal. */
  readonly signature?: { readonly organ: string; readonly date: string };
  /** Contact, delivery and similar lines at the foot of the last page. */
  readonly notes?: ComponentChildren;
  /** Prints the mark of a rehearsal across the paper. */
  readonly rehearsal?: boolean;
}

/**
 * An official paper on A4: issuer, number, title, body, signature with the place for the seal.
 * The print stylesheet adds "page x of y" to every sheet.
 */
export function Paper(props: PaperProps): VNode {
  const { lang } = usePage();
  return (
    <article class="dr-paper">
      {props.rehearsal === true ? (
        <p class="dr-paper__rehearsal" data-mark={words(lang, 'kit.paper.rehearsal')}>
          <span class="govuk-visually-hidden">{words(lang, 'kit.paper.rehearsal')}</span>
        </p>
      ) : null}
      <header class="dr-paper__head">
        <p class="dr-paper__issuer">{props.issuer}</p>
        <h1 class="dr-paper__title">{props.title}</h1>
        <p class="dr-paper__number">{props.number}</p>
      </header>
      <div class="dr-paper__body">
        {props.recipient === undefined ? null : (
          <p class="dr-paper__recipient">
            {props.recipient}
            {lang === 'zh' ? '：' : ':'}
          </p>
        )}
        {props.children}
      </div>
      {props.attachments === undefined || props.attachments.length === 0 ? null : (
        <div class="dr-paper__attachments">
          <p>{words(lang, 'kit.paper.attachments')}</p>{' '}
          <ol>
            {props.attachments.map((attachment) => (
              <li key={attachment}>{attachment}</li>
            ))}
          </ol>
        </div>
      )}
      {props.signature === undefined ? null : (
        <div class="dr-paper__signature">
          <span class="dr-paper__seal" aria-hidden="true">
            {words(lang, 'kit.paper.seal')}
          </span>
          <p>{props.signature.organ}</p>
          <p>{props.signature.date}</p>
        </div>
      )}
      {props.notes === undefined ? null : <footer class="dr-paper__notes">{props.notes}</footer>}
    </article>
  );
}
