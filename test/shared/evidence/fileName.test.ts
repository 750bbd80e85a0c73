import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  extensionOf,
  MOST_NAME_LENGTH,
  safeFileName,
  withExtension,
} from '../../../shared/evidence/fileName.ts';

const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 160 }),
  fc.string({ unit: 'grapheme', maxLength: 160 }),
  fc
    .array(
      fc.constantFrom('.', '/', '\\', ' ', '\u202e', '\u200b', '\0', '\n', '\ud800', '证', 'a', '̈', '.jpg'),
      {
        maxLength: 150,
      },
    )
    .map((parts) => parts.join('')),
);

it('leaves no path, nothing unseen, no leading dot, and at most 100 characters', () => {
  fc.assert(
    fc.property(anyName, (given) => {
      const name = safeFileName(given);
      expect(name).not.toMatch(/[/\\<>:"|?*]|[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u);
      expect(name).not.toMatch(/^[.\s]|[.\s]$/u);
      expect([...name].length).toBeLessThanOrEqual(MOST_NAME_LENGTH);
    }),
    { numRuns: 1000 },
  );
});

it('changes nothing a second time', () => {
  fc.assert(
    fc.property(anyName, (given) => {
      expect(safeFileName(safeFileName(given))).toBe(safeFileName(given));
    }),
    { numRuns: 1000 },
  );
});

it('keeps the extension of a long name, and gives one to a name without', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('证', 'a', '1'), minLength: 1, maxLength: 300 }),
      (stem) => {
        const long = safeFileName(`${stem}.jpeg`);
        expect(extensionOf(long)).toBe('jpeg');
        const given = withExtension(safeFileName(stem), 'pdf');
        expect(extensionOf(given)).toBe('pdf');
        for (const name of [long, given]) expect([...name].length).toBeLessThanOrEqual(MOST_NAME_LENGTH);
      },
    ),
  );
});

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\fakepath\\照片.jpg', '照片.jpg'],
  ['.htaccess', 'htaccess'],
  ['...', ''],
  ['a\u202egpj.exe', 'agpj.exe'],
  ['  营业执照  扫描件.pdf ', '营业执照 扫描件.pdf'],
  ['a<b>:"c|d?e*.png', 'a_b___c_d_e_.png'],
  ['e\u0301.jpg', 'é.jpg'],
  ['a.jpg\0.exe', 'a.jpg.exe'],
])('%j becomes %j', (given, expected) => {
  expect(safeFileName(given)).toBe(expected);
});

it.each([
  ['a.JPG', 'jpg'],
  ['a.b.png', 'png'],
  ['现场 2026.11.25', undefined],
  ['无扩展名', undefined],
  ['a.mp4', 'mp4'],
  ['a.整改', undefined],
])('the extension of %j is %j', (name, expected) => {
  expect(extensionOf(name)).toBe(expected);
});
