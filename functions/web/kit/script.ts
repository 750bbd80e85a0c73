import { Button, createAll, ErrorSummary, NotificationBanner, SkipLink } from 'govuk-frontend';

// Comfort only: every page works without this script. Focus moves to the error summary, a second press of a
// button is ignored.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
createAll(Button, { preventDoubleClick: true });
createAll(ErrorSummary);
createAll(NotificationBanner, { disableAutoFocus: true });
createAll(SkipLink);
