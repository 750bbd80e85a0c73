import { expect, test } from 'vitest';
import { readService } from '../../../shared/penalty/service.ts';

test('being told of it is no service of a penalty paper', () => {
  expect(readService('told', 'signed')).toBeUndefined();
  expect(readService('direct', 'signed')).toEqual({ method: 'direct', note: 'signed' });
  expect(readService('electronic', 'signed')).toEqual({ method: 'electronic', note: 'signed' });
});
