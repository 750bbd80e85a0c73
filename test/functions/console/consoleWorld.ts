import { createHash, createHmac } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type ConsoleParts, consoleApp } from '../../../functions/console/consoleApp.ts';
import type { ConsoleDeps } from '../../../functions/web/console/consoleDeps.ts';
import { requestLog } from '../../../functions/web/kit/http/requestLog.ts';
import { createWebHandler } from '../../../functions/web/kit/http/webHandler.ts';
import type { Role } from '../../../shared/access/roles.ts';
import { csrfTokenOf, newSession, sessionCookie } from '../../../shared/access/session.ts';
import type { User } from '../../../shared/access/user.ts';
import { dynamoCasePapers } from '../../../shared/adapters/dynamoCasePapers.ts';
import { dynamoComplaintPapers } from '../../../shared/adapters/dynamoComplaintPapers.ts';
import { DynamoComplaints } from '../../../shared/adapters/dynamoComplaints.ts';
import { DynamoDrawDesk } from '../../../shared/adapters/dynamoDrawDesk.ts';
import { DynamoHolidays } from '../../../shared/adapters/dynamoHolidays.ts';
import { DynamoImports } from '../../../shared/adapters/dynamoImports.ts';
import { DynamoInspections } from '../../../shared/adapters/dynamoInspections.ts';
import { DynamoNotices } from '../../../shared/adapters/dynamoNotices.ts';
import { DynamoPenalties } from '../../../shared/adapters/dynamoPenalties.ts';
import { DynamoPlans } from '../../../shared/adapters/dynamoPlans.ts';
import { DynamoRegister } from '../../../shared/adapters/dynamoRegister.ts';
import { dynamoSessions } from '../../../shared/adapters/dynamoSessions.ts';
import { DynamoTargetedOrders } from '../../../shared/adapters/dynamoTargetedOrders.ts';
import { dynamoUsers, userRow } from '../../../shared/adapters/dynamoUsers.ts';
import { loadedCalendar } from '../../../shared/adapters/loadedCalendar.ts';
import { nodeSuites } from '../../../shared/adapters/nodeHash.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import type { Agency } from '../../../shared/register/agency.ts';
import type { Uploads } from '../../../shared/register/commands/importPorts.ts';
import { MOST_BYTES } from '../../../shared/register/commands/importPorts.ts';
import type { InspectionItem } from '../../../shared/register/inspectionItem.ts';
import type { Inspector } from '../../../shared/register/inspector.ts';
import { fictionalUscc } from '../../../shared/register/uscc.ts';
import { digestSealer } from '../../fixtures/complaintWorld.ts';
import { countingKick, type KickCounts } from '../../fixtures/inspectionKick.ts';
import { type MemoryEvidence, memoryEvidence } from '../../fixtures/memoryEvidence.ts';
import { testQuestions } from '../../fixtures/questions.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { eventOf, headerOf, lambdaContext } from '../web/kit/gateway.ts';

/** Everything a console needs, on the real local database; files stay in memory. */
export interface ConsoleWorld {
  readonly tables: Tables;
  readonly deps: ConsoleDeps;
  readonly clock: { now: number };
  readonly files: Map<string, Uint8Array>;
  readonly evidence: MemoryEvidence;
  readonly kicks: KickCounts & { imports: string[] };
  readonly app: ReturnType<typeof consoleApp>;
  get(path: string, who?: SignedIn): Promise<Answer>;
  post(path: string, who: SignedIn | undefined, form: Form, csrf?: string): Promise<Answer>;
  signIn(user: User): Promise<SignedIn>;
  close(): Promise<unknown>;
}

export type Form = Readonly<Record<string, string | readonly string[]>>;

export interface SignedIn {
  readonly user: User;
  readonly token: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly location: string | undefined;
  readonly wire: APIGatewayProxyStructuredResultV2;
}

const issuer = 'https://id.example';

export function testUser(name: string, roles: readonly Role[], more: Partial<User> = {}): User {
  return { userId: `u-${name}`, iss: issuer, sub: name, name, roles, version: 1, ...more };
}

