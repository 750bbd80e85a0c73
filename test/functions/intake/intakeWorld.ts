import { createHmac, randomBytes } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { MOST_FORM_BYTES } from '../../../functions/intake/dependencies.ts';
import type { IntakeDeps } from '../../../functions/intake/intakeDeps.ts';
import { intakeRoutes } from '../../../functions/intake/routes.ts';
import { intakeCatalogue } from '../../../functions/intake/words.ts';
import type { ServedAsset } from '../../../functions/web/kit/assets.ts';
import { requestLog } from '../../../functions/web/kit/http/requestLog.ts';
import { createWebHandler } from '../../../functions/web/kit/http/webHandler.ts';
import { dynamoDrafts } from '../../../shared/adapters/dynamoDrafts.ts';
import { dynamoLimits } from '../../../shared/adapters/dynamoLimits.ts';
import type { ListedAgency } from '../../../shared/complaint/form/agencySearch.ts';
import type { ReleaseMail } from '../../../shared/complaint/form/release.ts';
import { sendingCap } from '../../../shared/complaint/form/sendingLimits.ts';
import type { Office } from '../../../shared/notice/office.ts';
import { readChallenge } from '../../../shared/proofOfWork/challenge.ts';
import { solve } from '../../../shared/proofOfWork/solve.ts';
import { fictionalUscc } from '../../../shared/register/uscc.ts';
import { sameKey } from '../../fixtures/appSecrets.ts';
import { complaintWorld, plantedIdentity } from '../../fixtures/complaintWorld.ts';
import { memoryEvidence } from '../../fixtures/memoryEvidence.ts';
import type { Tables } from '../../fixtures/tables.ts';
import { eventOf, headerOf, lambdaContext } from '../web/kit/gateway.ts';

export const listed: readonly ListedAgency[] = [
  {
    listed: true,
    uscc: fictionalUscc(1),
    name: '北京（朝阳）明理专利代理事务所',
    kinds: ['patent'],
    district: 'chaoyang',
  },
  {
    listed: true,
    uscc: fictionalUscc(2),
    name: '北京诚信商标代理有限公司',
    kinds: ['trademark'],
    district: 'haidian',
  },
  ...Array.from(
    { length: 30 },
    (_, i): ListedAgency => ({
      listed: true,
      uscc: fictionalUscc(100 + i),
      name: `北京第${i + 1}知识产权代理有限公司`,
      kinds: ['patent', 'trademark'],
      district: 'haidian',
    }),
  ),
];

const testOffice: Office = {
  name: '北京市知识产权局',
  code: 'BJIPO',
  nameEn: 'Beijing Municipal Intellectual Property Office',
  numberPrefix: '京知抽',
  complaintPrefix: '京知诉',
  penaltyPrefix: '京知罚',
  listingPrefix: '京知名',
  repairPrefix: '京知修',
  contactUnit: '监管处',
  contactPhone: '010-12345678',
  address: '北京市',
};

const bareAssets: readonly ServedAsset[] = ['screen.css', 'print.css', 'script.js', 'witness.js'].map(
  (name) => ({
    path: `/assets/${name.replace('.', '-0000000000000000.')}`,
    contentType: 'text/css',
    hash: '0',
    text: '',
  }),
);

/** The public form on the local tables, at the clock of its complaints. */
export function intakeWorld(
  tables: Tables,
  over: Partial<IntakeDeps> = {},
  site: {
    readonly assets?: readonly ServedAsset[];
    readonly script?: string;
    readonly formActions?: readonly string[];
  } = {},
) {
  const world = complaintWorld(tables);
  const evidence = memoryEvidence();
  const mails: { readonly draft: string; readonly mail: ReleaseMail }[] = [];
  const lines: string[] = [];
  const write = (message: string, fields: object) => lines.push(`${message} ${JSON.stringify(fields)}`);
  const deps: IntakeDeps = {
    drafts: dynamoDrafts(tables.client, 'core'),
    sending: world.deps,
    cap: sendingCap(1000),
    receipts: world.lists,
    agencies: async () => listed,
    quarantine: evidence.store,
    limits: dynamoLimits(tables.client, 'core'),
    hmac: (key, message) => new Uint8Array(createHmac('sha256', key).update(message).digest()),
    secrets: { get: async () => sameKey(new Uint8Array(32).fill(3)) },
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    releases: {
      put: async (draft, mail) => {
        mails.push({ draft, mail });
      },
    },
    kickReleases: async () => {},
    publishKey: async () => {},
    office: testOffice,
    publicUrl: 'https://links.example.cn',
    publicityUrl: 'https://open.example.cn',
    script: site.script ?? '/complain/assets/proof-of-work-0000000000000000.js',
    ...over,
  };
  const handler = createWebHandler({
    routes: intakeRoutes,
    deps,
    site: {
      office: { zh: '北京市知识产权局', en: 'Office' },
      navigation: [],
      assets: site.assets ?? bareAssets,
      catalogue: intakeCatalogue,
      formActions: site.formActions ?? [],
    },
    clock: { now: () => world.deps.now() },
    log: requestLog({ info: write, error: write }),
    maxBodyBytes: MOST_FORM_BYTES,
  });
  return { ...world, deps, handler, evidence, mails, lines };
}

