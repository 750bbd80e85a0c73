import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CellCodec,
  codeCell,
  dateCell,
  emailCell,
  phoneCell,
  termCell,
  termsCell,
  textCell,
  wholeNumberCell,
  yesNoCell,
} from '../../../shared/register/cellCodec.ts';
import { columnsOf } from '../../../shared/register/columns.ts';
import { districts, inspectorDistricts } from '../../../shared/register/district.ts';
import { emailSchema, phoneSchema } from '../../../shared/register/field.ts';
import { agencyKinds, inspectorQuals } from '../../../shared/register/vocabulary.ts';

function read(codec: CellCodec, cell: string): unknown {
  const result = codec.parse(cell);
  return result.ok ? result.value : result.problems[0]?.code;
}

describe('cells', () => {
  it.each([
    '2026-03-02',
    '2026-3-2',
    '2026/3/2',
    '2026.03.02',
    '2026年3月2日',
    '20260302',
    '２０２６－０３－０２',
    '2026-03-02 00:00:00',
  ])('take the date %s', (cell) => {
    expect(read(dateCell, cell)).toBe('2026-03-02');
  });

  it.each(['02/03/2026', '3/2/26', '2026-02-30', '2026', '46083', '明天', '2026-13-01'])(
    'refuse the date %s, rather than guess',
    (cell) => {
      expect(read(dateCell, cell)).toBe('register.date.format');
    },
  );

  it('keep text as people wrote it, less what nobody sees', () => {
    expect(read(textCell, '\ufeff　北京（海淀）\n一所\u200b ')).toBe('北京（海淀） 一所');
    expect(read(codeCell, ' ００123 ')).toBe('00123');
    expect(read(codeCell, '1.23E+10')).toBe('register.number.scientific');
  });

  it('bring telephone numbers into one form that the register takes', () => {
    const numbers = [
      '（010）1234 5678转801',
      '+86 10 12345678',
      '010—12345678',
      '13800000000',
      '010-12345678 ext. 8',
    ];
    const parsed = numbers.map((cell) => read(phoneCell, cell));
    expect(parsed).toEqual([
      '010 1234 5678-801',
      '+86 10 12345678',
      '010-12345678',
      '13800000000',
      '010-12345678-8',
    ]);
    for (const phone of parsed) expect(phoneSchema.safeParse(phone).success).toBe(true);
    for (const phone of ['电话见网站', '12', '010-12345678;139']) {
      expect(phoneSchema.safeParse(read(phoneCell, phone)).success).toBe(false);
    }
  });

  it('take a single plain e-mail address', () => {
    expect(read(emailCell, ' mailto:ａ@example.com')).toBe('a@example.com');
    const accepted = (text: string) => emailSchema.safeParse(text).success;
    expect(['a@example.com', 'first.last+x@mail.example.com.cn'].every(accepted)).toBe(true);
    const refused = [
      'a@b',
      'a@example.com,b@example.com',
      'A <a@example.com>',
      'a@example.com\nBcc: x@example.com',
      '.a@example.com',
      'a..b@example.com',
      'a@-x.com',
      '',
    ];
    expect(refused.filter(accepted)).toEqual([]);
  });

  it('take words by code, Chinese, English and alias, and list what is possible otherwise', () => {
    const cells = ['haidian', '海淀区', '海淀', 'HAIDIAN', '110108', ' 海 淀 '];
    expect(cells.map((cell) => read(termCell(districts), cell))).toEqual(cells.map(() => 'haidian'));
    expect(read(termCell(districts), '亦庄')).toBe('bda');
    expect(read(termCell(districts), '市局')).toBe('register.word.unknown');
    expect(read(termCell(inspectorDistricts), '市局')).toBe('municipal');
  });

  it('take lists in any order and with any sign between', () => {
    for (const cell of ['商标、专利', '专利，商标', 'Trademark/patent', '商标 专利 商标', '专利;商标；']) {
      expect(read(termsCell(agencyKinds), cell), cell).toEqual(['patent', 'trademark']);
    }
    expect(read(termsCell(inspectorQuals), '组长、版权')).toBe('register.word.unknown');
  });

  it('take numbers and yes or no', () => {
    expect(read(wholeNumberCell, '１２')).toBe(12);
    for (const cell of ['1.5', '-1', 'x', '1e3'])
      expect(read(wholeNumberCell, cell)).toBe('register.number.whole');
    expect(['是', 'YES', 'TRUE', '1'].map((cell) => read(yesNoCell, cell))).toEqual([true, true, true, true]);
    expect(['否', 'n', '0'].map((cell) => read(yesNoCell, cell))).toEqual([false, false, false]);
    expect(read(yesNoCell, '也许')).toBe('register.word.unknown');
  });

  it('name every word of a vocabulary once', () => {
    for (const column of Object.values(columnsOf).flat()) {
      for (const term of column.codec.vocabulary ?? []) {
        for (const word of [term.code, term.zh, term.en, ...(term.alias ?? [])]) {
          expect([term.code, [term.code]], `${column.key}: ${word}`).toContainEqual(read(column.codec, word));
        }
      }
    }
  });

  it('write an accent that stood apart as one with its letter', () => {
    expect(codeCell.parse('\u1d4d\u0384')).toEqual({ ok: true, value: '\u01f5' });
  });

  it('give back what they have written', () => {
    const codecs = Object.values(columnsOf).flatMap((columns) => columns.map((column) => column.codec));
    fc.assert(
      fc.property(fc.constantFrom(...codecs), fc.string({ unit: 'grapheme' }), (codec, cell) => {
        const once = codec.parse(cell);
        if (!once.ok || cell.trim() === '') return;
        const again = codec.parse(codec.format(once.value));
        if (codec.format(once.value) !== '') expect(again).toEqual(once);
      }),
      { numRuns: 3000 },
    );
  });
});
