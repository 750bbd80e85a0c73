import { setTimeout as pause } from 'node:timers/promises';
import { commitmentOf, DICE, SEATS } from './drawDesk.ts';
import { type Answer, type Entries, type Site, signedIn, type Visitor, wordsOf } from './visitor.ts';

/** Everybody who holds the draw, each at a browser of their own. */
export const ATTENDANTS = [
  'supervisor',
  'approver',
  'official-a',
  'official-b',
  'notary',
  'auditor',
] as const;
export type Attendants = Readonly<Record<(typeof ATTENDANTS)[number], Visitor>>;

export const attend = (site: Site): Promise<Attendants> => signedIn(site, ...ATTENDANTS);

const PATIENCE_MS = 20_000;
/** A page that is asked for all the time takes the processor from what it is waiting for. */
const LOOK_MS = 60;

/** Opens the draw of a month and answers its number. */
export async function press(people: Attendants, month: string, kind = 'draw'): Promise<string> {
  const answer = await people.supervisor.submit('/draws', '/draws', { month, kind });
  const number = /\/draws\/([A-Z]+-\d{4}-R?\d{4})/.exec(answer.url)?.[1];
  if (number === undefined) throw new Error(`no draw: ${answer.status} ${wordsOf(answer.text)}`);
  return number;
}

/** Waits until the draw's page offers the form of this command to the visitor, and sends it. */
export async function act(
  who: Visitor,
  number: string,
  command: string,
  entries: Entries = {},
): Promise<Answer> {
  const page = `/draws/${number}`;
  const action = `${page}/${command}`;
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const shown = await who.get(page);
    if (shown.text.includes(`action="${action}"`)) break;
    if (Date.now() > deadline) throw new Error(`${action} is never offered: ${wordsOf(shown.text)}`);
    await pause(LOOK_MS);
  }
  return who.submit(page, action, entries);
}

/** `act`, and the answer has to be the page that confirms it. */
async function done(who: Visitor, number: string, command: string, entries: Entries = {}): Promise<void> {
  const answer = await act(who, number, command, entries);
  if (answer.status !== 200) throw new Error(`${command}: ${answer.status} ${wordsOf(answer.text)}`);
}

type Step = (people: Attendants, number: string) => Promise<void>;

/** The human acts of a draw in their order. */
export const steps = {
  endObjections: (people, number) => done(people.supervisor, number, 'end-objections'),
  commit: async (people, number) => {
    for (const seat of SEATS) {
      await done(people[seat.id], number, 'commit-secret', { c: commitmentOf(number, seat) });
    }
  },
  confirm: (people, number) => done(people.approver, number, 'confirm'),
  reveal: async (people, number) => {
    for (const seat of SEATS) await done(people[seat.id], number, 'reveal', { r: seat.r });
  },
  enter: (people, number) => done(people.supervisor, number, 'enter-source', { value: DICE }),
  confirmSource: (people, number) => done(people.notary, number, 'confirm-source', { value: DICE }),
} as const satisfies Readonly<Record<string, Step>>;

/** Waits until the record of the draw can be downloaded: it is published. */
export async function published(who: Visitor, number: string): Promise<Answer> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const record = await who.get(`/draws/${number}/record.json`);
    if (record.status === 200) return record;
    if (Date.now() > deadline) {
      throw new Error(`${number} is not published: ${wordsOf((await who.get(`/draws/${number}`)).text)}`);
    }
    await pause(LOOK_MS);
  }
}

/** The whole ceremony of a plan by dice, from the press to the record. */
export async function hold(people: Attendants, number: string): Promise<Answer> {
  for (const step of Object.values(steps)) await step(people, number);
  return published(people.supervisor, number);
}
