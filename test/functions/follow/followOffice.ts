import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { followCatalogue, followDeps } from '../../../functions/follow/dependencies.ts';
import { followRoutes } from '../../../functions/follow/followRoutes.tsx';
import type { ServedAsset } from '../../../functions/web/kit/assets.ts';
import { requestLog } from '../../../functions/web/kit/http/requestLog.ts';
import { createWebHandler } from '../../../functions/web/kit/http/webHandler.ts';
import { signLink } from '../../../shared/access/signedLink.ts';
import { dynamoComplaintPapers } from '../../../shared/adapters/dynamoComplaintPapers.ts';
import { dynamoLimits } from '../../../shared/adapters/dynamoLimits.ts';
import type { LostRequest } from '../../../shared/complaint/lostCode.ts';
import { mailConfirmationClaim } from '../../../shared/complaint/mailConfirmation.ts';
import type { Filing } from '../../../shared/complaint/openCases.ts';
import { newReceiptCode, receiptHash } from '../../../shared/complaint/receiptCode.ts';
import { sendFiling } from '../../../shared/complaint/sendFiling.ts';
import { sameKey } from '../../fixtures/appSecrets.ts';
import { complaintWorld, testFiling } from '../../fixtures/complaintWorld.ts';
import { memoryEvidence } from '../../fixtures/memoryEvidence.ts';
import type { Tables } from '../../fixtures/tables.ts';
import { eventOf, headerOf, lambdaContext } from '../web/kit/gateway.ts';

const key = new Uint8Array(32).fill(5);
const assets = ['screen', 'print', 'script', 'witness'].map((name) => ({
  path: `/assets/${name}-0000000000000000.${name.endsWith('t') && name !== 'print' ? 'js' : 'css'}`,
  contentType: 'text/css',
  hash: '0',
  text: '',
}));

/** The pages of the receipts over the real local tables, with a clock of its own. */
export function followOffice(tables: Tables, served: readonly ServedAsset[] = assets) {
  const world = complaintWorld(tables);
  const evidence = memoryEvidence();
  const asked: LostRequest[] = [];
  const lines: string[] = [];
  /** Keys read from the core table, in order. */
  const loaded: string[] = [];
  const write = (message: string, fields: object) => void lines.push(`${message} ${JSON.stringify(fields)}`);
  const now = () => world.deps.now();
  const { cases } = world.deps;
  const deps = followDeps({
    complaints: {
      ...world.deps,
      cases: {
        commit: (commit) => cases.commit(commit),
        chain: (id) => cases.chain(id),
        load: (id) => {
          loaded.push(id);
          return cases.load(id);
        },
      },
    },
    lists: {
      messages: (id) => world.lists.messages(id),
      ofReceipt: (hash) => {
        loaded.push('receipt');
        return world.lists.ofReceipt(hash);
      },
    },
    papers: dynamoComplaintPapers(tables.client, 'core'),
    evidence: evidence.store,
    secrets: { get: async () => sameKey(key) },
    limits: dynamoLimits(tables.client, 'core'),
    lost: {
      async put(request) {
        asked.push(request);
        return true;
      },
    },
    publicUrl: 'https://open.example.cn',
    publicityUrl: 'https://site.example.cn',
    office: {
      name: '北京市知识产权局',
      code: 'BJIPO',
      nameEn: 'Beijing Municipal IP Office',
      numberPrefix: '京知',
      complaintPrefix: '京知诉',
      penaltyPrefix: '京知罚',
      listingPrefix: '京知名',
      repairPrefix: '京知修',
      contactUnit: '监管处',
      contactPhone: '010-12345678',
      address: '北京市通州区',
    },
  });
  const handler = createWebHandler({
    routes: followRoutes,
    deps,
    site: {
      office: { zh: '北京市知识产权局', en: 'Beijing Municipal IP Office' },
      navigation: [],
      assets: served,
      catalogue: followCatalogue,
      formActions: ['https://files.example'],
    },
    clock: { now },
    log: requestLog({ info: write, error: write }),
  });
  const hmac = (message: Uint8Array) => new Uint8Array(createHmac('sha256', key).update(message).digest());

  /** A browser: its cookies, and where it was led. */
  const browser = (address = '192.0.2.7') => {
    const jar = new Map<string, string>();
    const send = async (asked2: Parameters<typeof eventOf>[0]) => {
      const event = eventOf({ ...asked2, cookies: [...jar].map(([name, value]) => `${name}=${value}`) });
      event.requestContext.http.sourceIp = address;
      const response = await handler(event, lambdaContext);
      for (const cookie of response.cookies ?? []) {
        const [pair = '', ...rest] = cookie.split('; ');
        const [name = '', value = ''] = pair.split('=');
        if (rest.includes('Max-Age=0')) jar.delete(name);
        else jar.set(name, value);
      }
      return response;
    };
    const get = (path: string) => send({ path });
    const post = async (path: string, form: Readonly<Record<string, string>> = {}, from = '/follow') => {
      const opened = await get(from);
      const csrfToken = /name="csrfToken" value="([^"]*)"/.exec(opened.body ?? '')?.[1] ?? '';
      return send({ path, form: { csrfToken, idempotencyKey: randomUUID(), ...form } });
    };
    return {
      jar,
      get,
      post,
      enter: (code: string) => post('/follow', { code }),
    };
  };

  let networks = 0;
  /** A browser in a network of its own, so that no test uses up the tries of another. */
  const visitor = () => {
    networks += 1;
    return browser(`10.0.${networks}.1`);
  };

  /** Sends a filing; its code and the ids of its cases. */
  const send = async (filing: Filing) => {
    const code = newReceiptCode((bytes) => randomBytes(bytes));
    const sent = await sendFiling(world.deps, filing, receiptHash(key, code), []);
    if (!sent.ok) throw new Error(JSON.stringify(sent.problems));
    return { code, ids: filing.ids, cases: sent.value };
  };

  return {
    world,
    deps,
    handler,
    visitor,
    /** A browser that has shown the receipt. */
    async entered(code: string) {
      const shown = visitor();
      const answer = await shown.enter(code);
      if (headerOf(answer, 'location') !== '/follow/cases')
        throw new Error(`${answer.statusCode}: ${answer.body}`);
      return shown;
    },
    evidence,
    asked,
    lines,
    loaded,
    browser,
    /** Files something; its code and the ids of its cases. */
    file: (over: Partial<Filing> = {}) => send(testFiling(over)),
    send,
    confirmationToken: (id: string) => signLink(mailConfirmationClaim(id, now()), hmac),
    otherToken: (id: string) => signLink({ purpose: 'recipient', subject: id, expires: 4_000_000_000 }, hmac),
  };
}

export type FollowOffice = ReturnType<typeof followOffice>;
