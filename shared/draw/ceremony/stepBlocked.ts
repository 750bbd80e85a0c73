/** A step of the workflow cannot go on now and will be tried again by the state machine (its Retry names this error). */
export class StepBlocked extends Error {
  override readonly name = 'StepBlocked';
}
