import { createHmac, randomUUID } from 'node:crypto';
import { linkCatalogue, linkDeps } from '../../../../functions/links/dependencies.ts';
import { linkRoutes } from '../../../../functions/links/linkRoutes.tsx';
import type { ServedAsset } from '../../../../functions/web/kit/assets.ts';
import { requestLog } from '../../../../functions/web/kit/http/requestLog.ts';
import { createWebHandler } from '../../../../functions/web/kit/http/webHandler.ts';
import { type LinkClaim, signLink } from '../../../../shared/access/signedLink.ts';
import { DynamoInspections } from '../../../../shared/adapters/dynamoInspections.ts';
import { dynamoLimits } from '../../../../shared/adapters/dynamoLimits.ts';
import { dynamoOwnRowRequests } from '../../../../shared/adapters/dynamoOwnRowRequests.ts';
import { DynamoPlans } from '../../../../shared/adapters/dynamoPlans.ts';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { type Actor, SYSTEM } from '../../../../shared/draw/ceremony/decision.ts';
import { readChecklist } from '../../../../shared/inspection/checklist.ts';
import {
  type DecideInspection,
  giveInspection,
  type InspectionActor,
  inspectionCommit,
} from '../../../../shared/inspection/command.ts';
import {
  type InspectionCase,
  type InspectionStatus,
  members,
} from '../../../../shared/inspection/inspectionCase.ts';
import { inspectionCaseId } from '../../../../shared/inspection/inspectionRows.ts';
import { publishResult } from '../../../../shared/inspection/publishing.ts';
import { arrive } from '../../../../shared/inspection/record.ts';
import { approve } from '../../../../shared/inspection/reviewing.ts';
import { sign, signAgency, submit } from '../../../../shared/inspection/submitting.ts';
import type { InspectionCommand } from '../../../../shared/inspection/transitions.ts';
import { visitCheckClaim } from '../../../../shared/inspection/visitCheck.ts';
import { setResults } from '../../../../shared/inspection/visitResults.ts';
import { recipientSubject } from '../../../../shared/notice/recipientLink.ts';
import { sameKey } from '../../../fixtures/appSecrets.ts';
import { drawWorld, testItem, type WorldOptions } from '../../../fixtures/drawWorld.ts';
import { countingKick } from '../../../fixtures/inspectionKick.ts';
import { linkPenalties } from '../../../fixtures/linkPenalties.ts';
import { memoryEvidence } from '../../../fixtures/memoryEvidence.ts';
import { repairWorld } from '../../../fixtures/repairWorld.ts';
import type { Tables } from '../../../fixtures/tables.ts';
import { drawTo } from '../../publicity-worker/siteWorld.ts';
import { eventOf, lambdaContext } from '../../web/kit/gateway.ts';

const linkKey = new Uint8Array(32).fill(5);
const assets = ['screen', 'print', 'script', 'witness'].map((name) => ({
  path: `/assets/${name}-0000000000000000.${name.endsWith('t') && name !== 'print' ? 'js' : 'css'}`,
  contentType: 'text/css',
  hash: '0',
  text: '',
}));
const reviewer: Actor = { userId: 'u-review', name: '李审核', roles: ['supervisor'] };

/** An item without questions, so that a record is complete with its results. */
export const shortItem = { ...testItem, questions: [] };

/** A page whose form gives a token for what is sent from a page opened earlier. */
export const ANY_FORM = '/own-row';

