import { DRAFT_SECONDS, type OpenDraft, type SentDraft } from '../../shared/complaint/form/draft.ts';
import { type DraftKey, draftKeyOf, openDraft, sealDraft } from '../../shared/complaint/form/draftCipher.ts';
import { setCookie } from '../web/kit/http/cookies.ts';
import { redirect } from '../web/kit/http/respond.ts';
import type { WebResponse } from '../web/kit/http/route.ts';
import type { IntakeDeps, IntakeRequest } from './intakeDeps.ts';
import { RECEIPT, START } from './paths.ts';

const DRAFT_COOKIE = '__Host-draft';

/** Kept until the browser is closed: a shared computer forgets it. */
export const keepDraftCookie = (value: string): string => setCookie(DRAFT_COOKIE, value);
export const forgetDraftCookie = (): string => setCookie(DRAFT_COOKIE, '', 0);

/** A draft as this browser opened it. */
export interface Opened<Kind> {
  readonly key: DraftKey;
  readonly version: number;
  readonly released: number;
  readonly draft: Kind;
}
export type OpenedDraft = Opened<OpenDraft>;
type AnyDraft = Opened<OpenDraft | SentDraft>;

export function ttlFrom(now: Date): number {
  return Math.floor(now.getTime() / 1000) + DRAFT_SECONDS;
}

async function load(deps: IntakeDeps, key: DraftKey, now: Date): Promise<AnyDraft | undefined> {
  const stored = await deps.drafts.get(key.id, now);
  if (stored === undefined) return undefined;
  const draft = openDraft(key, stored.version, stored.cipher);
  return draft === undefined ? undefined : { key, version: stored.version, released: stored.released, draft };
}

/** The draft or receipt of this browser; undefined when there is none. */
export async function ownDraft({ deps, cookies, now }: IntakeRequest): Promise<AnyDraft | undefined> {
  const key = draftKeyOf(cookies[DRAFT_COOKIE] ?? '');
  return key === undefined ? undefined : load(deps, key, now);
}

const isOpen = (opened: AnyDraft): opened is OpenedDraft => opened.draft.type === 'open';
const isSent = (opened: AnyDraft): opened is Opened<SentDraft> => opened.draft.type === 'sent';

/** A page of the form. Without a draft it leads to the start; with a receipt, there. */
export function onDraft(
  handle: (request: IntakeRequest, opened: OpenedDraft) => WebResponse | Promise<WebResponse>,
) {
  return async (request: IntakeRequest): Promise<WebResponse> => {
    const opened = await ownDraft(request);
    if (opened === undefined) return redirect(START, { code: 'intake.draft.none' });
    return isOpen(opened) ? handle(request, opened) : redirect(RECEIPT);
  };
}

/** A page after sending. */
export function onReceipt(
  handle: (request: IntakeRequest, opened: Opened<SentDraft>) => WebResponse | Promise<WebResponse>,
) {
  return async (request: IntakeRequest): Promise<WebResponse> => {
    const opened = await ownDraft(request);
    return opened === undefined || !isSent(opened) ? redirect(START) : handle(request, opened);
  };
}

const ATTEMPTS = 4;

/**
 * Saves a change. When another window was faster, the change is made to what that one has saved, so that two windows
 * lose nothing of each other.
 *
 * @param change gives undefined when the draft as it stands now must not be changed so
 * @returns the saved draft; `refused` when `change` gave undefined; `gone` when there is no open draft any more
 */
export async function changeDraft(
  { deps, now }: IntakeRequest,
  opened: OpenedDraft,
  change: (draft: OpenDraft) => OpenDraft | undefined,
): Promise<OpenedDraft | 'refused' | 'gone' | 'busy'> {
  let current = opened;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const draft = change(current.draft);
    if (draft === undefined) return 'refused';
    const { key, version } = current;
    const cipher = sealDraft(key, version + 1, draft, deps.random);
    if (await deps.drafts.save(key.id, version, cipher, ttlFrom(now))) {
      return { ...current, version: version + 1, draft };
    }
    const moved = await load(deps, key, now);
    if (moved === undefined || !isOpen(moved)) return 'gone';
    current = moved;
  }
  return 'busy';
}
