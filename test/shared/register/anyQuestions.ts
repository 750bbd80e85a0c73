import fc from 'fast-check';
import { answerVocabularies, type Question } from '../../../shared/register/checklist.ts';
import { codesOf } from '../../../shared/register/vocabulary.ts';

/** Texts as people write them and as attackers do: the signs of the cell's own grammar, formulas, rare characters. */
const text = fc
  .string({
    unit: fc.constantFrom(...'核对（许可证）|｜\\\\=+-@＝"\',;/ a0\u{20BB7}'),
    minLength: 1,
    maxLength: 16,
  })
  .map((written) => written.normalize('NFC').trim())
  .filter((written) => written !== '');

const question: fc.Arbitrary<Omit<Question, 'code'>> = fc
  .record({
    text,
    method: text,
    law: text,
    answers: fc.constantFrom(...codesOf(answerVocabularies).options),
    evidence: fc.option(text, { nil: undefined }),
    required: fc.boolean(),
  })
  .map(({ evidence, required, ...rest }) => ({
    ...rest,
    ...(evidence === undefined ? {} : { evidence }),
    evidenceRequired: required && evidence !== undefined,
  }));

/** Checklists that the register can hold, with numbers that a spreadsheet would like to take for figures. */
export const anyQuestions: fc.Arbitrary<Question[]> = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[0-9A-Za-z][0-9A-Za-z.-]{0,9}$/), question), {
    selector: ([code]) => code,
    minLength: 1,
    maxLength: 6,
  })
  .map((pairs) => pairs.map(([code, rest]) => ({ code, ...rest })));
