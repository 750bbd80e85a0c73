import type { FollowedCase } from '../../shared/complaint/followed.ts';
import type { Lang } from '../../shared/messages/message.ts';
import { sayCode } from './words.ts';

export function titleOf(lang: Lang, { complaint }: FollowedCase): string {
  return sayCode(lang, `followCase.title.${complaint.kind}`, { agency: complaint.matter.agency.name });
}

/** Where it stands, in a sentence. */
export function statusText(lang: Lang, { complaint, status }: FollowedCase): string {
  return sayCode(lang, `followCase.status.${complaint.kind}.${status}`);
}
