import type { Kept, KeptAnswer } from './kept.ts';
import { inOrder } from './kept.ts';
import { button, part, replaceContents, textElement, type VisitRoot } from './visitDom.ts';

/** The questions of the page: what is entered is kept at once, and each shows where its answer is. */
export interface AnswerParts {
  /** Shows where the answers are; the first time also what was entered before the page was closed. */
  show(entries: readonly Kept[], sending: boolean): void;
  sent(entry: KeptAnswer, standing: string | undefined): void;
}

export interface QueueHandle {
  keep(entry: Kept): Promise<void>;
  drop(id: string): Promise<void>;
  newId(): string;
}

interface QuestionPart {
  readonly key: string;
  readonly form: HTMLFormElement;
  readonly state: HTMLElement;
}

export function answerParts(root: VisitRoot, queue: QueueHandle): AnswerParts {
  const questions = [...root.element.querySelectorAll<HTMLElement>('[data-question]')].flatMap((article) => {
    const form = article.querySelector('form');
    const state = part(article, 'state');
    const key = article.dataset['question'] ?? '';
    return form === null || state === null ? [] : [{ key, form, state }];
  });
  for (const question of questions) listen(question, queue);
  let restored = false;
  return {
    show(entries, sending) {
      for (const question of questions) {
        const own = entries.filter((one) => one.type === 'answer' && one.key === question.key).sort(inOrder);
        const newest = own.at(-1);
        if (newest?.type !== 'answer') continue;
        if (!restored) restore(question, newest);
        showState(root, question, newest, sending, queue);
      }
      restored = true;
    },
    sent(entry, standing) {
      const question = questions.find(({ key }) => key === entry.key);
      if (question === undefined) return;
      const text =
        standing === undefined
          ? root.text('visitPage.state.sent')
          : root.text('visitPage.state.later', { name: standing });
      replaceContents(question.state, textElement('span', text, 'dr-state dr-state--sent'));
    },
  };
}

function valuesOf({ key, form }: QuestionPart): { value: string; note: string } {
  const data = new FormData(form);
  return { value: String(data.get(key) ?? ''), note: String(data.get(`note.${key}`) ?? '') };
}

function listen(question: QuestionPart, queue: QueueHandle): void {
  const { key, form } = question;
  let last = JSON.stringify(valuesOf(question));
  const keepNow = () => {
    const values = valuesOf(question);
    const now = JSON.stringify(values);
    if (values.value === '' || now === last) return;
    last = now;
    void queue.keep({ type: 'answer', id: queue.newId(), key, ...values, at: new Date().toISOString() });
  };
  form.addEventListener('change', keepNow);
  form.addEventListener('submit', (event) => {
    // Without an answer the server says what is missing.
    if (valuesOf(question).value === '') return;
    event.preventDefault();
    keepNow();
  });
}

function restore({ key, form }: QuestionPart, { value, note }: KeptAnswer): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
    if (input.name === key) input.checked = input.value === value;
  }
  const text = form.querySelector('textarea');
  if (text !== null) text.value = note;
}

function showState(
  root: VisitRoot,
  { state }: QuestionPart,
  newest: KeptAnswer,
  sending: boolean,
  queue: QueueHandle,
): void {
  if (newest.refused === undefined) {
    const code = sending ? 'visitPage.state.sending' : 'visitPage.state.waiting';
    replaceContents(state, textElement('span', root.text(code), 'dr-state dr-state--waiting'));
    return;
  }
  replaceContents(
    state,
    textElement(
      'span',
      root.text('visitPage.state.refused', { why: newest.refused }),
      'dr-state dr-state--refused',
    ),
    ' ',
    button(root.text('visitPage.queue.drop'), () => {
      state.replaceChildren();
      void queue.drop(newest.id);
    }),
  );
}
