/**
 * Public lotteries and dice as a last source (DR-1 §1.5, §1.11.15): the text form is part of the
 * commitment, so that nobody can choose a spelling afterwards.
 */

/** Form of twenty ten-sided dice (66 bit). */
export const DICE_FORM = '20d10';
const DICE_VALUE = /^\d{20}$/;

/** e.g. `red,red,red,red,red,red|blue`: groups of two-digit numbers. */
const NUMBER_FORM = /^(?:red|blue)(?:,(?:red|blue))*(?:\|(?:red|blue)(?:,(?:red|blue))*)*$/;
/** 双色球 and 大乐透 have seven numbers (24 bit); a shorter form can be steered by trying commitments. */
const FEWEST_NUMBERS = 7;

/** May a draw be committed to this form? `id` of dice is `dice/<draw>`. */
export function isLotteryForm(form: string, id: string, draw: string): boolean {
  if (form === DICE_FORM) return id === `dice/${draw}`;
  return NUMBER_FORM.test(form) && form.split(/[,|]/).length >= FEWEST_NUMBERS;
}

/** Is `value` an outcome written in the committed form: two digits each, groups ascending? */
export function fitsLotteryForm(form: string, value: string): boolean {
  if (form === DICE_FORM) return DICE_VALUE.test(value);
  const wanted = form.split('|').map((group) => group.split(',').length);
  const groups = value.split('|').map((group) => group.split(','));
  return (
    groups.length === wanted.length &&
    groups.every(
      (numbers, g) =>
        numbers.length === wanted[g] &&
        numbers.every((number, i) => /^\d\d$/.test(number) && (i === 0 || (numbers[i - 1] ?? '') < number)),
    )
  );
}
