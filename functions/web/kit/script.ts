import {
  Button,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  Radios,
  SkipLink,
} from 'govuk-frontend';

// Comfort only: every page works without this script. Focus moves to the error summary, a second press of a
// button is ignored, further questions fold away until their choice is taken.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
createAll(Button, { preventDoubleClick: true });
createAll(Checkboxes);
createAll(ErrorSummary);
createAll(NotificationBanner, { disableAutoFocus: true });
createAll(Radios);
createAll(SkipLink);
