import { Button, createAll, ErrorSummary, NotificationBanner, SkipLink } from 'govuk-frontend';

// Comfort only: every page works without this script. Focus moves to the error summary, a second press of a
// button is ignored, and a page that is meant to be printed offers it.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
createAll(Button, { preventDoubleClick: true });
createAll(ErrorSummary);
createAll(NotificationBanner, { disableAutoFocus: true });
createAll(SkipLink);

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