/** One person for each role, and a second supervisor whose session is not the first one's. */
export const staff = {
  supervisor: testUser('supervisor', ['supervisor']),
  other: testUser('other', ['supervisor']),
  approver: testUser('approver', ['approver']),
  official: testUser('official', ['official']),
  official2: testUser('official2', ['official']),
  notary: testUser('notary', ['notary']),
  inspector: testUser('inspector', ['inspector'], { inspectorId: 'P001' }),
  legalReviewer: testUser('legalReviewer', ['legalReviewer']),
  auditor: testUser('auditor', ['auditor']),
  administrator: testUser('administrator', ['administrator']),
} as const;

export function agency(n: number, more: Partial<Agency> = {}): Agency {
  return {
    uscc: fictionalUscc(n),
    name: `第${n}专利代理事务所`,
    kinds: ['patent'],
    district: n % 2 === 0 ? 'haidian' : 'chaoyang',
    address: '北京市海淀区学院路1号',
    legalRepresentative: '张三',
    phone: '010-12345678',
    email: `agency${n}@example.cn`,
    status: 'active',
    riskClass: 'B',
    listing: 'none',
    ...more,
  };
}

export function inspector(n: number, more: Partial<Inspector> = {}): Inspector {
  return {
    id: `P${String(n).padStart(3, '0')}`,
    name: `检查员${n}`,
    certificateNo: `11000${n}`,
    certificateValidTo: localDate('2028-12-31'),
    unit: '执法监督处',
    district: 'municipal',
    quals: n % 2 === 0 ? ['lead', 'patent'] : ['lead', 'patent', 'trademark'],
    cap: 6,
    email: `p${n}@example.cn`,
    status: 'active',
    ...more,
  };
}

export function item(code: string, more: Partial<InspectionItem> = {}): InspectionItem {
  return {
    code,
    version: 1,
    name: `事项${code}`,
    legalBasis: '专利代理管理办法第四十一条',
    kinds: ['patent', 'trademark'],
    method: 'onsite',
    announced: true,
    questions: [...testQuestions],
    status: 'draft',
    validFrom: localDate('2026-01-01'),
    ...more,
  };
}

export const asActor = (user: User): Actor => ({ userId: user.userId, name: user.name, roles: user.roles });

function memoryUploads(files: Map<string, Uint8Array>): Uploads {
  return {
    form: async (key, redirect) => ({
      url: 'https://files.example/uploads',
      fields: { key, success_action_redirect: redirect },
      maxBytes: MOST_BYTES,
    }),
    read: async (key, maxBytes) => {
      const bytes = files.get(key);
      return bytes !== undefined && bytes.length > maxBytes ? 'too_large' : bytes;
    },
    write: async (key, bytes) => void files.set(key, bytes),
  };
}

const assets = ['screen-0.css', 'print-0.css', 'script-0.js', 'witness-0.js'].map((name) => ({
  path: `/assets/${name}`,
  contentType: 'text/plain',
  hash: '0'.repeat(64),
  text: '',
}));

const noScript = { contentType: 'text/javascript', hash: '0'.repeat(64), text: '' };
const noScripts = {
  page: { ...noScript, path: '/assets/visit-0.js' },
  worker: { ...noScript, path: '/assets/visit-worker-0.js' },
};

