import { generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAppSecrets } from '../../../shared/access/appSecrets.ts';
import { readSigningKey } from '../../../shared/adapters/signing.ts';
import { fromHex, toHex, utf8 } from '../../../shared/draw/bytes.ts';
import { sha256Suite } from '../../../shared/draw/hash.ts';
import { inclusionProof, merkleRoot, verifyInclusion } from '../../../shared/draw/merkle.ts';
import { allInclusionProofs } from '../../../shared/publicity/allProofs.ts';
import { csv } from '../../../shared/publicity/csv.ts';
import { atomFeed } from '../../../shared/publicity/feed.ts';
import { manifestFile, readManifest } from '../../../shared/publicity/manifest.ts';
import { missingNumbers } from '../../../shared/publicity/publicDraw.ts';
import { jsonFile, relativeLink } from '../../../shared/publicity/siteFile.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('all inclusion proofs at once', () => {
  it('are those of the engine, for every tree of up to 70 leaves', () => {
    for (let n = 1; n <= 70; n += 1) {
      const leaves = Array.from({ length: n }, (_, i) => utf8(`leaf ${i}`));
      const root = merkleRoot(sha256Suite, leaves);
      allInclusionProofs(sha256Suite, leaves).forEach((path, i) => {
        expect(path).toEqual(inclusionProof(sha256Suite, leaves, i).map(toHex));
        expect(verifyInclusion(sha256Suite, leaves[i] ?? utf8(''), i, n, path.map(fromHex), root)).toBe(true);
      });
    }
    expect(allInclusionProofs(sha256Suite, [])).toEqual([]);
  });
});

describe('links inside the site', () => {
  it('lead from any page to any file', () => {
    const segment = fc.stringMatching(/^[a-z0-9]{1,4}$/);
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}.html`);
    fc.assert(
      fc.property(path, path, (from, to) => {
        const resolved = new URL(relativeLink(from, to), `https://o.example/base/${from}`);
        expect(resolved.pathname).toBe(`/base/${to}`);
      }),
    );
  });
});

describe('the manifest', () => {
  it('is ordered, read back, and survives a damaged line', () => {
    const hashes = new Map([
      ['b.html', 'b'.repeat(64)],
      ['a.html', 'a'.repeat(64)],
    ]);
    const file = manifestFile('SHA256SUMS', hashes);
    expect(text(file.bytes)).toBe(`${'a'.repeat(64)}  a.html\n${'b'.repeat(64)}  b.html\n`);
    expect(readManifest(file.bytes)).toEqual(hashes);
    expect(readManifest(utf8(`oops\n${text(file.bytes)}`))).toEqual(hashes);
  });
});

describe('the numbers of draws', () => {
  it('are complete or name what is missing, each year, rehearsals and targeted draws apart', () => {
    expect(missingNumbers(['BJIPO-2026-0001', 'BJIPO-2026-0002', 'BJIPO-2027-0001'])).toEqual([]);
    expect(missingNumbers(['BJIPO-2026-0001', 'BJIPO-2026-0004', 'BJIPO-2026-R0002'])).toEqual([
      'BJIPO-2026-0002',
      'BJIPO-2026-0003',
      'BJIPO-2026-R0001',
    ]);
    expect(missingNumbers(['BJIPO-2026-0001', 'BJIPO-2026-T0001', 'BJIPO-2026-T0003'])).toEqual([
      'BJIPO-2026-T0002',
    ]);
    expect(missingNumbers([])).toEqual([]);
  });
});

describe('data files', () => {
  it('make formulas inert, quote, and end lines as RFC 4180 says', () => {
    expect(
      csv(
        ['a', 'b'],
        [
          ['=1+1', 2],
          ['x,"y"', '行\n二'],
        ],
      ),
    ).toBe('\uFEFFa,b\r\n\'=1+1,2\r\n"x,""y""","行\n二"\r\n');
  });
  it('do not depend on the order of keys', () => {
    expect(jsonFile('x', { b: [{ d: 1, c: 2 }], a: null })).toEqual(
      jsonFile('x', { a: null, b: [{ c: 2, d: 1 }] }),
    );
  });
  it('have a feed with the newest first and nothing unescaped', () => {
    const feed = text(
      atomFeed('https://o.example', '局 & <处>', [
        { path: 'a.html', title: '<旧>', at: '2026-01-01T00:00:00Z' },
        { path: 'b.html', title: '新', at: '2026-02-01T00:00:00Z' },
      ]).bytes,
    );
    expect(feed).toContain('<updated>2026-02-01T00:00:00Z</updated>');
    expect(feed.indexOf('b.html')).toBeLessThan(feed.indexOf('a.html'));
    expect(feed).toContain('&lt;旧&gt;');
    expect(feed).toContain('局 &amp; &lt;处&gt;');
  });
});

describe('the signing key', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const der = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');

  it.each([
    ['PEM', pem],
    ['base64', der],
  ])('is read from %s', (_, stored) => {
    const key = readSigningKey(JSON.stringify({ keyId: '1', privateKey: stored }));
    expect(verify(null, utf8('x'), publicKey, sign(null, utf8('x'), key))).toBe(true);
  });

  it('is refused without a word of it', () => {
    const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const wrong = [
      '',
      '{}',
      JSON.stringify({ keyId: '', privateKey: '' }),
      JSON.stringify({ keyId: '', privateKey: 'secret' }),
      JSON.stringify({ keyId: '', privateKey: rsa.export({ type: 'pkcs8', format: 'pem' }) }),
    ];
    for (const stored of wrong) {
      expect(() => readSigningKey(stored)).toThrow(/^The signing secret holds no Ed25519 key in PKCS#8$/);
    }
  });
});

describe('the mail server in the secret', () => {
  const read = (smtp: unknown) =>
    parseAppSecrets(JSON.stringify({ oidcClientSecret: '', key: 'k'.repeat(32), smtp })).smtp;
  it('is absent while nobody has entered one', () => {
    expect(read(undefined)).toBeUndefined();
    expect(read({ host: '', port: 465, user: '', password: '' })).toBeUndefined();
  });
  it('speaks TLS from the first byte on port 465, and knows no empty user', () => {
    expect(read({ host: 'm.cn', port: 465, user: '', password: '' })).toEqual({
      host: 'm.cn',
      port: 465,
      secure: true,
    });
    expect(read({ host: 'm.cn', port: 587, user: 'u', password: 'p' })).toEqual({
      host: 'm.cn',
      port: 587,
      secure: false,
      user: 'u',
      password: 'p',
    });
  });
  it('is refused without repeating it', () => {
    expect(() => read({ host: 'm.cn', port: 'secret' })).toThrow(/smtp\.port/);
    expect(() => read({ host: 'm.cn', port: 'secret' })).not.toThrow(/secret"/);
  });
});
