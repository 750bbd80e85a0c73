import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { standings, wishes } from '../../../../shared/complaint/filing.ts';
import type { AnswerOf, Answers, StepName } from '../../../../shared/complaint/form/answers.ts';
import { audienceOf } from '../../../../shared/complaint/form/audience.ts';
import {
  classified,
  conductsOf,
  countedAnswers,
  firstIncomplete,
  isAnswered,
  nextStep,
  previousStep,
  shownStep,
  steps,
  stepsOf,
  withAnswer,
} from '../../../../shared/complaint/form/steps.ts';
import { conductCodes } from '../../../../shared/law/conducts.ts';
import { fictionalUscc } from '../../../../shared/register/uscc.ts';

const today = localDate('2026-09-18');
const agency: AnswerOf<'agency'> = {
  listed: true,
  uscc: fictionalUscc(1),
  name: '甲',
  kinds: ['patent'],
  district: 'haidian',
};

/** Any answer to each question; `kind` is what a page would have shown. */
const answers: { readonly [Name in StepName]: fc.Arbitrary<AnswerOf<Name>> } = {
  before: fc.constantFrom({ told: 'no' as const }, { told: 'yes' as const }),
  agency: fc.constant(agency),
  standing: fc.constantFrom(...standings).map((standing) => ({ standing })),
  wish: fc.constantFrom(...wishes).map((wish) => ({ wish })),
  kind: fc.constantFrom('complaint', 'report', 'complaint report').map((kinds) => ({ kinds })),
  service: fc.constantFrom('patent', 'trademark').map((service) => ({ service })),
  conducts: fc.subarray([...conductCodes], { minLength: 1 }).map((conducts) => ({ conducts })),
  facts: fc.string().map((facts) => ({ facts })),
  matter: fc.constant({}),
  rights: fc.constant({}),
  request: fc.string().map((request) => ({ request })),
  evidence: fc.constant({ seen: 'yes' }),
  naming: fc.constantFrom('named', 'anonymous').map((naming) => ({ naming })),
  identity: fc.constant({ name: '苏', phone: '13900000000', address: '胡同七号' }),
  proxy: fc.constant({ acting: 'self' }),
};

const act = fc.oneof(
  ...steps.map(({ name }) =>
    (answers[name] as fc.Arbitrary<AnswerOf<StepName>>).map((answer) => ({ name, answer })),
  ),
);

describe('the steps of the form', () => {
  it('keep every answer whatever is answered, in any order', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let given: Answers = {};
        const last = new Map<StepName, unknown>();
        for (const { name, answer } of acts) {
          given = withAnswer(given, name, answer);
          last.set(name, answer);
        }
        for (const [name, answer] of last) expect(given[name]).toEqual(answer);
      }),
    );
  });

  it('lead forward through every open question to the check, and back the same way', () => {
    fc.assert(
      fc.property(fc.record(answers), (all) => {
        let given: Answers = {};
        const way: StepName[] = [];
        for (let at = firstIncomplete(given); at !== undefined; ) {
          const { name } = at;
          way.push(name);
          if (way.length > 40) throw new Error(`never ends: ${way.join(' ')}`);
          const answer =
            name === 'kind'
              ? { kinds: classified(given)?.kinds.join(' ') ?? '' }
              : name === 'conducts'
                ? { conducts: [conductsOf(given.service?.service ?? 'patent', today)[0]?.rule ?? 'other'] }
                : all[name];
          given = withAnswer(given, name, answer as AnswerOf<StepName>);
          at = nextStep(name, given);
        }
        expect(firstIncomplete(given)).toBeUndefined();
        expect(way).toEqual(stepsOf(given).map(({ name }) => name));
        const back: StepName[] = [];
        for (let at = previousStep(undefined, given); at !== undefined; at = previousStep(at.name, given)) {
          back.unshift(at.name);
        }
        expect(back).toEqual(way);
      }),
    );
  });

  it('show a step only when everything before it is answered, and never one that does not apply', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), fc.constantFrom(...steps), (acts, asked) => {
        const given = acts.reduce<Answers>((so, { name, answer }) => withAnswer(so, name, answer), {});
        const shown = shownStep(asked.name, given);
        if (shown === undefined) expect(firstIncomplete(given)).toBeUndefined();
        else {
          expect(shown.applies(given)).toBe(true);
          const before = stepsOf(given).slice(0, stepsOf(given).indexOf(shown));
          expect(before.every((one) => isAnswered(one, given))).toBe(true);
        }
      }),
    );
  });

  it('ask again what the answer before it has changed', () => {
    const given: Answers = {
      standing: { standing: 'consumer' },
      wish: { wish: 'settle' },
      kind: { kinds: 'complaint' },
      service: { service: 'patent' },
      conducts: { conducts: ['mismanagement'] },
    };
    const moved = withAnswer(given, 'wish', { wish: 'both' });
    expect(firstIncomplete({ ...moved, before: { told: 'no' }, agency })?.name).toBe('kind');
    const other = withAnswer(given, 'service', { service: 'trademark' });
    expect(firstIncomplete({ ...other, before: { told: 'no' }, agency })?.name).toBe('conducts');
  });

  it('ask who is no client neither for a wish nor for a request', () => {
    const names = stepsOf({ standing: { standing: 'none' }, wish: { wish: 'settle' } }).map(
      ({ name }) => name,
    );
    expect(names).not.toContain('wish');
    expect(names).not.toContain('request');
    expect(names).toContain('naming');
  });
});

describe('what counts', () => {
  it('is never the identity of somebody who went on without a name', () => {
    const given: Answers = {
      standing: { standing: 'none' },
      naming: { naming: 'anonymous' },
      identity: { name: '苏', phone: '13900000000', address: '胡同七号' },
      proxy: { acting: 'self' },
      request: { request: '退款' },
    };
    expect(Object.keys(countedAnswers(given)).sort()).toEqual(['naming', 'standing']);
  });
});

describe('who sees an answer', () => {
  const complaint: Answers = { standing: { standing: 'consumer' }, wish: { wish: 'settle' } };
  const both: Answers = { standing: { standing: 'consumer' }, wish: { wish: 'both' } };
  it.each([
    ['facts', {}, 'office'],
    ['facts', complaint, 'parties'],
    ['facts', both, 'mixed'],
    ['facts', { standing: { standing: 'none' } }, 'office'],
    ['name', complaint, 'sealed'],
    ['wish', complaint, 'office'],
    ['releaseMail', both, 'once'],
  ] as const)('%s of %j: %s', (field, given, audience) => {
    expect(audienceOf(field, given)).toBe(audience);
  });
});
