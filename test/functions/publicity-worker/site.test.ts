import { createHash, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DrawCase, DrawStatus } from '../../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../../shared/draw/ceremony/drawRows.ts';
import { verifyPersonalProof } from '../../../shared/draw/explain.ts';
import { loadPools, readRecord } from '../../../shared/draw/record.ts';
import { verifyRecord } from '../../../shared/draw/verify.ts';
import { readChecklist } from '../../../shared/inspection/checklist.ts';
import { shardOf } from '../../../shared/publicity/shard.ts';
import { withdraw } from '../../../shared/publicity/withdrawal.ts';
import { caseOf, drawWorld, open, testAgency, testPlan } from '../../fixtures/drawWorld.ts';
import { testQuestions } from '../../fixtures/questions.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { drawTo, type SiteWorld, siteWorld } from './siteWorld.ts';

let tables: Tables;
beforeEach(async () => {
  tables = await openTables();
});
afterEach(() => tables.close());

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (site: SiteWorld) =>
  Object.fromEntries([...site.files].sort().map(([path, { bytes }]) => [path, sha256(bytes)]));
const riskPlan = () =>
  testPlan({
    rates: [{ kind: '*', riskClass: 'B', recency: '*', district: '*', ppm: 200_000, round: 'exact' }],
  });
const listed = testAgency(41, { listing: 'abnormal', listedSince: '2026-06-01' as never });
const agencies = (...more: ReturnType<typeof testAgency>[]) => [
  ...Array.from({ length: 40 }, (_, i) => testAgency(i + 1)),
  ...more,
];

describe('the files of the site', () => {
  it('are listed with their hashes, and the list is signed', async () => {
    const site = siteWorld(tables);
    await drawTo(site.world, 'published');
    await site.rebuild();
    const manifest = site.files.get('SHA256SUMS')?.bytes ?? new Uint8Array();
    const lines = new TextDecoder().decode(manifest).trimEnd().split('\n');
    for (const line of lines) {
      const [hash, path = ''] = line.split('  ');
      expect(sha256(site.files.get(path)?.bytes ?? new Uint8Array()), path).toBe(hash);
    }
    const unlisted = [...site.files.keys()].filter(
      (path) => !lines.some((line) => line.endsWith(`  ${path}`)),
    );
    expect(unlisted.filter((path) => !path.startsWith('manifests/')).sort()).toEqual([
      'SHA256SUMS',
      'SHA256SUMS.sig',
    ]);
    const signature = site.files.get('SHA256SUMS.sig')?.bytes ?? new Uint8Array();
    expect(verify(null, manifest, site.publicKey, signature)).toBe(true);
    expect(verify(null, Buffer.concat([manifest, Buffer.from('x')]), site.publicKey, signature)).toBe(false);
    expect(site.writes.at(-1)).toBe('SHA256SUMS.sig');
  });

  it('hold the sealed checklist beside the lists, and the questions of the plan before anybody is drawn', async () => {
    const plan = testPlan();
    const published = [
      { month: plan.month, version: 1, plan, published: { by: 'u', name: 'n', at: '2026-11-30T01:00:00Z' } },
    ];
    const site = siteWorld(tables, { sources: { plans: async () => published } });
    const number = await drawTo(site.world, 'objection', plan);
    await site.rebuild();
    const { frozen } = (await caseOf(site.world, number)).state;
    const file = site.files.get(`draws/${number}/checklist.json`)?.bytes ?? new Uint8Array();
    expect(sha256(file)).toBe(frozen?.checklist?.digest);
    expect(readChecklist(file, sha256(file))).toMatchObject({
      ok: true,
      value: { items: [{ code: 'ZL-01', questions: testQuestions }] },
    });
    const shown = site.text(`draws/${number}/index.html`).replaceAll(/<\/?span>/g, '');
    expect(shown).toContain(frozen?.checklist?.digest);
    for (const prefix of ['', 'en/']) {
      const page = site.text(`${prefix}plans/${plan.month}.html`);
      for (const { text, method, law } of testQuestions) {
        for (const said of [text, method, law]) expect(page).toContain(said);
      }
    }
    const data = JSON.parse(site.text('data/checklists.json'));
    expect(data.items).toMatchObject([{ code: 'ZL-01', version: 1, questions: testQuestions }]);
    expect(data.answers.found).toContainEqual({
      code: 'found',
      zh: '发现',
      en: 'Found',
      problem: true,
      applicable: true,
    });
    expect(site.text('data/items.csv')).not.toContain(testQuestions[0]?.text);
    expect(site.text('data/index.html')).toContain('checklists.json');
  });

  it('leave the checklist out for a draw that was frozen before there were any', async () => {
    const world = drawWorld(tables);
    const number = await drawTo(world, 'objection');
    const { cases } = world.deps;
    const site = siteWorld(tables, {
      world,
      sources: {
        draw: async (name) => {
          const stored = await cases.load<DrawCase>(drawCaseId(name));
          if (stored?.state.frozen === undefined) return undefined;
          const { checklist: _checklist, ...frozen } = stored.state.frozen;
          return { status: stored.status as DrawStatus, state: { ...stored.state, frozen } };
        },
      },
    });
    await site.rebuild();
    expect(site.files.has(`draws/${number}/plan.json`)).toBe(true);
    expect(site.files.has(`draws/${number}/checklist.json`)).toBe(false);
  });

  it('are the same bytes when everything is built again, and nothing is written when nothing changed', async () => {
    const site = siteWorld(tables);
    const number = await drawTo(site.world, 'published');
    await site.rebuild();
    const before = bytesOf(site);
    site.world.clock.now = '2027-03-01T00:00:00Z';
    await tables.store.commit(order('touch', `draw/${number}`));
    const wrote = site.writes.length;
    expect(await site.rebuild()).toMatchObject({ orders: 1, removed: 0 });
    expect(site.writes.slice(wrote)).toEqual(['SHA256SUMS', 'SHA256SUMS.sig']);
    expect(bytesOf(site)).toEqual(before);
    site.files.clear();
    await tables.store.commit(order('all', 'site'));
    await site.rebuild();
    expect(bytesOf(site)).toEqual(before);
  });

  it('do not depend on the order in which things were asked for', async () => {
    const step = siteWorld(tables);
    const number = await drawTo(step.world, 'objection');
    await step.rebuild();
    await open(step.world, testPlan({ month: '2027-01', visits: { from: '2027-01-04', to: '2027-01-29' } }));
    await step.rebuild();
    const once = siteWorld(tables, { world: step.world });
    await tables.store.commit(order('late', `draw/${number}`));
    await once.rebuild();
    expect(bytesOf(once)).toEqual(bytesOf(step));
  });

  it('come right after a crash at any write', async () => {
    const site = siteWorld(tables);
    await drawTo(site.world, 'published');
    const whole = siteWorld(tables, { world: site.world });
    let crashes = 0;
    for (let left = 2; ; left += 9) {
      site.state.left = left;
      try {
        await site.rebuild();
        break;
      } catch {
        crashes += 1;
      }
    }
    expect(crashes).toBeGreaterThan(3);
    await tables.store.commit(order('whole', 'site'));
    await whole.rebuild();
    expect(bytesOf(site)).toEqual(bytesOf(whole));
  });

  it('keep an order that arrives again in the same second', async () => {
    const site = siteWorld(tables);
    const { number } = await open(site.world);
    const put = site.bucket.put;
    let again = true;
    site.bucket.put = async (file) => {
      await put(file);
      if (!again) return;
      again = false;
      await tables.store.commit(order('again', `draw/${number}`, site.world.clock.now));
    };
    expect(await site.rebuild()).toMatchObject({ orders: 2 });
  });

  it('are built by one worker at a time', async () => {
    const site = siteWorld(tables);
    await drawTo(site.world, 'objection');
    const reports = await Promise.all([site.rebuild(), site.rebuild()]);
    expect(reports.filter(({ busy }) => busy)).toHaveLength(1);
  });
});

