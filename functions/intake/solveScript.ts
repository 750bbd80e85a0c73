import { readChallenge } from '../../shared/proofOfWork/challenge.ts';
import { progressPercent, solve } from '../../shared/proofOfWork/solve.ts';

// Does the proof of work of the form it stands in (`ProofOfWork`). In slices instead of a worker: the pages let no
// script start another (Trusted Types), and the whole of it takes less than a second on most machines.

/** Longest slice in milliseconds: the page answers to keys and taps in between. */
const SLICE_MS = 30;
const NUMBERS = 256;
/** How often the progress is said, in milliseconds: a screen reader should not drown in it. */
const SAID_EVERY_MS = 2000;

const part = document.querySelector<HTMLElement>('[data-proof-of-work]');
if (part !== null) begin(part);

function begin(root: HTMLElement): void {
  const form = root.closest('form');
  const field = root.querySelector<HTMLInputElement>('input[data-proof-solution]');
  const status = root.querySelector<HTMLElement>('[data-proof-status]');
  const challenge = readChallenge(root.dataset['proofOfWork'] ?? '');
  if (form === null || field === null || status === null || challenge === undefined) return;

  let from = 0;
  /** Pressed before the solution was there. */
  let waiting: { readonly button: HTMLElement | null } | undefined;
  const say = (text: string | undefined) => {
    const said = (text ?? '').replace('{percent}', String(progressPercent(challenge, from)));
    if (status.textContent !== said) status.textContent = said;
  };
  const progress = () => say(root.dataset[waiting === undefined ? 'working' : 'waiting']);

  form.addEventListener('submit', (event) => {
    if (field.value !== '') return;
    event.preventDefault();
    waiting = { button: event.submitter };
    progress();
  });

  let saidAt = performance.now();
  const slice = () => {
    const start = performance.now();
    let found: number | undefined;
    while (found === undefined && performance.now() - start < SLICE_MS) {
      found = solve(challenge, from, NUMBERS);
      from += NUMBERS;
    }
    if (found !== undefined) {
      field.value = String(found);
      say(root.dataset['done']);
      if (waiting !== undefined) form.requestSubmit(waiting.button);
      return;
    }
    if (start - saidAt > SAID_EVERY_MS) {
      saidAt = start;
      progress();
    }
    setTimeout(slice);
  };
  progress();
  setTimeout(slice);
}
