import type { WebResponse } from './route.ts';

/** Ends a request before its handler: thrown by a guard, answered by the problem pages. */
export class Refusal extends Error {
  readonly response: WebResponse;

  constructor(response: WebResponse) {
    super('The request was refused');
    this.name = 'Refusal';
    this.response = response;
  }
}
