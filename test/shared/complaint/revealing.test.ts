import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveComplaint } from '../../../shared/complaint/command.ts';
import { complaintCaseId, identityKey } from '../../../shared/complaint/complaintRows.ts';
import {
  askReveal,
  decideReveal,
  type RevealDeps,
  revealUntil,
  showIdentity,
} from '../../../shared/complaint/revealing.ts';
import { sendFiling } from '../../../shared/complaint/sendFiling.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import {
  type ComplaintWorld,
  complaintWorld,
  plantedIdentity,
  testFiling,
} from '../../fixtures/complaintWorld.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { type LocalVault, openVault } from '../../fixtures/localVault.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

const other: Actor = { userId: 'u-other', name: '周监管', roles: ['supervisor'] };
const both: Actor = { userId: 'u-both', name: '吴两职', roles: ['supervisor', 'approver'] };

let tables: Tables;
let vault: LocalVault;
let world: ComplaintWorld;
let deps: RevealDeps;
beforeAll(async () => {
  tables = await openTables();
  vault = await openVault(tables);
  world = complaintWorld(tables, undefined, { sealer: vault.identities });
  deps = { ...world.deps, identities: vault.identities };
});
afterAll(async () => {
  await vault.close();
  await tables.close();
});

const reason = '须核对合同相对方';
const codes = (outcome: { readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }) =>
  outcome.problems?.map(({ code }) => code);

async function asked(actor: Actor = people.supervisor) {
  world.at('2026-09-18T02:00:00Z');
  const { report } = await world.file({ wish: 'check' });
  await world.give(report, 'ask-reveal', askReveal, { reason }, actor);
  return report;
}

async function granted(actor: Actor = people.supervisor) {
  const id = await asked(actor);
  await world.give(id, 'decide-reveal', decideReveal, { no: 1, outcome: 'granted' }, people.approver);
  return id;
}

