import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { utf8 } from '../../../../shared/draw/bytes.ts';
import { type Dossier, dossierOf } from '../../../../shared/inspection/dossier/dossier.ts';
import { dossierBytes, readDossier } from '../../../../shared/inspection/dossier/dossierSchema.ts';
import { gatherDossier } from '../../../../shared/inspection/dossier/gatherDossier.ts';
import { verifyDossier } from '../../../../shared/inspection/dossier/verifyDossier.ts';
import { recordDigest } from '../../../../shared/inspection/record.ts';
import { type DossierWorld, dossierWorld, RECUSAL_TEXT } from '../../../fixtures/dossierWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';

let tables: Tables;
let office: DossierWorld;
/** Of the case as it was opened, as it was handed in, and with the agency's report. */
const copies: Record<'opened' | 'handedIn' | 'reported', Dossier[]> = {
  opened: [],
  handedIn: [],
  reported: [],
};

beforeAll(async () => {
  tables = await openTables();
  office = await dossierWorld(tables);
  copies.opened.push(dossierOf(await office.gather(), []));
  await office.visit();
  copies.handedIn.push(dossierOf(await office.gather(), []));
  await office.aftermath();
  await office.anchor();
  copies.reported.push(dossierOf(await office.gather(), []));
});
afterAll(() => tables.close());

function copy(of: keyof typeof copies = 'reported'): Dossier {
  const [dossier] = copies[of];
  if (dossier === undefined) throw new Error(`no copy ${of}`);
  return dossier;
}

const textOf = (dossier: Dossier) => new TextDecoder().decode(dossierBytes(dossier));

/** What somebody could make of the file: the dossier, freely changeable. */
// biome-ignore lint/suspicious/noExplicitAny: a forger is not held by types
type Forged = any;

/** Names of the checks that fail in a changed copy. */
function faultsAfter(
  change: (forged: Forged) => void,
  of: keyof typeof copies = 'reported',
): readonly string[] {
  const forged: Forged = JSON.parse(textOf(copy(of)));
  change(forged);
  const read = readDossier(utf8(JSON.stringify(forged)));
  if (!read.ok) return read.problems.map(({ code }) => code);
  return [
    ...new Set(
      verifyDossier(read.value)
        .checks.filter(({ ok }) => !ok)
        .map(({ name }) => name),
    ),
  ];
}

describe('a dossier of a case that went its way', () => {
  test.each(['opened', 'handedIn', 'reported'] as const)('%s: is read back and verifies', (of) => {
    const read = readDossier(dossierBytes(copy(of)));
    expect(read).toEqual({ ok: true, value: copy(of) });
    const { checks, consistent } = verifyDossier(copy(of));
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(consistent).toBe(true);
  });

  test('holds all of the record: earlier answers, what was taken out, papers, events, the chain', () => {
    const { answers, state, notices, draws, audit, inspectors, checklists, status } = copy();
    expect(status).toBe('rechecking');
    expect(answers.map(({ answer }) => answer.value)).toEqual([
      'inconsistent',
      'not-applicable',
      'consistent',
      'found',
    ]);
    expect(state.evidence.map(({ removed }) => removed !== undefined)).toEqual([false, true, false, false]);
    expect(notices.length).toBeGreaterThanOrEqual(3);
    expect(notices.every(({ paper }) => paper.blocks.length > 0)).toBe(true);
    expect(draws).toHaveLength(1);
    expect(draws[0]?.records).toHaveLength(1);
    expect(audit.entries.map(({ command }) => command)).toContain('answer-rectification');
    expect(audit.anchor?.seq).toBe(audit.head.seq);
    expect(inspectors.map(({ certificateNo }) => certificateNo)).toEqual(
      state.team.map(({ inspectorId }) => `BJ-IP-${inspectorId}`).toSorted(),
    );
    expect(checklists).toHaveLength(1);
  });

  test('says what cannot be recomputed, and with which root the rest is to be compared', () => {
    const notes = new Map(verifyDossier(copy()).checks.map(({ name, note }) => [name, note]));
    expect(notes.get('audit.chain')).toBe('keyed');
    expect(notes.get('audit.anchor')).toBe('compare-root');
    const before = verifyDossier(copy('opened')).checks.find(({ name }) => name === 'audit.anchor');
    expect(before).toMatchObject({ ok: true, note: 'not-anchored' });
  });

  test('a report of rectification takes no signature away', () => {
    expect(recordDigest(copy('reported').state)).toBe(recordDigest(copy('handedIn').state));
  });

  test('a copy without the confidential texts verifies like the whole one', async () => {
    const parts = await office.gather();
    const withheld = dossierOf(parts, ['recusal-text']);
    expect(textOf(dossierOf(parts, []))).toContain(RECUSAL_TEXT);
    expect(textOf(withheld)).not.toContain(RECUSAL_TEXT);
    expect(withheld.withheld).toEqual(['recusal-text']);
    expect(verifyDossier(withheld).consistent).toBe(true);
  });

  test('tells of people no more than name and certificate, no address that mail went to, and no token', () => {
    const { notices, ...rest } = copy();
    const around = [
      textOf({ ...rest, notices: [] }),
      ...notices.map(({ paper: _paper, ...facts }) => JSON.stringify(facts)),
    ];
    expect(around.join('\n')).not.toMatch(/@[\w-]+\.example|@office\./);
    expect(textOf(copy())).not.toMatch(/p\d+@office\.example\.cn|certificateValidTo|taskToken|"token"/);
  });

  test('of a number that is none there is no dossier', async () => {
    expect(await gatherDossier(office.dossierDeps, 'BJIPO-2026-0001-999')).toBeUndefined();
  });
});

