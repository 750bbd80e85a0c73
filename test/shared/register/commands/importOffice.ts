import type { Actor } from '../../../../shared/draw/ceremony/decision.ts';
import type { ImportDeps, Uploads } from '../../../../shared/register/commands/importPorts.ts';
import { registers } from '../../../../shared/register/register.ts';
import type { RegisterKind } from '../../../../shared/register/registerStore.ts';
import { toFields } from '../../../../shared/register/rowFields.ts';
import type { LocalTables } from '../store/localCore.ts';

export const supervisor: Actor = { userId: 'u-s', name: '监管', roles: ['supervisor'] };
export const auditor: Actor = { userId: 'u-au', name: '审计', roles: ['auditor'] };

/** Objects in memory, with the sizes really checked. */
export class MemoryUploads implements Uploads {
  readonly objects = new Map<string, Uint8Array>();

  async form(key: string, redirect: string) {
    return { url: 'https://uploads.example.cn', fields: { key, redirect }, maxBytes: 10 };
  }

  async read(key: string, maxBytes: number) {
    const bytes = this.objects.get(key);
    return bytes !== undefined && bytes.length > maxBytes ? ('too_large' as const) : bytes;
  }

  async write(key: string, bytes: Uint8Array) {
    this.objects.set(key, bytes);
  }
}

export interface TestImportDeps extends ImportDeps {
  readonly uploads: MemoryUploads;
  readonly kicked: string[];
}

/** Dependencies whose clock moves on by a second with every look at it. */
export function importDeps(tables: LocalTables, start = '2026-11-23T02:00:00Z'): TestImportDeps {
  let now = Date.parse(start);
  const kicked: string[] = [];
  return {
    cases: tables.cases,
    register: tables.register,
    uploads: new MemoryUploads(),
    auditKey: async () => new Uint8Array(32).fill(3),
    kicked,
    kick: async (id) => {
      kicked.push(id);
    },
    now: () => {
      now += 1_000;
      return new Date(now);
    },
  };
}

/** A CSV file of rows of a register, as the template writes it. */
export function csvOf(kind: RegisterKind, rows: readonly object[]): Uint8Array {
  const { columns } = registers[kind];
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => {
    const fields = toFields(row, columns);
    return columns
      .map(({ key, codec }) => (fields.has(key) ? quoted(codec.format(fields.get(key))) : ''))
      .join(',');
  });
  return new TextEncoder().encode(
    [columns.map(({ header }) => header.zh).join(','), ...lines, ''].join('\r\n'),
  );
}
