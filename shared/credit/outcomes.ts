/**
 * Everything that can come of handing a record over or of asking for one. `taken`: whether the other side has it now.
 * `next`: `acknowledge`, to a `person`, send `again` after a pause, or `ask` before anything else. `remote`: whether the
 * other side worked (`answers`), did not (`fails`, counted by the breaker) or was not spoken to.
 */
export const outcomes = [
  { code: 'accepted', taken: 'yes', next: 'acknowledge', remote: 'answers' },
  /** It was there already, with the same content: the earlier answer was lost. */
  { code: 'same', taken: 'yes', next: 'acknowledge', remote: 'answers' },
  /** What is taken back was never there. */
  { code: 'nothing-there', taken: 'yes', next: 'acknowledge', remote: 'answers' },
  /** It was there already, with other content. */
  { code: 'other-content', taken: 'no', next: 'person', remote: 'answers' },
  /** A newer version of it is there. */
  { code: 'newer-there', taken: 'no', next: 'person', remote: 'answers' },
  { code: 'refused', taken: 'no', next: 'person', remote: 'answers' },
  /** Our own check found something that must not leave the house, or a field that is missing. */
  { code: 'invalid', taken: 'no', next: 'person', remote: 'untouched' },
  /** A person took it out of the queue. */
  { code: 'stopped', taken: 'no', next: 'person', remote: 'untouched' },
  /** The answer to the question: it does not have it. */
  { code: 'not-there', taken: 'no', next: 'again', remote: 'answers' },
  /** The file of the day has gone; the next one takes it. */
  { code: 'next-file', taken: 'no', next: 'again', remote: 'untouched' },
  /** It is in a file that was handed over, and no acknowledgement has come yet. */
  { code: 'awaiting', taken: 'unknown', next: 'ask', remote: 'untouched' },
  { code: 'busy', taken: 'no', next: 'again', remote: 'fails' },
  { code: 'unreachable', taken: 'no', next: 'again', remote: 'fails' },
  { code: 'unauthorised', taken: 'no', next: 'again', remote: 'fails' },
  { code: 'timeout', taken: 'unknown', next: 'ask', remote: 'fails' },
  { code: 'lost', taken: 'unknown', next: 'ask', remote: 'fails' },
  { code: 'server-error', taken: 'unknown', next: 'ask', remote: 'fails' },
  /** 200, and a body that says that something went wrong. */
  { code: 'error-body', taken: 'unknown', next: 'ask', remote: 'fails' },
  { code: 'redirect', taken: 'unknown', next: 'ask', remote: 'fails' },
  /** A page for people: as a rule a login. */
  { code: 'html', taken: 'unknown', next: 'ask', remote: 'fails' },
  { code: 'empty', taken: 'unknown', next: 'ask', remote: 'fails' },
  { code: 'wrong-type', taken: 'unknown', next: 'ask', remote: 'fails' },
  { code: 'oversize', taken: 'unknown', next: 'ask', remote: 'fails' },
  { code: 'unreadable', taken: 'unknown', next: 'ask', remote: 'fails' },
  /** An answer that does not name the record. */
  { code: 'not-named', taken: 'unknown', next: 'ask', remote: 'fails' },
] as const;

export type Outcome = (typeof outcomes)[number];
export type OutcomeCode = Outcome['code'];

/** What can become of a request as a whole. */
export type FailureCode = Extract<Outcome, { readonly remote: 'fails' }>['code'];

export function outcomeOf(code: OutcomeCode): Outcome {
  const row = outcomes.find((one) => one.code === code);
  if (row === undefined) throw new Error(`no outcome named ${code}`);
  return row;
}
