import { casesOfReceipt, type FollowedCase } from '../../shared/complaint/followed.ts';
import { notFound, page } from '../web/kit/http/respond.ts';
import type { WebRequest, WebResponse } from '../web/kit/http/route.ts';
import { firstValue } from '../web/kit/links.ts';
import { endedPage } from './enterPages.tsx';
import type { FollowDeps } from './followDeps.ts';
import { noReceiptCookie, openReceiptCookie, RECEIPT_COOKIE, receiptCookie } from './receiptCookie.ts';

export type FollowRequest = WebRequest<FollowDeps>;

/** A request of a browser that has shown a receipt. */
export interface Opened {
  readonly request: FollowRequest;
  /** At least one. */
  readonly cases: readonly FollowedCase[];
}

export interface OpenedCase extends Opened {
  readonly followed: FollowedCase;
}

/** Opens the receipt of the browser's cookie, and keeps it open for another half hour. */
export function opened(handle: (opened: Opened) => WebResponse | Promise<WebResponse>) {
  return async (request: FollowRequest): Promise<WebResponse> => {
    const { deps, cookies, now } = request;
    const { cookieKey } = await deps.keys();
    const hash = openReceiptCookie(cookies[RECEIPT_COOKIE], cookieKey, now);
    const cases =
      hash === undefined
        ? []
        : await casesOfReceipt({ cases: deps.complaints.cases, lists: deps.lists }, hash);
    if (hash === undefined || cases.length === 0) return ended(request);
    const response = await handle({ request, cases });
    return { ...response, cookies: [...(response.cookies ?? []), receiptCookie(hash, cookieKey, now)] };
  };
}

/** A case of the receipt; a foreign one and one that never was are one answer. */
export function openedCase(handle: (opened: OpenedCase) => WebResponse | Promise<WebResponse>) {
  return opened((one) => {
    const followed = one.cases.find(({ complaint }) => complaint.id === one.request.params['id']);
    return followed === undefined ? notFound() : handle({ ...one, followed });
  });
}

/** What was being written is shown once more: half an hour is short for a long message. */
function ended({ deps, form }: FollowRequest): WebResponse {
  const yours = firstValue(form, 'message') || firstValue(form, 'reason');
  return page(endedPage(deps.publicityUrl, yours), { status: 403, cookies: [noReceiptCookie()] });
}
