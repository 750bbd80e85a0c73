import type { StepName } from '../../shared/complaint/form/answers.ts';
import { ok, type Result } from '../../shared/problem.ts';
import type { Values } from '../web/kit/context.tsx';
import { readDate } from '../web/kit/http/readForm.ts';
import { allValues, firstValue } from '../web/kit/links.ts';

/** Steps whose page is one plain form; agency, earlier receipt and evidence have pages of their own. */
export type PlainStep = Exclude<StepName, 'agency' | 'before' | 'evidence'>;

const texts =
  (...names: readonly string[]) =>
  (form: Values): Result<Values> =>
    ok(Object.fromEntries(names.map((name) => [name, firstValue(form, name)])));

/** Texts beside one date of three entries. */
const withDate =
  (date: string, ...names: readonly string[]) =>
  (form: Values): Result<Values> => {
    const read = readDate(form, date);
    if (!read.ok) return read;
    const others = texts(...names)(form);
    return others.ok ? ok({ ...others.value, [date]: read.value }) : others;
  };

/** What the form of each step hands to its schema. A radio that was not taken is `''`, which no list of codes holds. */
export const stepInputs: Readonly<Record<PlainStep, (form: Values) => Result<Values>>> = {
  standing: texts('standing'),
  wish: texts('wish'),
  kind: texts('kinds'),
  service: texts('service'),
  conducts: (form) => ok({ conducts: allValues(form, 'conducts') }),
  facts: withDate('knownSince', 'facts', 'practitioner'),
  matter: texts('applicationNumber', 'contract', 'amountFen'),
  rights: withDate('rightsLostOn'),
  request: texts('request'),
  naming: texts('naming'),
  identity: texts('name', 'phone', 'address', 'mail'),
  proxy: texts('acting', 'proxyName', 'proxyAuthority'),
};
