import type { KeptFile } from './kept.ts';
import type { Office, SignedForm, Stop } from './sendQueue.ts';

export interface Session {
  readonly visit: string;
  readonly person: string;
  readonly checklists: readonly string[];
  /** Token of the page; a page kept on the phone can be older than the session. */
  token: string;
}

type Reply = { readonly type: string } & Readonly<Record<string, unknown>>;

const stops: readonly string[] = ['later', 'signed-out', 'other-person', 'gone'] satisfies Stop[];
const later = { type: 'later' } as const;

/** The server over `fetch`. What cannot be read as an answer of ours is no answer: it is tried again. */
export function officeByFetch(session: Session, send: typeof fetch = fetch): Office {
  const base = `/inspections/${session.visit}`;

  async function ask(path: string, init: RequestInit): Promise<Reply | 'forbidden'> {
    try {
      const response = await send(base + path, { ...init, redirect: 'manual', cache: 'no-store' });
      // Whoever has no session is led to sign in.
      if (response.type === 'opaqueredirect') return { type: 'signed-out' };
      if (response.status === 403) return 'forbidden';
      if (response.headers.get('content-type')?.startsWith('application/json') !== true) return later;
      const reply: unknown = await response.json();
      return isReply(reply) ? reply : later;
    } catch {
      return later;
    }
  }

  const form = (fields: Readonly<Record<string, string>>) =>
    new URLSearchParams({ csrfToken: session.token, ...fields });

  /** Sends a form; with a token that has ended it asks for another one, once, and only for the same person. */
  async function post(path: string, fields: Readonly<Record<string, string>>): Promise<Reply> {
    const first = await ask(path, { method: 'POST', body: form(fields) });
    if (first !== 'forbidden') return first;
    const state = await ask('/answers', {});
    if (state === 'forbidden' || state.type !== 'state') return state === 'forbidden' ? later : state;
    if (state['person'] !== session.person) return { type: 'other-person' };
    session.token = String(state['token']);
    const second = await ask(path, { method: 'POST', body: form(fields) });
    return second === 'forbidden' ? later : second;
  }

  const target = ({ purpose, question }: KeptFile) => ({ purpose, question });

  return {
    async answers(batch) {
      const answers = batch.map(({ id, key, value, note, at }) => ({ id, key, value, note, at }));
      const { checklists } = session;
      const reply = await post('/answers', { batch: JSON.stringify({ checklists, answers }) });
      if (reply.type === 'taken')
        return { type: 'taken', stored: list(reply['stored']), refused: list(reply['refused']) };
      return other(reply);
    },
    async form(file) {
      const reply = await post('/evidence/form', target(file));
      if (reply.type !== 'form') return other(reply);
      const { id, url, fields } = reply;
      return { type: 'form', id: String(id), url: String(url), fields: Object(fields) };
    },
    async upload({ url, fields }: SignedForm, { file, name }) {
      const body = new FormData();
      for (const [field, value] of Object.entries(fields)) body.set(field, value);
      // The file store wants it last.
      body.set('file', file, name);
      try {
        return (await send(url, { method: 'POST', body, credentials: 'omit' })).ok;
      } catch {
        return false;
      }
    },
    async take(file, id) {
      const reply = await post('/evidence', { ...target(file), id });
      if (reply.type === 'stored' || reply.type === 'missing') return { type: reply.type };
      return other(reply);
    },
  };
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function list<T extends object>(value: unknown): readonly T[] {
  return Array.isArray(value) ? value : [];
}

/** A refusal, or why nothing can be sent. */
function other(reply: Reply) {
  if (reply.type === 'refused' || reply.type === 'unreadable') {
    return { type: 'refused', why: String(reply['why']) } as const;
  }
  return { type: stops.includes(reply.type) ? (reply.type as Stop) : 'later' } as const;
}
