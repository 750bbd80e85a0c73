import type { ComponentChildren, VNode } from 'preact';
import { usePage } from '../context.tsx';
import { words } from '../words.ts';

/** A message about the page as a whole: something was done, or something must be known before acting. */
export function NotificationBanner(props: {
  kind?: 'important' | 'success';
  title?: string;
  id?: string;
  children: ComponentChildren;
}): VNode {
  const { lang } = usePage();
  const success = props.kind === 'success';
  const id = props.id ?? 'notification-title';
  const inner = (
    <>
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id={id}>
          {props.title ?? words(lang, success ? 'kit.notice.success' : 'kit.notice.important')}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">{props.children}</div>
    </>
  );
  return success ? (
    <div
      class="govuk-notification-banner govuk-notification-banner--success"
      role="alert"
      aria-labelledby={id}
      data-module="govuk-notification-banner"
    >
      {inner}
    </div>
  ) : (
    <section class="govuk-notification-banner" aria-labelledby={id}>
      {inner}
    </section>
  );
}

/** Something with consequences, next to the button that has them. */
export function Warning(props: { children: ComponentChildren }): VNode {
  const { lang } = usePage();
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{words(lang, 'kit.warning')}</span>
        {props.children}
      </strong>
    </div>
  );
}

/** A passage set apart: a quotation of the rule, an explanation. */
export function Inset(props: { children: ComponentChildren }): VNode {
  return <div class="govuk-inset-text">{props.children}</div>;
}

/** Further text that most readers do not need; works without script. */
export function Details(props: { summary: string; open?: boolean; children: ComponentChildren }): VNode {
  return (
    <details class="govuk-details" open={props.open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div class="govuk-details__text">{props.children}</div>
    </details>
  );
}

/** The large panel of a receipt or confirmation page. */
export function Panel(props: { title: string; children?: ComponentChildren }): VNode {
  return (
    <div class="govuk-panel govuk-panel--confirmation">
      <h1 class="govuk-panel__title">{props.title}</h1>
      {props.children === undefined ? null : <div class="govuk-panel__body">{props.children}</div>}
    </div>
  );
}
