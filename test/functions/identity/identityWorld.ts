import { S3Client } from '@aws-sdk/client-s3';
import { identityApp } from '../../../functions/identity/identityApp.ts';
import type { IdentityDeps } from '../../../functions/identity/identityDeps.ts';
import type { ServedAsset } from '../../../functions/web/kit/assets.ts';
import { requestLog } from '../../../functions/web/kit/http/requestLog.ts';
import type { WebApp } from '../../../functions/web/kit/http/webApp.ts';
import { createWebHandler } from '../../../functions/web/kit/http/webHandler.ts';
import { csrfTokenOf, newSession, sessionCookie } from '../../../shared/access/session.ts';
import type { User } from '../../../shared/access/user.ts';
import { dynamoSessions } from '../../../shared/adapters/dynamoSessions.ts';
import { dynamoUsers } from '../../../shared/adapters/dynamoUsers.ts';
import { personalData } from '../../../shared/adapters/personalData.ts';
import { type ComplaintWorld, complaintWorld } from '../../fixtures/complaintWorld.ts';
import { openVault } from '../../fixtures/localVault.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { type Answer, type Form, type SignedIn, testUser } from '../console/consoleWorld.ts';
import { eventOf, headerOf, lambdaContext } from '../web/kit/gateway.ts';

export const staff = {
  supervisor: testUser('supervisor', ['supervisor']),
  other: testUser('other', ['supervisor']),
  approver: testUser('approver', ['approver']),
  both: testUser('both', ['supervisor', 'approver']),
  auditor: testUser('auditor', ['auditor']),
} as const;

export interface IdentityWorld {
  readonly tables: Tables;
  /** The commands of the desk on the same tables, at the same clock. */
  readonly complaints: ComplaintWorld;
  readonly app: WebApp<IdentityDeps>;
  /** Keys of the evidence store. */
  readonly files: Set<string>;
  /** Everything that was logged, as it was written. */
  readonly log: string[];
  /** Every page that was answered, with its address. */
  readonly pages: { readonly path: string; readonly body: string; readonly headers: string }[];
  get(path: string, who?: SignedIn): Promise<Answer>;
  post(path: string, who: SignedIn, form: Form): Promise<Answer>;
  signIn(user: User): Promise<SignedIn>;
  close(): Promise<void>;
}

const assets: readonly ServedAsset[] = ['screen-0.css', 'print-0.css', 'script-0.js', 'witness-0.js'].map(
  (name) => ({ path: `/assets/${name}`, contentType: 'text/plain', hash: '0'.repeat(64), text: '' }),
);

/** The pages that reach the vault, on the real local database with real encryption; evidence is a set of keys. */
export async function openIdentity(
  over: { readonly assets?: readonly ServedAsset[]; readonly now?: string } = {},
): Promise<IdentityWorld> {
  const tables = await openTables();
  const vault = await openVault(tables);
  const complaints = complaintWorld(tables, over.now, { sealer: vault.identities });
  const files = new Set<string>();
  const log: string[] = [];
  const pages: { path: string; body: string; headers: string }[] = [];
  const users = dynamoUsers(tables.client, 'core');
  const sessions = dynamoSessions(tables.client, 'core');
  const erased = personalData({ client: tables.client, vault: 'vault', s3: new S3Client(), evidence: '' });
  const faults: unknown[] = [];
  const app = identityApp({
    deps: {
      complaints: {
        ...complaints.deps,
        identities: vault.identities,
        personalData: { ...erased, eraseFile: async (key) => void files.delete(key) },
      },
      lists: complaints.lists,
    },
    users,
    sessions,
    office: { name: '北京市知识产权局（示例）', nameEn: 'Beijing IP Office (example)' },
    assets: over.assets ?? assets,
    log: requestLog({
      info: (message, fields) => void log.push(JSON.stringify({ message, ...fields })),
      error: (message, fields) => {
        faults.push(fields);
        log.push(JSON.stringify({ message, ...fields }));
      },
    }),
  });
  const handler = createWebHandler(app);
  const ask = async (asked: Parameters<typeof eventOf>[0]): Promise<Answer> => {
    const wire = await handler(eventOf(asked), lambdaContext);
    if (wire.statusCode === 500) throw new Error(`${asked.path}: ${JSON.stringify(faults.at(-1))}`);
    const body = wire.body ?? '';
    pages.push({ path: asked.path, body, headers: JSON.stringify([wire.headers, wire.cookies]) });
    return { status: wire.statusCode ?? 0, body, location: headerOf(wire, 'location'), wire };
  };
  const cookies = (who: SignedIn | undefined) => (who === undefined ? [] : [`${sessionCookie}=${who.token}`]);
  return {
    tables,
    complaints,
    app,
    files,
    log,
    pages,
    get: (path, who) => ask({ path, cookies: cookies(who) }),
    post: (path, who, form) =>
      ask({
        path,
        cookies: cookies(who),
        form: { csrfToken: csrfTokenOf(who.token), idempotencyKey: 'test-idempotency-key', ...form },
      }),
    signIn: async (user) => {
      if ((await users.get(user.iss, user.sub)) === undefined) await users.put(user, 0);
      const { token, session } = newSession(user, complaints.deps.now());
      await sessions.create(session);
      return { user, token };
    },
    async close() {
      await vault.close();
      await tables.close();
    },
  };
}
