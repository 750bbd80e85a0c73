import type { QueueHandle } from './answers.ts';
import type { Kept, KeptFile } from './kept.ts';
import { inOrder } from './kept.ts';
import { button, part, textElement, type VisitRoot } from './visitDom.ts';

/** The places where photos and papers are taken: each file is kept first and shows where it is. */
export interface FileParts {
  show(entries: readonly Kept[], sending: boolean): void;
  sent(entry: KeptFile, upload: string): void;
  keep(
    place: { readonly purpose: string; readonly question: string },
    file: Blob,
    name: string,
  ): Promise<void>;
}

export function fileParts(root: VisitRoot, queue: QueueHandle): FileParts {
  const places = [...root.element.querySelectorAll<HTMLElement>('[data-file]')];
  const targetOf = ({ dataset }: HTMLElement) => ({
    purpose: dataset['file'] ?? '',
    question: dataset['fileQuestion'] ?? '',
  });
  /** What was sent since the page was opened, by place. */
  const sent = new Map<HTMLElement, KeptFile[]>();
  const placeOf = (entry: KeptFile) =>
    places.find((one) => {
      const { purpose, question } = targetOf(one);
      return purpose === entry.purpose && question === entry.question;
    });
  const keep: FileParts['keep'] = (target, file, name) =>
    queue.keep({ type: 'file', id: queue.newId(), at: new Date().toISOString(), ...target, file, name });

  for (const place of places) {
    const take = part(place, 'take');
    const input = take?.querySelector('input');
    if (take === null || input === null || input === undefined) continue;
    take.hidden = false;
    place.querySelector<HTMLElement>('.dr-add-file__link')?.setAttribute('hidden', '');
    input.addEventListener('change', () => {
      for (const file of input.files ?? []) {
        // Refused before it travels over a weak signal.
        if (file.size <= root.mostBytes) void keep(targetOf(place), file, file.name);
        else part(place, 'files')?.append(textElement('li', root.tooLarge, 'dr-state dr-state--refused'));
      }
      input.value = '';
    });
  }

  const lineOf = (entry: KeptFile, sending: boolean): HTMLElement => {
    if (entry.refused === undefined) {
      const code = sending ? 'visitPage.state.sending' : 'visitPage.state.waiting';
      return textElement('li', `${entry.name}：${root.text(code)}`, 'dr-state dr-state--waiting');
    }
    const why = root.text('visitPage.state.refused', { why: entry.refused });
    const line = textElement('li', `${entry.name}：${why} `, 'dr-state dr-state--refused');
    line.append(button(root.text('visitPage.queue.drop'), () => void queue.drop(entry.id)));
    return line;
  };

  return {
    keep,
    show(entries, sending) {
      for (const place of places) {
        const own = entries
          .filter((one) => one.type === 'file')
          .filter((one) => placeOf(one) === place)
          .sort(inOrder);
        const stored = sent.get(place) ?? [];
        part(place, 'files')?.replaceChildren(
          ...stored.map(({ name }) =>
            textElement('li', `${name}：${root.text('visitPage.state.sent')}`, 'dr-state dr-state--sent'),
          ),
          ...own.map((one) => lineOf(one, sending)),
        );
      }
    },
    sent(entry, upload) {
      const place = placeOf(entry);
      if (place !== undefined) sent.set(place, [...(sent.get(place) ?? []), entry]);
      const select = root.element.querySelector<HTMLSelectElement>('select[name="evidence"]');
      if (entry.purpose !== 'signature' || select === null) return;
      select.add(new Option(entry.name, upload, true, true));
    },
  };
}