/** Opens the console. `now` is the instant that every command sees. */
export async function openConsole(
  over: Partial<Pick<ConsoleParts, 'assets' | 'visitScripts'>> & { now?: string } = {},
): Promise<ConsoleWorld> {
  const tables = await openTables();
  const clock = { now: Date.parse(over.now ?? '2026-11-23T02:00:00Z') };
  const files = new Map<string, Uint8Array>();
  const evidence = memoryEvidence();
  const key = new Uint8Array(createHash('sha256').update('audit').digest());
  const { client, store } = tables;
  const calendar = loadedCalendar(client, 'core', () => clock.now);
  const { kick, counts } = countingKick();
  const kicks = Object.assign(counts, { imports: [] as string[] });
  const deps: ConsoleDeps = {
    draws: {
      cases: store,
      desk: new DynamoDrawDesk(client, 'core'),
      kick,
      auditKey: async () => key,
      now: () => new Date(clock.now),
    },
    drawFiles: { get: async (name) => files.get(name) },
    plans: new DynamoPlans(client, 'core', store),
    register: new DynamoRegister(client, 'core'),
    imports: new DynamoImports(client, 'core', store),
    notices: new DynamoNotices(client, 'core'),
    complaintPapers: dynamoComplaintPapers(client, 'core'),
    penaltyPapers: dynamoCasePapers(client, 'core', 'PN#'),
    inspections: {
      cases: store,
      kick,
      calendar,
      auditKey: async () => key,
      now: () => new Date(clock.now),
    },
    inspectionLists: new DynamoInspections(client, 'core'),
    complaints: {
      cases: store,
      kick: { ...kick, files: async () => {} },
      calendar,
      auditKey: async () => key,
      now: () => new Date(clock.now),
    },
    complaintLists: new DynamoComplaints(client, 'core'),
    penalties: {
      cases: store,
      kick: { ...kick, credit: async () => {}, leads: async () => {} },
      calendar,
      auditKey: async () => key,
      now: () => new Date(clock.now),
    },
    penaltyLists: new DynamoPenalties(client, 'core'),
    numberDesk: new DynamoDrawDesk(client, 'core'),
    identitySealer: digestSealer,
    receiptPepper: async () => key,
    publicUrl: 'https://agency.example',
    linkHmac: async () => (message) => new Uint8Array(createHmac('sha256', key).update(message).digest()),
    visitScript: (over.visitScripts ?? noScripts).page.path,
    targetedOrders: new DynamoTargetedOrders(client, 'core', store),
    users: dynamoUsers(client, 'core'),
    userRow,
    uploads: memoryUploads(files),
    evidence: evidence.store,
    wakeImport: async (id) => void kicks.imports.push(id),
    holidays: new DynamoHolidays(client, 'core'),
    calendar,
    office: {
      name: '北京市知识产权局（示例）',
      nameEn: 'Beijing IP Office (example)',
      code: 'BJIPO',
      numberPrefix: '京知抽',
      complaintPrefix: '京知诉',
      penaltyPrefix: '京知罚',
      contactUnit: '执法监督处',
      contactPhone: '010-12345678',
      address: '北京市西城区某街1号',
    },
    consoleUrl: 'https://console.example',
    publicityUrl: 'https://public.example',
    suite: nodeSuites('sha256'),
  };
  const sessions = dynamoSessions(client, 'core');
  const faults: unknown[] = [];
  const app = consoleApp({
    deps,
    sessions,
    assets: over.assets ?? assets,
    visitScripts: over.visitScripts ?? noScripts,
    log: requestLog({ info: () => undefined, error: (_, fields) => void faults.push(fields) }),
    uploadOrigin: 'https://files.example',
  });
  const handler = createWebHandler(app);
  const ask = async (asked: Parameters<typeof eventOf>[0]): Promise<Answer> => {
    const wire = await handler(eventOf(asked), lambdaContext);
    if (wire.statusCode === 500) throw new Error(`${asked.path}: ${JSON.stringify(faults.at(-1))}`);
    return {
      status: wire.statusCode ?? 0,
      body: wire.body ?? '',
      location: headerOf(wire, 'location'),
      wire,
    };
  };
  const cookies = (who: SignedIn | undefined) => (who === undefined ? [] : [`${sessionCookie}=${who.token}`]);
  return {
    tables,
    deps,
    clock,
    files,
    evidence,
    kicks,
    app,
    get: (path, who) => ask({ path, cookies: cookies(who) }),
    post: (path, who, form, csrf) =>
      ask({
        path,
        cookies: cookies(who),
        form: {
          csrfToken: csrf ?? csrfTokenOf(who?.token ?? ''),
          idempotencyKey: 'test-idempotency-key',
          ...form,
        },
      }),
    signIn: async (user) => {
      if ((await deps.users.get(user.iss, user.sub)) === undefined) await deps.users.put(user, 0);
      const { token, session } = newSession(user, new Date(clock.now));
      await sessions.create(session);
      return { user, token };
    },
    close: () => tables.close(),
  };
}

/** The text of a page between its tags, for assertions on words. */
export function wordsOf(html: string): string {
  return html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

/** The message beside one field of a form, '' when there is none. */
export function errorBeside(html: string, field: string): string {
  const id = `f-${field.replaceAll(/[^\w-]/g, '-')}-error`;
  const match = new RegExp(`id="${id}"[^>]*>([\\s\\S]*?)</p>`).exec(html);
  return wordsOf(match?.[1] ?? '').trim();
}

/** The value of a hidden entry of a form. */
export function hiddenValue(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}