describe('seeing an identity', () => {
  it('takes a reason, a second person and the press of whoever asked', async () => {
    const id = await granted();
    const shown = await showIdentity(deps, id, 1, people.supervisor);
    expect(shown.ok && shown.value.identity).toEqual(plantedIdentity);
    const { state } = await world.caseOf(id);
    expect(state.reveals).toMatchObject([
      {
        no: 1,
        reason,
        asked: { by: people.supervisor.userId },
        decided: { by: people.approver.userId, outcome: 'granted' },
        seen: [{ by: people.supervisor.userId }],
      },
    ]);
  });

  it('writes every look into the audit chain, with the digest of the reason and nothing of the person', async () => {
    const id = await granted();
    await showIdentity(deps, id, 1, people.supervisor);
    await showIdentity(deps, id, 1, people.supervisor);
    const chain = await tables.store.chain(complaintCaseId(id));
    const looks = chain.filter(({ command }) => command === 'reveal');
    expect(looks).toHaveLength(2);
    expect(looks[0]).toMatchObject({
      actor: people.supervisor.userId,
      digests: { reason: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(JSON.stringify(chain)).not.toContain(reason);
    expect(chain.map(({ command }) => command)).toEqual([
      'receive',
      'ask-reveal',
      'decide-reveal',
      'reveal',
      'reveal',
    ]);
  });

  it('records the look before anything is read', async () => {
    const id = await granted();
    const broken: RevealDeps = {
      ...deps,
      identities: {
        read: async () => {
          const { state } = await world.caseOf(id);
          expect(state.reveals[0]?.seen).toHaveLength(1);
          throw new Error('KMS is away');
        },
      },
    };
    await expect(showIdentity(broken, id, 1, people.supervisor)).rejects.toThrow('KMS is away');
    expect((await world.caseOf(id)).state.reveals[0]?.seen).toHaveLength(1);
  });

  it('is for whoever asked only', async () => {
    const id = await granted();
    expect(codes(await showIdentity(deps, id, 1, other))).toEqual(['complaint.reveal.asker']);
    expect(codes(await showIdentity(deps, id, 1, people.approver))).toEqual(['complaint.role']);
    expect(codes(await showIdentity(deps, id, 2, people.supervisor))).toEqual(['complaint.reveal.unknown']);
  });

  it('needs another person, though somebody has both roles', async () => {
    const id = await asked(both);
    const given = await giveComplaint(
      deps,
      id,
      'decide-reveal',
      decideReveal,
      { no: 1, outcome: 'granted' },
      both,
    );
    expect(codes(given)).toEqual(['access.fourEyes.samePerson']);
    expect(codes(await showIdentity(deps, id, 1, both))).toEqual(['complaint.reveal.undecided']);
  });

  it('ends 24 hours after it was agreed to', async () => {
    const id = await granted();
    const { state } = await world.caseOf(id);
    expect(state.reveals.map(revealUntil)).toEqual(['2026-09-19T02:00:00Z']);
    world.at('2026-09-19T02:00:00Z');
    expect((await showIdentity(deps, id, 1, people.supervisor)).ok).toBe(true);
    world.at('2026-09-19T02:00:01Z');
    expect(codes(await showIdentity(deps, id, 1, people.supervisor))).toEqual(['complaint.reveal.over']);
  });

  it('shows nothing when it was refused, and the refusal stands', async () => {
    const id = await asked();
    await world.give(id, 'decide-reveal', decideReveal, { no: 1, outcome: 'refused' }, people.approver);
    expect(codes(await showIdentity(deps, id, 1, people.supervisor))).toEqual(['complaint.reveal.refused']);
    const again = await giveComplaint(
      deps,
      id,
      'decide-reveal',
      decideReveal,
      { no: 1, outcome: 'granted' },
      people.approver,
    );
    expect(codes(again)).toEqual(['complaint.reveal.decided']);
    // With another reason it may be asked for again.
    await world.give(id, 'ask-reveal', askReveal, { reason: '法院调取' }, people.supervisor);
  });

  it('is asked for once at a time, with a reason', async () => {
    const id = await asked();
    const ask = (text: string, actor = people.supervisor) =>
      giveComplaint(deps, id, 'ask-reveal', askReveal, { reason: text }, actor);
    expect(codes(await ask('又一次'))).toEqual(['complaint.reveal.waiting']);
    expect(codes(await ask('  ', other))).toEqual(['complaint.text.missing']);
    expect((await ask('另一人', other)).ok).toBe(true);
    await world.give(id, 'decide-reveal', decideReveal, { no: 1, outcome: 'granted' }, people.approver);
    expect(codes(await ask('又一次'))).toEqual(['complaint.reveal.usable']);
  });

  it('finds no identity behind an anonymous report', async () => {
    const { identity: _identity, ...anonymous } = testFiling({ wish: 'check' });
    await sendFiling(world.deps, anonymous, 'hash-anonymous', []);
    const { report } = anonymous.ids;
    const ask = await giveComplaint(deps, report, 'ask-reveal', askReveal, { reason }, people.supervisor);
    expect(codes(ask)).toEqual(['complaint.reveal.anonymous']);
  });

  it('stands in the list of what waits until it is decided', async () => {
    const ids = async () => (await world.lists.revealsAsked()).map(({ state }) => state.id);
    const id = await asked();
    expect(await ids()).toContain(id);
    await world.give(id, 'decide-reveal', decideReveal, { no: 1, outcome: 'refused' }, people.approver);
    expect(await ids()).not.toContain(id);
  });
});

describe('the ciphertext', () => {
  it('opens nothing when it is moved to another case', async () => {
    const [from, to] = [await asked(), await asked()];
    const { Item: row } = await tables.client.send(
      new GetCommand({ TableName: 'vault', Key: identityKey(from) }),
    );
    await tables.client.send(new PutCommand({ TableName: 'vault', Item: { ...row, ...identityKey(to) } }));
    expect(await vault.identities.read(from)).toEqual(plantedIdentity);
    await expect(vault.identities.read(to)).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  });
});
