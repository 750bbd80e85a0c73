import { answerParts, type QueueHandle } from './answers.ts';
import { fileParts } from './files.ts';
import { forgetPages, keepPage } from './keepPage.ts';
import { isWaiting, type Kept } from './kept.ts';
import { officeByFetch } from './officeByFetch.ts';
import { signaturePad } from './pad.ts';
import { phoneQueue } from './phoneQueue.ts';
import { licenceScan } from './scan.ts';
import { senderLoop } from './senderLoop.ts';
import { showTotal } from './total.ts';
import { part, type VisitRoot, visitRoot } from './visitDom.ts';

// The visit page without a signal: everything that is entered is kept on the phone first and sent when it can be.

const found = visitRoot();
if (found !== undefined) void start(found);

async function start(root: VisitRoot): Promise<void> {
  const { visit, person, checklists, token } = root;
  const queue = await phoneQueue(visit, person);
  const tabs = new BroadcastChannel('visit-queue');
  const session = { visit, person, checklists, token };
  const handle: QueueHandle = {
    newId: () => crypto.randomUUID(),
    async keep(entry) {
      await queue.put(entry);
      tabs.postMessage('changed');
      loop.now();
    },
    async drop(id) {
      await queue.remove(id);
      tabs.postMessage('changed');
      await show();
    },
  };
  const answers = answerParts(root, handle);
  const files = fileParts(root, handle);
  const loop = senderLoop({
    name: `visit-queue ${visit} ${person}`,
    queue,
    office: officeByFetch(session),
    tell({ entry, standing, upload }) {
      if (entry.type === 'answer') answers.sent(entry, standing);
      else files.sent(entry, upload ?? '');
      tabs.postMessage('changed');
    },
    changed: () => void show(),
  });
  let entries: readonly Kept[] = [];
  const show = async () => {
    entries = await queue.all();
    answers.show(entries, loop.isSending());
    files.show(entries, loop.isSending());
    showTotal(root, { entries, stop: loop.stop(), durable: queue.isDurable(), retry: loop.now });
  };
  tabs.addEventListener('message', () => void show());
  signaturePad(root, (image, name) => files.keep({ purpose: 'signature', question: '' }, image, name));
  licenceScan(root);
  guardForms(root);
  guardSignOut(root, () => entries.filter(isWaiting).length);
  await show();
  loop.now();
  // Asks the browser not to clear what waits when the phone is short of space.
  void navigator.storage?.persist?.().catch(() => false);
  // Comfort: a browser that keeps no pages still keeps the answers.
  await keepPage(person, root.open).catch(() => undefined);
}

/** Parts that only the server can decide are not sent into nowhere: what was entered stays on the page. */
function guardForms(root: VisitRoot): void {
  root.element.addEventListener('submit', (event) => {
    if (navigator.onLine || event.defaultPrevented) return;
    event.preventDefault();
    const total = part(root.element, 'total');
    if (total !== null) total.textContent = root.text('visitPage.offline.form');
  });
}

/** Signing out erases the kept pages; what was not sent stays, for the same person. */
function guardSignOut(root: VisitRoot, waiting: () => number): void {
  const form = document.querySelector<HTMLFormElement>('form[action="/sign-out"]');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const count = waiting();
    if (count > 0 && !confirm(root.text('visitPage.offline.leave', { count }))) return;
    void forgetPages()
      .catch(() => undefined)
      .then(() => form.submit());
  });
}
