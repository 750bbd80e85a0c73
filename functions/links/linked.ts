import { notFound } from '../web/kit/http/respond.ts';
import type { WebRequest, WebResponse } from '../web/kit/http/route.ts';
import { type LinkDeps, type OpenedLink, openRecipientLink } from './linkDeps.ts';

export type LinkRequest = WebRequest<LinkDeps>;

/** `YYYY-MM-DDTHH:MM:SSZ` */
export function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** Opens the link of the request first; whatever is wrong with it looks like an address that does not exist. */
export function linked(
  handle: (request: LinkRequest, token: string, link: OpenedLink) => WebResponse | Promise<WebResponse>,
) {
  return async (request: LinkRequest): Promise<WebResponse> => {
    const token = request.params['token'] ?? '';
    const link = await openRecipientLink(request.deps, token, request.now);
    return link === undefined ? notFound() : handle(request, token, link);
  };
}
