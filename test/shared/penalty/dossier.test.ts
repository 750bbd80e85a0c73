import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamoCasePapers } from '../../../shared/adapters/dynamoCasePapers.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { utf8 } from '../../../shared/draw/bytes.ts';
import { yuan } from '../../../shared/money.ts';
import { type PenaltyDossier, penaltyDossierOf } from '../../../shared/penalty/dossier/dossier.ts';
import { penaltyDossierBytes, readPenaltyDossier } from '../../../shared/penalty/dossier/dossierSchema.ts';
import { gatherPenaltyDossier } from '../../../shared/penalty/dossier/gatherDossier.ts';
import { verifyPenaltyDossier } from '../../../shared/penalty/dossier/verifyDossier.ts';
import { askExtension, decideExtension } from '../../../shared/penalty/filing.ts';
import { addEvidence, addNote } from '../../../shared/penalty/investigating.ts';
import { recordPayment } from '../../../shared/penalty/performing.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { type PenaltyWorld, penaltyWorld } from '../../fixtures/penaltyWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
let office: PenaltyWorld;
const copies = new Map<string, PenaltyDossier>();
const source = { kind: 'complaint', reference: 'BJIPO-2026-JB00042', caseId: 'CP#01K0REPORT' } as const;

async function copyOf(id: string): Promise<PenaltyDossier> {
  const parts = await gatherPenaltyDossier(
    {
      cases: tables.store,
      files: { get: async () => undefined },
      papers: dynamoCasePapers(tables.client, 'core'),
      anchorKey: (day) => `audit/${day}.json`,
      office: { code: 'BJIPO', name: '北京市知识产权局', nameEn: 'Beijing IP Office' },
      now: office.deps.now,
    },
    id,
  );
  if (parts === undefined) throw new Error(`no case ${id}`);
  return penaltyDossierOf(parts);
}

beforeAll(async () => {
  tables = await openTables();
  office = penaltyWorld(tables);
  copies.set('opened', await copyOf(await office.open()));
  const id = await office.draft();
  copies.set('drafted', await copyOf(id));
  const long = await office.file();
  await office.give(long, 'ask-extension', askExtension, { reason: '案情复杂' });
  await office.give(long, 'decide-extension', decideExtension, { outcome: 'approved' }, people.approver);
  const evidence = {
    id: '01JC0000000000000000000001',
    sha256: 'a'.repeat(64),
    size: 12,
    type: 'pdf',
    fileName: '委托合同.pdf',
    purpose: 'document',
    at: '2026-07-06T02:00:00Z',
    by: people.supervisor.userId,
  } as const;
  await office.give(long, 'add-evidence', addEvidence, { evidence });
  copies.set('extended', await copyOf(long));
  office.at('2026-07-06T02:00:00Z');
  const done = await office.effective();
  await office.give(done, 'record-payment', recordPayment, {
    on: localDate('2026-07-14'),
    amount: yuan(50_000),
    receipt: 'R1',
  });
  copies.set('performing', await copyOf(done));
  await office.annul(done);
  copies.set('annulled', await copyOf(done));
  office.at('2026-07-06T02:00:00Z');
  const reported = await office.effective(undefined, { source });
  await office.give(reported, 'note', addNote, { text: '举报人电话补充材料' });
  copies.set('reported', await copyOf(reported));
}, 60_000);
afterAll(() => tables.close());

function copy(of: string): PenaltyDossier {
  const found = copies.get(of);
  if (found === undefined) throw new Error(`no copy ${of}`);
  return found;
}

/** What somebody could make of the file: the dossier, freely changeable. */
// biome-ignore lint/suspicious/noExplicitAny: a forger is not held by types
type Forged = any;

/** Names of the checks that fail in a changed copy. */
function faultsAfter(change: (forged: Forged) => void, of = 'performing'): readonly string[] {
  const forged: Forged = JSON.parse(new TextDecoder().decode(penaltyDossierBytes(copy(of))));
  change(forged);
  const read = readPenaltyDossier(utf8(JSON.stringify(forged)));
  if (!read.ok) return read.problems.map(({ code }) => code);
  const { checks } = verifyPenaltyDossier(read.value);
  return [...new Set(checks.filter(({ ok }) => !ok).map(({ name }) => name))];
}

test.each(['opened', 'drafted', 'extended', 'performing', 'annulled', 'reported'])(
  '%s: is read back and verifies',
  (of) => {
    expect(readPenaltyDossier(penaltyDossierBytes(copy(of)))).toEqual({ ok: true, value: copy(of) });
    expect(verifyPenaltyDossier(copy(of)).checks.filter(({ ok }) => !ok)).toEqual([]);
  },
);

describe('a report', () => {
  test('is never named: neither which, nor the notes of the case', () => {
    const text = new TextDecoder().decode(penaltyDossierBytes(copy('reported')));
    for (const secret of [source.reference, source.caseId, '01K0REPORT', '举报人'])
      expect(text).not.toContain(secret);
    expect(copy('reported').withheld).toEqual(['report']);
    expect(copy('performing').withheld).toEqual([]);
  });
});

describe('a changed copy shows', () => {
  test.each<[string, (forged: Forged) => void, readonly string[]]>([
    [
      'an entry of the chain taken out',
      ({ audit }) => audit.entries.splice(3, 1),
      ['audit.chain', 'audit.acts'],
    ],
    ['a review taken out', ({ state }) => state.reviews.splice(0, 1), ['audit.count', 'penalty.steps']],
    ['a statement taken out', ({ state }) => state.statements.splice(0, 1), ['audit.count']],
    [
      'a payment made up',
      ({ state }) => state.payments.push({ ...state.payments[0], at: '2026-07-20T01:00:00Z' }),
      ['audit.acts', 'audit.count'],
    ],
    [
      'who decided changed to who drafted',
      ({ state }) => {
        state.decision.decided.by = state.draft.by;
      },
      ['audit.acts', 'penalty.eyes'],
    ],
    [
      'a fine beyond its article',
      ({ state }) => {
        state.draft.charges[0].measures.fine = 20_000_000;
        state.notices[0].charges[0].measures.fine = 20_000_000;
      },
      ['penalty.law', 'penalty.sums'],
    ],
    [
      'a fine above the notice',
      ({ state }) => {
        state.draft.charges[0].measures.fine = 6_000_000;
        state.decision.fine = 6_000_000;
      },
      ['penalty.heavier'],
    ],
    [
      'a longer publicity',
      ({ state }) => {
        state.publicity.until = '2029-07-14';
      },
      ['penalty.publicity'],
    ],
    [
      'a service that never was',
      ({ papers }) => {
        for (const paper of papers) delete paper.served;
      },
      ['paper.own'],
    ],
    [
      'another law behind a date',
      ({ state }) => {
        state.deadlines[0].deadline.citation.text = '别的规定';
      },
      ['deadline.rule'],
    ],
  ])('%s', (_what, change, wanted) => {
    expect(faultsAfter(change)).toEqual(wanted);
  });

  test('a field too many, and a file of another kind', () => {
    expect(
      faultsAfter((forged) => {
        forged.reporter = '某人';
      }),
    ).toEqual(['draw.shape.unknownField']);
    expect(
      faultsAfter((forged) => {
        forged.v = 'dossier/1';
      }),
    ).toEqual(['dossier.other']);
  });
});
