import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../shared/spreadsheet/limits.ts';
import { readSpreadsheet } from '../../../shared/spreadsheet/readSpreadsheet.ts';
import { writeXlsx } from '../../../shared/spreadsheet/writeSpreadsheet.ts';
import { workbook } from './workbookFixture.ts';

describe('a file that means harm', () => {
  it('is answered, never thrown at, wherever its bytes are changed', async () => {
    const sources = [
      workbook('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>'),
      await writeXlsx([
        {
          name: 'A',
          rows: [
            ['x', 'y'],
            ['1', '2'],
          ],
        },
      ]),
    ];
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sources),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (source, changes, cut) => {
          const bytes = source.slice(0, cut < 0.8 ? source.length : Math.floor(source.length * cut));
          for (const { at, byte } of changes) bytes[Math.floor(at * (bytes.length - 1))] = byte;
          const result = await readSpreadsheet(bytes);
          if (!result.ok) expect(result.problems[0]?.code).toMatch(/^spreadsheet\./);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is answered when it is nothing but noise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (noise, zip) => {
        const bytes = zip ? new Uint8Array([0x50, 0x4b, 3, 4, ...noise]) : noise;
        const result = await readSpreadsheet(bytes);
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    [
      'a million empty cells in a row that is not empty',
      `<row r="1">${'<c r="A1"/>'.repeat(1_000_000)}<c r="B1"><v>1</v></c></row>`,
    ],
    ['a million rows that never close', '<row r="1">'.repeat(1_000_000)],
    ['blanks without end', `<row r="1">${' '.repeat(5_000_000)}<c r="A1"`],
  ])('is read or refused in seconds: %s', async (_, data) => {
    const start = performance.now();
    const result = await readSpreadsheet(workbook(data), defaultLimits);
    expect(typeof result.ok).toBe('boolean');
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