export type IntakeWorld = ReturnType<typeof intakeWorld>;
type Form = Readonly<Record<string, string | readonly string[]>>;

/** A browser without script: cookies, the hidden fields of the page it looks at, redirects one by one. */
export class Visitor {
  readonly #world: Pick<IntakeWorld, 'handler'>;
  readonly cookies = new Map<string, string>();
  sourceIp = '192.0.2.7';
  /** The last page. */
  body = '';
  status = 0;
  location = '';
  last: APIGatewayProxyStructuredResultV2 = {};

  constructor(world: Pick<IntakeWorld, 'handler'>) {
    this.#world = world;
  }

  /** A second window of the same browser. */
  window(): Visitor {
    const other = new Visitor(this.#world);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  async #send(asked: Parameters<typeof eventOf>[0]): Promise<this> {
    const event = eventOf({
      ...asked,
      cookies: [...this.cookies].map(([name, value]) => `${name}=${value}`),
    });
    event.requestContext.http.sourceIp = this.sourceIp;
    this.last = await this.#world.handler(event, lambdaContext);
    for (const cookie of this.last.cookies ?? []) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      if (/Max-Age=0/.test(cookie)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    this.status = this.last.statusCode ?? 0;
    this.body = this.last.body ?? '';
    this.location = headerOf(this.last, 'location') ?? '';
    return this;
  }

  get(path: string): Promise<this> {
    return this.#send({ path });
  }

  raw(path: string, body: string): Promise<this> {
    return this.#send({
      method: 'POST',
      path,
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  /** The value of a hidden field of the page it looks at. */
  hidden(name: string): string {
    return new RegExp(`name="${name}" value="([^"]*)"`).exec(this.body)?.[1] ?? '';
  }

  /** Opens a page, unless told otherwise, fills its form in and sends it. */
  async fill(path: string, form: Form, options: { action?: string; open?: boolean } = {}): Promise<this> {
    if (options.open !== false) await this.get(path);
    const fixed = Object.fromEntries(
      ['csrfToken', 'idempotencyKey', 'shown', 'kinds', 'seen', 'again', 'proofChallenge'].flatMap((name) => {
        const value = this.hidden(name);
        return value === '' ? [] : [[name, value]];
      }),
    );
    return this.#send({ path: options.action ?? path, form: { ...fixed, ...form } });
  }

  /** Follows the redirect of the last answer. */
  follow(): Promise<this> {
    return this.get(this.location);
  }

  /** Opens the check page, does its calculation and sends. */
  async send(options: { open?: boolean } = {}): Promise<this> {
    if (options.open !== false) await this.get('/complain/check');
    const challenge = readChallenge(this.hidden('proofChallenge'));
    const solution = challenge === undefined ? undefined : solve(challenge, 0, 10_000_000);
    return this.fill(
      '/complain/check',
      { proofSolution: String(solution ?? '') },
      { action: '/complain/send', open: false },
    );
  }
}

export const mixedAnswers: readonly (readonly [path: string, form: Form, action?: string])[] = [
  ['/complain', {}],
  ['/complain/before', { told: 'no' }],
  ['/complain/agency', { search: '明理' }],
  ['/complain/agency/choose', { agency: fictionalUscc(1) }],
  ['/complain/standing', { standing: 'consumer' }],
  ['/complain/wish', { wish: 'both' }],
  ['/complain/kind', {}],
  ['/complain/service', { service: 'patent' }],
  ['/complain/conduct', { conducts: ['mismanagement', 'fees-or-quality'] }],
  [
    '/complain/facts',
    {
      facts: '代理机构错过了缴费期限。\n专利申请视为撤回。',
      'knownSince.year': '２０２６',
      'knownSince.month': '8',
      'knownSince.day': '1',
      practitioner: '李某',
    },
  ],
  ['/complain/matter', { applicationNumber: '202310123456.7', contract: '', amountFen: '３，０００．５' }],
  ['/complain/rights', { 'rightsLostOn.year': '', 'rightsLostOn.month': '', 'rightsLostOn.day': '' }],
  ['/complain/request', { request: '退还代理费' }],
  ['/complain/evidence', {}],
  [
    '/complain/identity',
    {
      name: plantedIdentity.name,
      phone: plantedIdentity.phone,
      address: plantedIdentity.address,
      mail: plantedIdentity.mail ?? '',
    },
  ],
  ['/complain/proxy', { acting: 'self' }],
];

/** Fills a whole mixed filing in, or up to a page. */
export async function fillIn(visitor: Visitor, answers = mixedAnswers): Promise<Visitor> {
  for (const [path, form] of answers) {
    await visitor.fill(path, form);
    if (visitor.status !== 303) throw new Error(`${path}: ${visitor.status} ${visitor.body.slice(0, 2000)}`);
  }
  return visitor;
}
