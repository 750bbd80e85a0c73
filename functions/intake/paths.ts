import type { Step } from '../../shared/complaint/form/steps.ts';

/** Addresses of the form. What somebody entered never stands in one. */
export const START = '/complain';
export const CHECK = '/complain/check';
export const SEND = '/complain/send';
export const RELEASE = '/complain/release';
export const RECEIPT = '/complain/receipt';
export const DONE = '/complain/done';
/** Where a receipt code is entered: pages of another function at the same origin. */
export const FOLLOW = '/follow';

export function pathOf(step: Step | undefined): string {
  return step === undefined ? CHECK : `${START}/${step.path}`;
}