function order(id: string, subject: string, at = '2026-12-02T00:00:00Z') {
  return {
    caseId: `TEST#${id}`,
    before: undefined,
    status: 'x',
    state: {},
    audit: { kind: 'test', command: 'x', from: '', to: 'x', actor: 'system', at, digests: {} },
    rows: [
      {
        row: { pk: `OB#PUB#${subject}`, sk: 'META', subject, gqpk: 'Q#PUB', gqsk: at },
        expect: 'any' as const,
      },
    ],
  };
}

describe('a draw', () => {
  it('shows only what is public at its stage', async () => {
    const site = siteWorld(tables);
    const number = await drawTo(site.world, 'drawn');
    await site.rebuild();
    const page = site.text(`draws/${number}/index.html`);
    expect(page).toContain('已抽签');
    expect(page).not.toContain('抽中名单');
    expect(site.files.has(`draws/${number}/record.json`)).toBe(false);
    expect(site.files.has(`draws/${number}/agency.jsonl`)).toBe(true);
  });

  it('can be verified from the published record alone', async () => {
    const site = siteWorld(tables);
    const number = await drawTo(site.world, 'published');
    await site.rebuild();
    const record = readRecord(site.files.get(`draws/${number}/record.json`)?.bytes ?? new Uint8Array());
    if (!record.ok) throw new Error('the record cannot be read');
    const pools = loadPools(record.value);
    if (!pools.ok) throw new Error('the pools cannot be read');
    expect(verifyRecord(record.value, pools.value).consistent).toBe(true);
  });

  it('counts what the law orders apart from what is drawn', async () => {
    const site = siteWorld(tables, { agencies: agencies(listed) });
    const number = await drawTo(site.world, 'published');
    await site.rebuild();
    const page = site.text(`draws/${number}/index.html`);
    expect(page).toContain('依法必查 1 户（不计入抽中户数）');
    expect(page).toContain('必查');
    const line = site.text('data/draws.csv').split('\r\n')[1]?.split(',') ?? [];
    const head = site.text('data/draws.csv').replace('\uFEFF', '').split('\r\n')[0]?.split(',') ?? [];
    const visits = (await site.world.deps.desk.visits(number)).length;
    expect(Number(line[head.indexOf('drawn')])).toBe(visits - 1);
    expect(line[head.indexOf('mandatory')]).toBe('1');
  });

  it('shows pseudonyms only when blinded, and codes where the plan opens the drawn rows', async () => {
    const closed = siteWorld(tables);
    const number = await drawTo(closed.world, 'published', { ...riskPlan(), openDrawnRows: false });
    await closed.rebuild();
    const all = [...closed.files.values()].map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n');
    expect(all).not.toContain('91110108');
    expect(all).not.toContain('代理机构1');
    expect(closed.files.has(`draws/${number}/opened.json`)).toBe(false);
    expect(closed.files.has(`draws/${number}/agencies.html`)).toBe(false);
  });

  it('leaves a tombstone when the opened rows are withdrawn', async () => {
    const site = siteWorld(tables);
    const number = await drawTo(site.world, 'published', riskPlan());
    await site.rebuild();
    expect(site.text(`draws/${number}/index.html`)).toContain('91110108');
    const deps = {
      store: tables.store,
      actor: { id: 'u1', roles: ['supervisor'] as const },
      at: '2027-03-01T02:00:00Z',
    };
    expect(await withdraw(deps, number, 'opened', 'because')).toMatchObject({ ok: false });
    expect(
      await withdraw({ ...deps, actor: { id: 'u2', roles: ['auditor'] } }, number, 'opened', 'expired'),
    ).toMatchObject({ ok: false });
    expect(await withdraw(deps, number, 'opened', 'expired')).toMatchObject({ ok: true });
    expect(await withdraw(deps, number, 'opened', 'expired')).toMatchObject({
      problems: [{ code: 'publicity.withdraw.done' }],
    });
    await site.rebuild();
    const all = [...site.files.values()].map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n');
    expect(all).not.toContain('91110108');
    expect(JSON.parse(site.text(`draws/${number}/opened.json`))).toEqual({
      v: 'tombstone/1',
      draw: number,
      what: 'opened',
      date: '2027-03-01',
      reason: 'expired',
    });
    expect(site.text(`draws/${number}/index.html`)).toContain('已于2027年3月1日撤下：公示期届满。');
  });

  it('gives every agency of an open pool its odds and a proof that holds', async () => {
    const site = siteWorld(tables);
    const number = await drawTo(site.world, 'published');
    await site.rebuild();
    const record = readRecord(site.files.get(`draws/${number}/record.json`)?.bytes ?? new Uint8Array());
    if (!record.ok) throw new Error('the record cannot be read');
    const codes = agencies().map(({ uscc }) => uscc);
    for (const code of codes) {
      const row = JSON.parse(site.text(`draws/${number}/rows/${shardOf(code)}.json`))[code];
      const answer = verifyPersonalProof(row.proof, record.value);
      expect(answer).toMatchObject({ consistent: true, drawn: row.drawn });
      expect(row.ppm).toBe(200_000);
    }
    expect(site.text(`draws/${number}/agencies.html`).match(/91110108/g)?.length).toBe(40);
  });

  it('is marked and counted apart when it is a rehearsal', async () => {
    const site = siteWorld(tables);
    const number = await drawTo(site.world, 'published', riskPlan(), 'rehearsal');
    await site.rebuild();
    expect(site.text(`draws/${number}/index.html`)).not.toContain('91110108');
    expect(site.files.has(`draws/${number}/opened.json`)).toBe(false);
    expect(site.text(`draws/${number}/index.html`)).toContain('演练');
    expect(site.text(`draws/${number}/index.html`)).toContain('没有法律效力');
    expect(site.text('index.html')).toContain('还没有抽签');
    expect(site.text('data/visits.csv').trim().split('\r\n')).toHaveLength(1);
    expect(site.text('feed.xml')).not.toContain(number);
    expect(site.text('draws/index.html')).toContain(number);
  });

  it('says how often the button was pressed', async () => {
    const site = siteWorld(tables);
    const number = await drawTo(site.world, 'objection');
    await open(site.world);
    await open(site.world);
    await tables.store.commit(order('pressed', `draw/${number}`));
    await site.rebuild();
    expect(site.text(`draws/${number}/index.html`)).toContain('按键次数：3');
  });
});
