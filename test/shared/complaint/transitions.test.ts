import { describe, expect, it } from 'vitest';
import { roles } from '../../../shared/access/roles.ts';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import type { CaseStore, StoredCase } from '../../../shared/case/caseStore.ts';
import { giveComplaint } from '../../../shared/complaint/command.ts';
import {
  type ComplaintCase,
  type ComplaintStatus,
  complaintStatuses,
  endStatuses,
} from '../../../shared/complaint/complaintCase.ts';
import { workedStatuses } from '../../../shared/complaint/complaintRows.ts';
import { openedCases } from '../../../shared/complaint/openCases.ts';
import type { ComplaintDeps } from '../../../shared/complaint/ports.ts';
import { complaintTransitions } from '../../../shared/complaint/transitions.ts';
import { problem } from '../../../shared/problem.ts';
import { testFiling } from '../../fixtures/complaintWorld.ts';

const key = new Uint8Array(32);
const [complaint, report] = openedCases(
  testFiling(),
  '2026-09-18T02:00:00Z',
  builtInCalendar,
  key,
) as readonly [ComplaintCase, ComplaintCase];

/** One case that nothing is written to. */
function depsOver(stored: StoredCase<ComplaintCase>): ComplaintDeps {
  const cases: CaseStore = {
    load: async <State>() => stored as StoredCase<unknown> as StoredCase<State>,
    commit: () => Promise.reject(new Error('nothing may be written here')),
    chain: async () => [],
  };
  const nobody = async () => {};
  return {
    cases,
    kick: { resume: nobody, start: nobody, mail: nobody, files: nobody, publish: nobody, leads: nobody },
    calendar: async () => builtInCalendar,
    auditKey: async () => key,
    now: () => new Date('2026-09-18T02:00:00Z'),
  };
}

const everybody = [...roles, 'system', 'link'] as const;
type Everybody = (typeof everybody)[number];

type Line = (typeof complaintTransitions)[number];

/** What the table says about a command. */
function expectedOf(line: Line, state: ComplaintCase, status: ComplaintStatus, role: string): string {
  if (!(line.by as readonly string[]).includes(role)) return 'complaint.role';
  if (!line.from.includes(status)) return 'complaint.status';
  return line.kind !== undefined && line.kind !== state.kind ? 'complaint.kind' : 'reached';
}

/** What becomes of a command; `reached` when it gets as far as its decision. */
async function outcomeOf(line: Line, state: ComplaintCase, status: ComplaintStatus, role: Everybody) {
  const stored = { caseId: `CP#${state.id}`, status, version: 1, auditSeq: 0, auditHash: '', state };
  const actor = { userId: 'u', name: '', roles: [role] };
  const decide = () => problem('reached');
  const given = await giveComplaint(depsOver(stored), state.id, line.command, decide, undefined, actor);
  return given.ok ? 'taken' : given.problems[0]?.code;
}

describe('the table of transitions', () => {
  it.each(complaintTransitions.map((line) => [line.command, line] as const))(
    '%s is taken in its statuses, by its roles and for its kinds, and refused everywhere else',
    async (_command, line) => {
      const tries = [complaint, report].flatMap((state) =>
        complaintStatuses.flatMap((status) => everybody.map((role) => ({ state, status, role }))),
      );
      for (const { state, status, role } of tries)
        expect(await outcomeOf(line, state, status, role), `${state.kind} ${status} ${role}`).toBe(
          expectedOf(line, state, status, role),
        );
    },
  );

  it('has one line for each command, and a way to every status', () => {
    const commands = complaintTransitions.map(({ command }) => command);
    expect(new Set(commands).size).toBe(commands.length);
    const reached = new Set<ComplaintStatus>(['received']);
    for (const { to } of complaintTransitions) if (to !== 'same') for (const one of to) reached.add(one);
    expect([...complaintStatuses].filter((status) => !reached.has(status))).toEqual([]);
  });

  it('leaves an ended case only by the return of one that was handed over', () => {
    const out = complaintTransitions.filter(
      ({ from, to }) => to !== 'same' && from.some((status) => endStatuses.has(status)),
    );
    expect(out.map(({ command, from }) => [command, from])).toEqual([['return', ['transferred']]]);
  });

  it('lets nobody but the filer and the office act, and decides only by a second role', () => {
    const by = (command: string) => complaintTransitions.find((line) => line.command === command)?.by;
    for (const command of [
      'decide',
      'decide-extension',
      'confirm-transfer',
      'decide-reveal',
      'erase-identity',
      'erase-files',
    ])
      expect(by(command), command).toEqual(['approver']);
    const filers = complaintTransitions.filter((line) => line.by.includes('link'));
    for (const { command } of filers)
      expect(['receive-material', 'withdraw', 'write', 'read', 'confirm-mail', 'add-file']).toContain(
        command,
      );
  });

  it('gives an execution to what is worked on and to nothing else', () => {
    const idle = complaintStatuses.filter((status) => !workedStatuses.has(status));
    expect(idle).toEqual(['received', ...endStatuses]);
  });
});
