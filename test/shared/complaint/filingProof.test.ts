import { createPublicKey, verify } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortFilingFiles } from '../../../shared/complaint/filingFiles.ts';
import {
  type FilingProof,
  filingProofBytes,
  makeFilingProof,
  readFilingProof,
  receiptKeyOf,
  verifyFilingProof,
} from '../../../shared/complaint/filingProof.ts';
import {
  publishedReceiptKeys,
  type ReceiptKey,
  readReceiptKeys,
} from '../../../shared/complaint/receiptKey.ts';
import { lengthPrefixedAll, utf8 } from '../../../shared/draw/bytes.ts';
import { canonicalJson } from '../../../shared/draw/canonicalJson.ts';
import { catalogue } from '../../../shared/messages/catalogue.ts';

const seed = new Uint8Array(32).fill(4);
const other = new Uint8Array(32).fill(5);
const at = '2026-12-31T16:30:00Z';
const filing = { office: '北京市知识产权局', at, text: '我投诉某代理机构。\n随机行 9f3a\n' };
const proof = makeFilingProof(filing, seed);
const key = receiptKeyOf(seed, at);

const failed = (changed: FilingProof, evidence?: Parameters<typeof verifyFilingProof>[1]) =>
  verifyFilingProof(changed, evidence)
    .checks.filter(({ ok }) => !ok)
    .map(({ name }) => name);

describe('a proof of filing', () => {
  it('holds with its text and the published keys', () => {
    const whole = verifyFilingProof(proof, {
      text: filing.text,
      trustedKeys: [receiptKeyOf(other, at), key],
    });
    expect(whole.consistent).toBe(true);
    expect(whole.checks.every(({ ok, note }) => ok && note === undefined)).toBe(true);
    expect(proof.filedAt).toEqual({ beijing: '2027-01-01T00:30:00+08:00', utc: at });
  });

  it('says what could not be looked at', () => {
    const { checks, consistent } = verifyFilingProof(proof);
    expect(consistent).toBe(true);
    const notes = checks.flatMap(({ note }) => note ?? []);
    expect(notes).toEqual(['filing-no-text', 'filing-compare-key']);
    for (const note of notes) expect(catalogue.has(`filing.note.${note}`)).toBe(true);
    for (const { name } of checks) expect(catalogue.has(name.replace('filing.', 'filing.check.'))).toBe(true);
  });

  it('carries nothing of the text', () => {
    const written = new TextDecoder().decode(filingProofBytes(proof));
    expect(Object.keys(JSON.parse(written)).sort()).toEqual(
      ['filedAt', 'format', 'keyId', 'office', 'publicKey', 'signature', 'textSha256'].sort(),
    );
    expect(written).not.toMatch(/投诉|9f3a/);
  });

  it('is verified by another Ed25519, too', () => {
    const { signature, ...rest } = proof;
    const spki = Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      Buffer.from(proof.publicKey, 'hex'),
    ]);
    const message = lengthPrefixedAll('double-random-filing-1', canonicalJson(rest));
    const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    expect(verify(null, message, publicKey, Buffer.from(signature, 'hex'))).toBe(true);
  });

  it('holds for no other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(text !== filing.text);
        expect(failed(proof, { text })).toEqual(['filing.text']);
      }),
    );
    expect(failed(proof, { text: filing.text.replace('\n', '\r\n') })).toEqual(['filing.text']);
    expect(failed(proof, { text: utf8(filing.text) })).toEqual([]);
  });

  it.each([
    ['the office', { office: '别的机关' }, ['filing.signature']],
    [
      'the time',
      { filedAt: { ...proof.filedAt, utc: '2026-12-31T16:29:59Z' } },
      ['filing.signature', 'filing.time'],
    ],
    ['the digest', { textSha256: '0'.repeat(64) }, ['filing.signature', 'filing.text']],
    ['the number of the key', { keyId: '0'.repeat(16) }, ['filing.signature', 'filing.keyId', 'filing.key']],
    [
      'a key that is no point',
      { publicKey: 'f'.repeat(64) },
      ['filing.signature', 'filing.keyId', 'filing.key'],
    ],
    ['the signature', { signature: '0'.repeat(128) }, ['filing.signature']],
  ] as const)('falls with a change of %s', (_what, change, names) => {
    expect(failed({ ...proof, ...change }, { text: filing.text, trustedKeys: [key] })).toEqual(names);
  });

  it('falls with a key of somebody else who signs the same', () => {
    const forged = makeFilingProof(filing, other);
    expect(failed(forged, { text: filing.text, trustedKeys: [key] })).toEqual(['filing.key']);
    // With the name of the office's key on it, the name does not fit.
    const named = makeFilingProof(filing, other);
    expect(failed({ ...named, keyId: key.keyId }, { trustedKeys: [key] })).toContain('filing.keyId');
  });
});

describe('its file', () => {
  it('is read back, and anything else refused', () => {
    expect(readFilingProof(filingProofBytes(proof))).toEqual({ ok: true, value: proof });
    for (const text of ['', 'x', '[]', '{"format":"dossier/1"}', '{"format":'])
      expect(readFilingProof(utf8(text))).toMatchObject({ problems: [{ code: 'filing.other' }] });
    expect(readFilingProof(utf8(canonicalJson({ ...proof, x: 1 })))).toMatchObject({
      problems: [{ code: 'draw.shape.unknownField' }],
    });
    expect(readFilingProof(utf8(canonicalJson({ ...proof, keyId: 'X' })))).toMatchObject({
      problems: [{ field: 'keyId' }],
    });
  });

  const file = filingProofBytes(proof);
  const text = utf8(filing.text);
  const keys = utf8(JSON.stringify(publishedReceiptKeys([key])));

  it('is told from the text and the keys in any order', () => {
    for (const files of [
      [file, text, keys],
      [keys, text, file],
      [text, file, keys],
    ]) {
      const sorted = sortFilingFiles(files);
      expect(sorted.ok && verifyFilingProof(sorted.value.proof, sorted.value.evidence).checks).toSatisfy(
        (checks: unknown) =>
          Array.isArray(checks) && checks.every(({ ok, note }) => ok && note === undefined),
      );
    }
  });

  it('is one, with one text', () => {
    expect(sortFilingFiles([text])).toMatchObject({ problems: [{ code: 'filing.other' }] });
    expect(sortFilingFiles([file, file])).toMatchObject({ problems: [{ code: 'filing.twoProofs' }] });
    expect(sortFilingFiles([file, text, utf8('y')])).toMatchObject({
      problems: [{ code: 'filing.twoTexts' }],
    });
    // A text may even be JSON.
    expect(sortFilingFiles([file, utf8('{"a":1}')])).toMatchObject({ ok: true });
  });
});

it('published keys are read back, and another file is none', () => {
  const keys: readonly ReceiptKey[] = [key, receiptKeyOf(other, at)];
  expect(readReceiptKeys(utf8(JSON.stringify(publishedReceiptKeys(keys))))).toEqual(keys);
  expect(readReceiptKeys(utf8('{"keys":[]}'))).toBeUndefined();
  expect(readReceiptKeys(filingProofBytes(proof))).toBeUndefined();
});
