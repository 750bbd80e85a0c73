import type { VNode } from 'preact';
import type { Role } from '../../../../shared/access/roles.ts';
import type { Session } from '../../../../shared/access/session.ts';
import type { User } from '../../../../shared/access/user.ts';
import type { Lang, MessageParams } from '../../../../shared/messages/message.ts';
import type { Values } from '../context.tsx';

/** What a handler is given. Nothing in `query`, `form`, `params` or `cookies` has been checked. */
export interface WebRequest<Deps> {
  readonly method: 'GET' | 'POST' | 'HEAD';
  readonly path: string;
  /** The `{name}` parts of the route's path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Values;
  /** The urlencoded body of a POST; read it with `readForm`. Empty for GET. */
  readonly form: Values;
  readonly cookies: Readonly<Record<string, string>>;
  readonly lang: Lang;
  readonly session?: Session | undefined;
  readonly user?: User | undefined;
  readonly deps: Deps;
  readonly requestId: string;
  readonly now: Date;
  /** Address of the caller as the gateway saw it. For rate limits; never logged, never stored. */
  readonly sourceIp: string;
  /** One header by its lower-case name. */
  header(name: string): string | undefined;
}

export interface SignedInRequest<Deps> extends WebRequest<Deps> {
  readonly session: Session;
  readonly user: User;
}

interface RouteBase {
  readonly method: 'GET' | 'POST';
  /** Such as `/plans/{year}`; a part in braces matches one path segment. HEAD is served where GET is. */
  readonly path: string;
  /** POST is refused without the token of `Form`. False only where the caller is no browser form. */
  readonly csrf?: boolean;
}

export interface PublicRoute<Deps> extends RouteBase {
  /** Open to everybody; a session is loaded when there is one. */
  readonly access: 'public';
  handle(request: WebRequest<Deps>): WebResponse | Promise<WebResponse>;
}

export interface StaffRoute<Deps> extends RouteBase {
  /** Who may come here. Checked before the handler, which therefore always has a user. */
  readonly access: readonly Role[];
  handle(request: SignedInRequest<Deps>): WebResponse | Promise<WebResponse>;
}

export type Route<Deps> = PublicRoute<Deps> | StaffRoute<Deps>;

/** A page for people with one of the roles; written through this function, `handle` knows its request. */
export function staffRoute<Deps>(route: StaffRoute<Deps>): StaffRoute<Deps> {
  return route;
}

/** A page for everybody. */
export function publicRoute<Deps>(route: Omit<PublicRoute<Deps>, 'access'>): PublicRoute<Deps> {
  return { ...route, access: 'public', handle: (request) => route.handle(request) };
}

export type ProblemStatus = 400 | 403 | 404 | 405 | 409 | 413 | 415 | 429 | 500 | 503;

interface ResponseBase {
  /** Whole `Set-Cookie` values. */
  readonly cookies?: readonly string[];
}

export type WebResponse = ResponseBase &
  (
    | {
        readonly kind: 'page';
        readonly status: number;
        readonly node: VNode;
        /** Seconds after which it may be tried again, on a page that says so in its own words. */
        readonly retryAfter?: number | undefined;
      }
    | {
        readonly kind: 'redirect';
        readonly location: string;
        readonly notice?: { readonly code: string; readonly params?: MessageParams } | undefined;
      }
    | {
        readonly kind: 'bytes';
        readonly status: number;
        readonly contentType: string;
        readonly body: string | Uint8Array;
        /** Offered for saving under this name. */
        readonly filename?: string | undefined;
        /** Immutable content under a name with its hash; everything else is never stored. */
        readonly immutable?: boolean | undefined;
      }
    | {
        readonly kind: 'problem';
        readonly status: ProblemStatus;
        readonly reason?: 'csrf' | undefined;
        /** Who may do it, for 403. */
        readonly roles?: readonly Role[] | undefined;
        /** Where the current state is shown, for 409. */
        readonly see?: string | undefined;
        /** Seconds after which it may be tried again, for 429 and 503; a minute unless told. */
        readonly retryAfter?: number | undefined;
        /** The methods that the address knows, for 405. */
        readonly allow?: readonly string[] | undefined;
      }
  );
