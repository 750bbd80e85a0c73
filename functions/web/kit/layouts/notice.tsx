import type { VNode } from 'preact';
import { NotificationBanner } from '../components/notices.tsx';
import { usePage } from '../context.tsx';

/** The confirmation of what the person has just done, carried over the redirect. */
export function Notice(): VNode | null {
  const { notice } = usePage();
  if (notice === undefined) return null;
  return (
    <NotificationBanner kind="success" id="notice-title">
      <p class="govuk-notification-banner__heading">{notice}</p>
    </NotificationBanner>
  );
}
