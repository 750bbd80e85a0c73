import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { assetLinks } from '../assets.ts';
import type { DueItem, PageContext } from '../context.tsx';
import { renderDocument } from '../document.tsx';
import { setCookie } from './cookies.ts';
import { ProblemView } from './problemView.tsx';
import { csrfTokenFor, noticeCookie, noticeOf, noticeValue, type RequestState } from './requestState.ts';
import type { WebResponse } from './route.ts';
import type { WebApp } from './webApp.ts';

type Wire = APIGatewayProxyStructuredResultV2;

const htmlType = 'text/html; charset=utf-8';

function pageContext<Deps>(
  app: WebApp<Deps>,
  state: RequestState,
  due: readonly DueItem[] | undefined,
): PageContext {
  const { lang } = state;
  const left = noticeOf(state.cookies[noticeCookie]);
  if (left !== undefined) state.setCookies.push(setCookie(noticeCookie, '', 0));
  return {
    lang,
    method: state.method,
    path: state.path,
    query: state.query,
    office: app.site.office,
    assets: assetLinks(app.site.linkedAssets ?? app.site.assets),
    navigation: app.site.navigation,
    due,
    user: state.user === undefined ? undefined : { name: state.user.name, roles: state.user.roles },
    notice:
      left !== undefined && app.site.catalogue.has(left.code)
        ? app.site.catalogue.problemText(lang, left)
        : undefined,
    problemText: (problem) => app.site.catalogue.problemText(lang, problem),
    csrfToken: csrfTokenFor(state),
    newKey: randomUUID,
  };
}

async function dueOf<Deps>(app: WebApp<Deps>, state: RequestState): Promise<readonly DueItem[] | undefined> {
  if (app.due === undefined || state.user === undefined) return undefined;
  return app.due({ user: state.user, lang: state.lang, deps: app.deps, now: app.clock.now() });
}

function problemNode(state: RequestState, response: WebResponse & { kind: 'problem' }) {
  return (
    <ProblemView
      status={response.status}
      reason={response.reason}
      roles={response.roles}
      see={response.see}
      requestId={state.requestId}
    />
  );
}

/** Turns what a handler answered into payload format 2.0. */
export async function toWire<Deps>(
  app: WebApp<Deps>,
  state: RequestState,
  response: WebResponse,
): Promise<Wire> {
  const wire = await bodyOf(app, state, response);
  const cookies = [...state.setCookies, ...(response.cookies ?? [])];
  return cookies.length === 0 ? wire : { ...wire, cookies };
}

async function bodyOf<Deps>(app: WebApp<Deps>, state: RequestState, response: WebResponse): Promise<Wire> {
  switch (response.kind) {
    case 'page':
      return {
        statusCode: response.status,
        headers: {
          'Content-Type': htmlType,
          'Cache-Control': 'no-store',
          ...(response.retryAfter === undefined ? {} : { 'Retry-After': String(response.retryAfter) }),
        },
        body: renderDocument(response.node, pageContext(app, state, await dueOf(app, state))),
      };
    case 'problem':
      return {
        statusCode: response.status,
        headers: {
          'Content-Type': htmlType,
          'Cache-Control': 'no-store',
          ...(response.status === 429 || response.status === 503
            ? { 'Retry-After': String(response.retryAfter ?? 60) }
            : {}),
          ...(response.allow === undefined ? {} : { Allow: response.allow.join(', ') }),
        },
        // Without the due box: what fails must not depend on further reads.
        body: renderDocument(problemNode(state, response), pageContext(app, state, undefined)),
      };
    case 'redirect':
      if (response.notice !== undefined) {
        state.setCookies.push(setCookie(noticeCookie, noticeValue(response.notice), 300));
      }
      return {
        statusCode: 303,
        headers: { Location: response.location, 'Cache-Control': 'no-store' },
        body: '',
      };
    case 'bytes':
      return {
        statusCode: response.status,
        headers: {
          'Content-Type': response.contentType,
          'Cache-Control': response.immutable === true ? 'public, max-age=31536000, immutable' : 'no-store',
          ...(response.filename === undefined
            ? {}
            : { 'Content-Disposition': attachment(response.filename) }),
        },
        ...(typeof response.body === 'string'
          ? { body: response.body }
          : { body: Buffer.from(response.body).toString('base64'), isBase64Encoded: true }),
      };
  }
}

/** RFC 6266: an ASCII name for old browsers, the real one in UTF-8. */
function attachment(name: string): string {
  const ascii = name.replaceAll(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