/** A published draw with its inspections, and the pages behind the links of its people. */
export async function linkOffice(
  tables: Tables,
  { served = assets, ...options }: WorldOptions & { readonly served?: readonly ServedAsset[] } = {},
) {
  const world = drawWorld(tables, { items: [shortItem], ...options });
  const draw = await drawTo(world, 'published');
  world.clock.now = '2026-12-08T01:00:00Z';
  const kick = countingKick();
  const evidence = memoryEvidence();
  const lines: string[] = [];
  const write = (message: string, fields: object) => void lines.push(`${message} ${JSON.stringify(fields)}`);
  const deps = linkDeps({
    cases: tables.store,
    desk: world.deps.desk,
    secrets: {
      get: async () => sameKey(linkKey),
    },
    file: async (key) => world.contents.get(key),
    items: () => world.deps.registers.items(),
    inspectors: () => world.deps.registers.inspectors(),
    agencies: world.deps.registers,
    plans: new DynamoPlans(tables.client, 'core', tables.store),
    publicityUrl: 'https://open.example.cn',
    publicUrl: 'https://links.example.cn',
    consoleUrl: 'https://office.example.cn',
    evidence: evidence.store,
    inspectionLists: new DynamoInspections(tables.client, 'core'),
    inspectionKick: kick.kick,
    repairs: {
      ...repairWorld(tables).deps,
      now: () => new Date(world.clock.now),
      calendar: world.deps.calendar,
    },
    agencyName: async (uscc) =>
      (await world.deps.registers.agencies()).find((one) => one.uscc === uscc)?.name,
    ...linkPenalties(tables),
    office: world.deps.office,
    calendar: world.deps.calendar,
    limits: dynamoLimits(tables.client, 'core'),
    requests: dynamoOwnRowRequests(tables.client, 'core'),
    kickMail: async () => {},
    now: () => new Date(world.clock.now),
  });
  const handler = createWebHandler({
    routes: linkRoutes,
    deps,
    site: {
      office: { zh: '北京市知识产权局', en: 'Office' },
      navigation: [],
      assets: served,
      catalogue: linkCatalogue,
    },
    clock: { now: () => new Date(world.clock.now) },
    log: requestLog({ info: write, error: write }),
  });
  const hmac = (message: Uint8Array) =>
    new Uint8Array(createHmac('sha256', linkKey).update(message).digest());
  const signed = (claim: LinkClaim) => signLink(claim, hmac);

  const load = async (number: string) => {
    const stored = await tables.store.load<InspectionCase>(inspectionCaseId(number));
    if (stored === undefined) throw new Error(`no inspection ${number}`);
    return stored;
  };
  const give = async <Input>(
    number: string,
    command: InspectionCommand,
    decide: DecideInspection<Input>,
    input: Input,
    actor: InspectionActor,
  ) => {
    const given = await giveInspection(deps.inspections, number, command, decide, input, actor);
    if (!given.ok) throw new Error(`${command}: ${JSON.stringify(given.problems)}`);
    return given.value;
  };
  const member = (inspection: InspectionCase, index: number): InspectionActor => {
    const seat = members(inspection)[index];
    if (seat === undefined) throw new Error('no such member');
    const { inspectorId, name } = seat;
    return { userId: `u-${inspectorId}`, name, roles: ['inspector'], inspectorId };
  };
  const arrived = async (number: string) => {
    const { state } = await load(number);
    const input = { uscc: state.agency.uscc, how: 'typed', certified: true } as const;
    return give(number, 'arrive', arrive, input, member(state, 0));
  };
  /** A visit with a result that asks for rectification, reviewed and published. */
  const published = async (number: string, result = 'rectification_ordered') => {
    await arrived(number);
    const { state } = await load(number);
    const [leader, second] = [member(state, 0), member(state, 1)];
    const [part] = state.parts;
    const read = readChecklist(
      world.contents.get(part?.checklist.file ?? '') ?? new Uint8Array(),
      part?.checklist.digest ?? '',
    );
    if (!read.ok || part === undefined) throw new Error('no checklist');
    const checklist = read.value;
    const results = part.items.map((item) => ({
      item,
      results: [result],
      obstruction: '',
      unreachable: '',
      note: '内部记录',
    }));
    await give(number, 'set-results', setResults, { results, statement: '' }, leader);
    const unsigned = { type: 'none', reason: 'refused', witness: '' } as const;
    await give(number, 'sign-agency', signAgency, unsigned, leader);
    for (const actor of [leader, second])
      await give(number, 'sign', sign, { checklist, certified: true }, actor);
    await give(number, 'submit', submit, { checklist }, leader);
    const rectify = result === 'rectification_ordered';
    const order = {
      comment: '内部意见',
      rectify,
      rectifyDays: 15,
      rectifyText: rectify ? '补正登记信息' : '',
      handOver: '',
      handOverReason: '',
    } as const;
    await give(number, 'approve', approve, order, reviewer);
    return give(number, 'publish', publishResult, undefined, SYSTEM);
  };
  /** Puts the case where no short way leads, such as an end by other people's commands. */
  const put = async (number: string, status: InspectionStatus, change: Partial<InspectionCase> = {}) => {
    const before = await load(number);
    const moment = { actor: SYSTEM, at: world.clock.now };
    const decision = { to: status, state: { ...before.state, ...change } };
    const outcome = await tables.store.commit(inspectionCommit(before, 'look', decision, moment, linkKey));
    if (!outcome.ok) throw new Error('not written');
  };

  const get = (path: string, cookies: readonly string[] = []) =>
    handler(eventOf({ path, cookies }), lambdaContext);
  /** Opens a page for its cookies and its form's token, then posts. */
  const post = async (page: string, path: string, form: Readonly<Record<string, string>>) => {
    const opened = await get(page);
    const cookies = (opened.cookies ?? []).map((cookie) => cookie.split(';')[0] ?? '');
    const csrfToken = /name="csrfToken" value="([^"]*)"/.exec(opened.body ?? '')?.[1] ?? '';
    return handler(
      eventOf({ path, cookies, form: { csrfToken, idempotencyKey: randomUUID(), ...form } }),
      lambdaContext,
    );
  };

  const visits = await world.deps.desk.visits(draw);
  const numberOf = (no: number) => `${draw}-${String(no).padStart(3, '0')}`;
  const expires = Date.parse('2027-06-01T00:00:00Z') / 1000;
  const link = (type: 'agency' | 'inspector', id: string, of = draw, ends = expires) =>
    `/l/${signed({ purpose: 'recipient', subject: recipientSubject({ draw: of, type, id }), expires: ends })}`;
  const visitCode = (number: string, day: string) =>
    signed(visitCheckClaim({ inspection: number, day: localDate(day) }));
  return {
    world,
    draw,
    visits,
    deps,
    evidence,
    counts: kick.counts,
    lines,
    handler,
    load,
    give,
    member,
    arrived,
    published,
    put,
    get,
    post,
    link,
    numberOf,
    signed,
    visitCode,
  };
}

export type LinkOffice = Awaited<ReturnType<typeof linkOffice>>;

/** The first visit, its agency's link and the page of its inspection. */
export function firstVisit(office: LinkOffice) {
  const [visit] = office.visits;
  if (visit === undefined) throw new Error('nothing was drawn');
  const number = office.numberOf(visit.no);
  const link = office.link('agency', visit.uscc);
  return { visit, number, link, page: `${link}/inspection/${number}` };
}
