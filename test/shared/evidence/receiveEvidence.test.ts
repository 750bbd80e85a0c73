import { beforeEach, describe, expect, it } from 'vitest';
import type { Evidence } from '../../../shared/evidence/evidence.ts';
import { withEvidence } from '../../../shared/evidence/evidence.ts';
import { downloadName, evidenceKey, evidenceUploadKey } from '../../../shared/evidence/evidenceKeys.ts';
import { evidenceLimits } from '../../../shared/evidence/evidenceLimits.ts';
import {
  type ArrivedUpload,
  newEvidenceUpload,
  receiveEvidence,
} from '../../../shared/evidence/receiveEvidence.ts';
import { exe, jpeg } from '../../fixtures/evidenceFiles.ts';
import { type MemoryEvidence, memoryEvidence } from '../../fixtures/memoryEvidence.ts';

const caseNumber = 'BJIPO-2026-0012-003';
const at = new Date('2026-11-25T02:00:00Z');
let memory: MemoryEvidence;

beforeEach(() => {
  memory = memoryEvidence();
});

/** Gives a form out, lets a browser send the file, and takes it in. */
async function send(bytes: Uint8Array, fileName: string, more: Partial<ArrivedUpload> = {}) {
  const { id } = await newEvidenceUpload(memory.store, { caseNumber, now: at });
  memory.quarantine.set(evidenceUploadKey(caseNumber, id), { bytes, fileName });
  return receiveEvidence(memory.store, {
    caseNumber,
    id,
    purpose: 'photo',
    by: 'US-1',
    at,
    already: [],
    ...more,
  });
}

async function taken(...given: Parameters<typeof send>): Promise<Evidence> {
  const result = await send(...given);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('an upload', () => {
  it('gets a place of its own and leads back with its id', async () => {
    const redirect = 'https://console.example/e?id={id}';
    const { id, form } = await newEvidenceUpload(memory.store, { caseNumber, now: at, redirect });
    expect(form.fields).toEqual({
      key: `evidence/${caseNumber}/${id}`,
      success_action_redirect: `https://console.example/e?id=${id}`,
    });
    expect((await newEvidenceUpload(memory.store, { caseNumber, now: at })).id).not.toBe(id);
  });

  it('becomes a record of the case, and the file is kept under its hash', async () => {
    const record = await taken(jpeg(), '现场.jpg', { question: '3' });
    expect(record).toMatchObject({
      type: 'jpeg',
      fileName: '现场.jpg',
      purpose: 'photo',
      at: at.toISOString(),
      by: 'US-1',
      question: '3',
    });
    expect(memory.kept.get(evidenceKey(caseNumber, record.sha256))).toEqual(jpeg());
  });

  it('that comes back a second time is one record', async () => {
    const record = await taken(jpeg(), 'a.jpg');
    const again = await taken(jpeg(), 'a.jpg', { id: record.id, already: [record] });
    expect(again).toBe(record);
    expect(withEvidence([record], again)).toEqual([record]);
    expect(withEvidence([record], await taken(jpeg(), 'a.jpg'))).toHaveLength(2);
  });

  it.each<[string, () => ReturnType<typeof send>]>([
    ['evidence.type', () => send(exe(), 'a.jpg')],
    ['evidence.too_large', () => send(new Uint8Array(evidenceLimits.bytes + 1), 'a.jpg')],
    ['evidence.missing', () => send(jpeg(), 'a.jpg', { id: '01K0000000000000000000000X' })],
    ['evidence.missing', () => send(jpeg(), 'a.jpg', { id: '../../other' })],
  ])('that is refused with %s keeps nothing', async (code, act) => {
    expect(await act()).toMatchObject({ ok: false, problems: [{ code, field: 'file' }] });
    expect(memory.kept.size).toBe(0);
  });

  it('beyond the thirtieth is refused', async () => {
    const record = await taken(jpeg(), 'a.jpg');
    const many = (count: number) => Array.from({ length: count }, (_, no) => ({ ...record, id: String(no) }));
    expect((await send(jpeg(), 'a.jpg', { already: many(29) })).ok).toBe(true);
    expect(await send(jpeg(), 'a.jpg', { already: many(30) })).toMatchObject({
      problems: [{ code: 'evidence.too_many', params: { limit: 30 } }],
    });
  });
});

it('makes no key of what is no number, id or hash', () => {
  const sha256 = 'a'.repeat(64);
  expect(() => evidenceKey('../other', sha256)).toThrow();
  expect(() => evidenceKey(caseNumber, `${sha256}/x`)).toThrow();
  expect(() => evidenceUploadKey(caseNumber, 'x')).toThrow();
  expect(downloadName(caseNumber, { sha256, type: 'jpeg' })).toBe(`${caseNumber}-aaaaaaaa.jpg`);
});
