import type { SessionStore } from '../../../../shared/access/session.ts';
import type { User, UserStore } from '../../../../shared/access/user.ts';
import type { Lang, Message } from '../../../../shared/messages/message.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { ServedAsset } from '../assets.ts';
import type { DueItem, NavItem } from '../context.tsx';
import type { RequestLog } from './requestLog.ts';
import type { Route } from './route.ts';
import type { PolicyAdditions } from './securityHeaders.ts';

/** What all pages of one function have in common, and what their security policy allows besides this site. */
export interface Site extends PolicyAdditions {
  /** Name of the office, in both languages. */
  readonly office: Message;
  readonly navigation: readonly NavItem[];
  /** Served by this function, and linked to unless told otherwise. */
  readonly assets: readonly ServedAsset[];
  /** What the pages link to, when another function of the same origin serves it. */
  readonly linkedAssets?: readonly Pick<ServedAsset, 'path'>[];
  /** The catalogue whose codes the function's problems and notices use. */
  readonly catalogue: {
    problemText(lang: Lang, problem: Problem): string;
    has(code: string): boolean;
  };
  /** Where a person without a session is sent. */
  readonly signInPath?: string;
}

/** Everything `createWebHandler` needs. Tests pass literals, `dependencies.ts` builds the real ones once. */
export interface WebApp<Deps> {
  readonly routes: readonly Route<Deps>[];
  /** Given to every handler. */
  readonly deps: Deps;
  readonly site: Site;
  /** Where people and sessions are kept; left out by a function without sign-in. */
  readonly people?: { readonly users: UserStore; readonly sessions: SessionStore } | undefined;
  readonly clock: { now(): Date };
  readonly log: RequestLog;
  /** What is waiting for the signed-in person, for the box on top of every page. */
  readonly due?: (person: {
    readonly user: User;
    readonly lang: Lang;
    readonly deps: Deps;
    readonly now: Date;
  }) => Promise<readonly DueItem[]>;
  /** Bytes of a form body; 64 KB unless told. Files never come this way. */
  readonly maxBodyBytes?: number;
}
