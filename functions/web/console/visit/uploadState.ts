import { createHmac, timingSafeEqual } from 'node:crypto';
import { type EvidencePurpose, evidencePurposes } from '../../../../shared/evidence/evidence.ts';
import type { Values } from '../../kit/context.tsx';
import { firstValue } from '../../kit/links.ts';
import { questionKey } from './visitForms.ts';

/** What an upload is for, as its address or form says. */
export interface UploadTarget {
  readonly purpose: EvidencePurpose;
  readonly question: string | undefined;
}

/** Rectification is the agency's, not the team's. */
export function readTarget(values: Values): UploadTarget | undefined {
  const purpose = evidencePurposes.find(
    (one) => one === firstValue(values, 'purpose') && one !== 'rectification',
  );
  const asked = firstValue(values, 'question');
  const question = asked === '' ? undefined : questionKey.safeParse(asked);
  if (purpose === undefined || question?.success === false) return undefined;
  return { purpose, question: question?.data };
}

/**
 * Proves that an upload form was given out to this session: the file store sends the browser back by GET, which must
 * not act on anybody's word.
 */
export function uploadState(sessionToken: string, number: string, target: UploadTarget): string {
  const subject = JSON.stringify(['evidence', number, target.purpose, target.question ?? '']);
  return createHmac('sha256', sessionToken).update(subject).digest('base64url');
}

export function sameState(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
