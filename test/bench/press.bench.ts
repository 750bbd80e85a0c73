import { setTimeout as pause } from 'node:timers/promises';
import { act, attend, press, published, steps } from '../e2e/ceremony.ts';
import { DICE, drawDesk } from '../e2e/drawDesk.ts';
import { AT_ONCE, startOffice, thisMonth } from '../e2e/office.ts';
import { type Measured, printTable } from './table.ts';

const AGENCIES = 3_600;
const INSPECTORS = 120;
/** From the last person's press to the published record (ms). */
const GOAL = 5_000;

/** What people wait for in a city's draw, over HTTP against the local runtime, on an office in memory. */
export async function run(): Promise<void> {
  const runtime = await startOffice({ agencies: AGENCIES, inspectors: INSPECTORS, plan: AT_ONCE });
  try {
    const desk = drawDesk(runtime);
    const people = await attend(runtime.addresses);
    const rows: Measured[] = [];
    const timed = async (name: string, work: () => Promise<unknown>, more: Partial<Measured> = {}) => {
      const begun = performance.now();
      await work();
      rows.push({ name, ms: performance.now() - begun, units: AGENCIES, ...more });
    };
    const reach = async (number: string, status: string): Promise<void> => {
      while ((await desk.status(number)) !== status) await pause(5);
    };
    let number = '';
    await timed('press → registers sealed', async () => {
      number = await press(people, thisMonth(runtime));
      await reach(number, 'objection');
    });
    await steps.endObjections(people, number);
    await steps.commit(people, number);
    await timed('confirmation → commitment published', async () => {
      await steps.confirm(people, number);
      await reach(number, 'revealing');
    });
    await steps.reveal(people, number);
    await steps.enter(people, number);
    await timed(
      'last press → published',
      async () => {
        await act(people.notary, number, 'confirm-source', { value: DICE });
        await published(people.supervisor, number);
      },
      { goalMs: GOAL },
    );
    const notices = (await desk.draw(number))?.result?.notices ?? 0;
    await timed(
      `published → all ${notices} mails in the inbox`,
      async () => {
        while (runtime.inbox.list().length < notices) {
          await runtime.invoke('mail-worker', {});
          await pause(5);
        }
      },
      { units: notices },
    );
    printTable(`a draw over HTTP: ${AGENCIES} agencies, ${INSPECTORS} inspectors`, rows);
  } finally {
    await runtime.stop();
  }
}
