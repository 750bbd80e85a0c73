import { LOCAL_ACCOUNTS } from '../../infra/local/oidc/accounts.ts';
import { type Answer, type Entries, type Site, signedIn, type Visitor, wordsOf } from './visitor.ts';

/** A visit at which the agency refuses everything, by the forms of the pages and without a script. */

/** The two members of the team by their browsers, the leader first. */
export async function teamOf(site: Site, inspection: string): Promise<readonly [Visitor, Visitor]> {
  const { supervisor } = await signedIn(site, 'supervisor');
  const page = wordsOf((await supervisor.get(`/inspections/${inspection}`)).text);
  const seats = page.slice(page.indexOf('席位'));
  const [first, second] = LOCAL_ACCOUNTS.filter(
    ({ sub, name }) => sub.startsWith('inspector-') && seats.includes(name),
  ).sort((a, b) => seats.indexOf(a.name) - seats.indexOf(b.name));
  if (first === undefined || second === undefined) throw new Error(`${inspection} has no team: ${page}`);
  const people = await signedIn(site, first.sub, second.sub);
  return [people[first.sub] as Visitor, people[second.sub] as Visitor];
}

async function done(who: Visitor, page: string, action: string, entries: Entries = {}): Promise<Answer> {
  const answer = await who.submit(page, action, entries);
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${wordsOf(answer.text)}`);
  return answer;
}

/** Answers the first question; its key. */
export async function answerFirst(leader: Visitor, inspection: string): Promise<string> {
  const page = `/inspections/${inspection}/visit`;
  const { text } = await leader.get(page);
  const key = /data-question="([^"]+)"/.exec(text)?.[1] ?? '';
  const [radio = ''] = text.match(new RegExp(`<input[^>]*name="${key}"[^>]*>`)) ?? [];
  await done(leader, page, `${page}/answer`, { key, [key]: /value="([^"]+)"/.exec(radio)?.[1] ?? '' });
  return key;
}

/** Every item refused, nobody signs for the agency, two inspectors sign, the leader hands in. */
export async function refuseAll([leader, colleague]: readonly [Visitor, Visitor], inspection: string) {
  const page = `/inspections/${inspection}/visit`;
  const { text } = await leader.get(page);
  const items = new Set([...text.matchAll(/name="results\.([^"]+)"/g)].map(([, item = '']) => item));
  for (const item of items) {
    await done(leader, page, `${page}/results`, {
      item,
      [`results.${item}`]: 'obstruction',
      [`obstruction.${item}`]: 'refused_entry',
    });
  }
  await done(leader, page, `${page}/agency-signature`, {
    signature: 'none',
    reason: 'refused',
    witness: '物业人员',
  });
  await done(colleague, page, `${page}/sign`);
  await done(leader, page, `${page}/sign`);
  await done(leader, page, `${page}/submit`);
}

/** The reviewer hands the case over to the penalty procedure; the result is published by itself. */
export async function handOver(site: Site, inspection: string): Promise<void> {
  const { approver } = await signedIn(site, 'approver');
  const page = `/inspections/${inspection}`;
  await done(approver, page, `${page}/approve`, {
    'approve.handOver': 'penalty',
    'approve.handOverReason': '拒绝接受检查',
    'approve.comment': '',
  });
}
