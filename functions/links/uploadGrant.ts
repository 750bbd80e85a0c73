import { setCookie } from '../web/kit/http/cookies.ts';
import type { WebRequest } from '../web/kit/http/route.ts';
import type { LinkDeps, SignedLinks } from './linkDeps.ts';

/**
 * The way back from the file store. The address is handed to the store, and may stand in its logs: it carries a
 * grant that is good for one thing, to put an uploaded file to one case, and opens no page of it. The link itself waits in a cookie of this site.
 */

/** What a file is uploaded for: a grant for one opens nothing of the other. */
export type UploadPurpose = 'rectification-upload' | 'penalty-upload';

/** The signed form of the store lasts a quarter of an hour; a slow upload may end after that. Seconds. */
const LIFETIME = 3600;

/** @param subject number or id of the case */
export async function uploadGrant(
  signed: SignedLinks,
  purpose: UploadPurpose,
  subject: string,
  now: Date,
): Promise<string> {
  const expires = Math.floor(now.getTime() / 1000) + LIFETIME;
  return signed.sign({ purpose, subject, expires });
}

/** The case that a grant is for; undefined for every grant that is not good any more. */
export async function grantedCase(
  signed: SignedLinks,
  purpose: UploadPurpose,
  grant: string,
  now: Date,
): Promise<string | undefined> {
  const opened = await signed.open(grant, purpose, now);
  return opened.ok ? opened.value.subject : undefined;
}

const LINK_COOKIE = '__Host-link';

/** Keeps the link for the way back; gone when the browser is closed, at the latest after the grant. */
export const rememberLink = (token: string): string => setCookie(LINK_COOKIE, token, LIFETIME);

/** The report is in: there is no way back any more. */
export const forgetLink = (): string => setCookie(LINK_COOKIE, '', 0);

/** The link that this browser came from, unchecked; '' when it kept none. */
export const rememberedLink = ({ cookies }: WebRequest<LinkDeps>): string => cookies[LINK_COOKIE] ?? '';