/** Puts a value at a path, such as `answers.1.answer.value`. */
function set(path: string, value: unknown): (forged: Forged) => void {
  return (forged) => {
    const names = path.split('.');
    const last = names.pop() ?? '';
    names.reduce((within, name) => within[name], forged)[last] = value;
  };
}

describe('what somebody changes is found', () => {
  test.each<[string, (forged: Forged) => void, string]>([
    ['an answer that stands', set('state.answers.ZL-01@1/1.value', 'inconsistent'), 'signature.record'],
    [
      'an answer that stands, together with its row',
      (f) => {
        set('state.answers.ZL-01@1/1.note', '改')(f);
        set('answers.2.answer.note', '改')(f);
      },
      'signature.record',
    ],
    ['an earlier answer', set('answers.1.answer.value', 'consistent'), 'answer.history'],
    ['the first answer, dropped', (f) => void f.answers.splice(0, 1), 'answer.history'],
    ['the answer in the middle, dropped', (f) => void f.answers.splice(1, 1), 'answer.history'],
    ['the row of the answer that stands, dropped', (f) => void f.answers.splice(2, 1), 'answer.history'],
    ['an answer added', (f) => void f.answers.push({ ...f.answers[2], key: 'ZL-01@1/9' }), 'answer.fits'],
    ['an answer that its question does not have', set('answers.1.answer.value', 'found'), 'answer.fits'],
    ['an audit entry removed', (f) => void f.audit.entries.splice(5, 1), 'audit.chain'],
    ['the last audit entry removed', (f) => void f.audit.entries.pop(), 'audit.chain'],
    [
      'two audit entries exchanged',
      (f) => void f.audit.entries.splice(3, 2, f.audit.entries[4], f.audit.entries[3]),
      'audit.chain',
    ],
    ['an audit entry changed', set('audit.entries.4.actor', 'u-somebody'), 'audit.chain'],
    [
      'the last audit entry changed',
      (f) => void Object.assign(f.audit.entries.at(-1), { ground: 'x' }),
      'audit.chain',
    ],
    ['an audit entry of another case', set('audit.entries.2.case', 'IN#X'), 'audit.chain'],
    ['a keyed digest', set('audit.entries.6.digests.state', '0'.repeat(64)), 'audit.chain'],
    ['the status', set('status', 'closed'), 'audit.status'],
    ['the status, back to before the visit', set('status', 'notified'), 'audit.status'],
    ['the number', set('state.number', 'BJIPO-2026-0001-002'), 'audit.chain'],
    [
      'the checklist',
      (f) => set('checklists.0.text', f.checklists[0].text.replace('一致', '相同'))(f),
      'checklist.sealed',
    ],
    ['the checklist, left out', (f) => void f.checklists.pop(), 'checklist.sealed'],
    ['the sealed digest', set('draws.0.checklist', '0'.repeat(64)), 'draw.checklist'],
    ['an item of the visit', (f) => void f.state.parts[0].items.push('ZL-77@1'), 'checklist.items'],
    ['the hash of a file', set('state.evidence.0.sha256', '9'.repeat(64)), 'signature.record'],
    ['a hash that is none', set('state.evidence.3.sha256', 'abc'), 'evidence.hash'],
    ['a file put back', (f) => void delete f.state.evidence[1].removed, 'signature.record'],
    ['a file left out', (f) => void f.state.evidence.splice(1, 1), 'audit.count'],
    ['a file of the report, left out', (f) => void f.state.evidence.pop(), 'evidence.named'],
    ['who took a file out', set('state.evidence.1.removed.by', 'u-x'), 'audit.acts'],
    ['what a signature binds', set('state.signatures.0.record', '1'.repeat(64)), 'signature.record'],
    ['a signature given to another day', set('state.signatures.0.at', '2026-12-09T01:00:00Z'), 'audit.acts'],
    ['a signature given to somebody else', set('state.signatures.0.inspectorId', 'P999'), 'signature.member'],
    ['a signature left out', (f) => void f.state.signatures.pop(), 'signature.enough'],
    [
      'one person signing twice',
      (f) => void f.state.signatures.splice(0, 1, f.state.signatures[1]),
      'signature.member',
    ],
    ['the results', set('state.results.ZL-01@1.note', ''), 'signature.record'],
    ['the published results', set('state.publicity.results.ZL-01@1', ['no_problem']), 'publicity.results'],
    ['a review, left out', (f) => void f.state.reviews.pop(), 'audit.count'],
    ['the reviewer', set('state.reviews.0.by', 'u-x'), 'audit.acts'],
    ['an arrival, left out', (f) => void f.state.arrivals.pop(), 'audit.count'],
    ['an application for recusal, left out', (f) => void f.state.recusals.pop(), 'audit.count'],
    [
      'the law that a date rests on',
      set('state.deadlines.0.deadline.citation.text', '某办法'),
      'deadline.rule',
    ],
    ['a notice of another visit', set('notices.0.visit', 7), 'notice.own'],
    ['a number given twice', (f) => set('notices.0.number', f.notices[1].number)(f), 'notice.own'],
    ['an event that the draw does not have', (f) => void f.state.events.push('X/1'), 'draw.events'],
    ['the anchored root', set('audit.anchor.root', '0'.repeat(64)), 'audit.anchor'],
    ['the place under the root', set('audit.anchor.index', 0), 'audit.anchor'],
  ])('%s', (_name, change, found) => {
    expect(faultsAfter(change)).toContain(found);
  });

  test('a chain that is rewritten whole, head included, is not the one that was anchored', async () => {
    const { entryDigest } = await import('../../../../shared/audit/entry.ts');
    const rewrite = (forged: Forged) => {
      forged.audit.entries[4].ground = 'x';
      let prev = '0'.repeat(64);
      for (const entry of forged.audit.entries) {
        entry.prev = prev;
        prev = entryDigest(entry);
      }
      forged.audit.head.digest = prev;
    };
    expect(faultsAfter(rewrite)).toEqual(['audit.anchor']);
  });

  test('a step that the transition table does not have, in a chain that is otherwise whole', async () => {
    const { entryDigest } = await import('../../../../shared/audit/entry.ts');
    const skip = (forged: Forged) => {
      const last = forged.audit.entries.at(-1);
      last.to = 'closed';
      forged.status = 'closed';
      forged.audit.head.digest = entryDigest(last);
      delete forged.audit.anchor;
    };
    expect(faultsAfter(skip)).toContain('audit.transition');
  });
});

describe('no dossier', () => {
  test.each<[string, (text: string) => string, string]>([
    ['nothing', () => '', 'draw.json.truncated'],
    ['no JSON', () => 'hello', 'draw.json.unexpected'],
    ['something else', () => '{"v":"dr1/record"}', 'dossier.other'],
    ['cut off', (text) => text.slice(0, 500), 'draw.json.truncated'],
    [
      'a field twice',
      (text) => text.replace('"v":"dossier/1"', '"v":"dossier/1","v":"dossier/1"'),
      'draw.json.duplicateKey',
    ],
    [
      'a field too many',
      (text) => text.replace('"v":"dossier/1"', '"v":"dossier/1","w":1'),
      'draw.shape.unknownField',
    ],
    [
      'an unknown status',
      (text) => text.replace('"status":"rechecking"', '"status":"lost"'),
      'draw.shape.invalid_value',
    ],
    [
      'a day that is none',
      (text) => text.replace(/"ended":"[^"]+"/, '"ended":"2026-02-30"'),
      'draw.shape.custom',
    ],
  ])('%s', (_name, change, code) => {
    const read = readDossier(utf8(change(textOf(copy()))));
    expect(read.ok ? [] : read.problems.map((one) => one.code)).toContain(code);
  });
});
