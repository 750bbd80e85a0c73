import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyFile } from '../../../functions/verifier/verifyFile.ts';
import { replaceInDraw } from '../../../shared/draw/ceremony/replace.ts';
import type { Visit } from '../../../shared/draw/ceremony/visit.ts';
import { testPlan } from '../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { nestingFaults, readableText } from './markup.ts';
import { drawTo, type SiteWorld, siteWorld } from './siteWorld.ts';

const order = {
  evidence: 'ab'.repeat(32),
  requested: { by: 'u-lead', name: '提出人', at: '2026-12-02T01:00:00Z' },
  confirmed: { by: 'u-head', name: '确认人', at: '2026-12-02T02:00:00Z' },
} as const;

let tables: Tables;
let site: SiteWorld;
let number: string;
let before: readonly Visit[];
let visits: readonly Visit[];
let firstRecord: string;
let recused: { readonly no: number; readonly tid: string };
beforeAll(async () => {
  tables = await openTables();
  site = siteWorld(tables);
  const { deps, clock } = site.world;
  // Cells by risk class: pseudonyms, and the drawn rows are opened.
  const rates = [
    { kind: '*', riskClass: 'B', recency: '*', district: '*', ppm: 200_000, round: 'exact' },
  ] as const;
  number = await drawTo(site.world, 'published', testPlan({ rates: [...rates] }));
  await site.rebuild();
  firstRecord = site.text(`draws/${number}/record.json`);
  before = await deps.desk.visits(number);
  const [one, two] = before;
  const [seat] = one?.seats ?? [];
  if (one === undefined || two === undefined || seat === undefined) throw new Error('no visits');
  recused = { no: one.no, tid: seat.tid };
  clock.now = '2026-12-03T01:00:00Z';
  const inspector = { ...order, type: 'inspector', inspectorId: seat.inspectorId } as const;
  const given = [
    await replaceInDraw(deps, number, {
      ...inspector,
      requestId: '1',
      visitNos: [one.no],
      stays: true,
      reason: 'recusal-granted',
    }),
    await replaceInDraw(deps, number, {
      ...order,
      type: 'agency',
      requestId: '2',
      visitNo: two.no,
      reason: 'closed',
    }),
  ];
  expect(given.map(({ ok }) => ok)).toEqual([true, true]);
  visits = await deps.desk.visits(number);
  await site.rebuild();
});
afterAll(() => tables.close());

describe('the page of a draw with replacements', () => {
  it('tells each with number, time, pseudonym, reason and who came in, in both languages', () => {
    const text = readableText(site.text(`draws/${number}/index.html`));
    expect(text).toContain('申请回避成立');
    expect(text).toContain('第 1 户，席位 1：');
    expect(text).toContain('只对这些检查回避，仍可参加其他检查');
    expect(text).toContain('注销');
    expect(text).toContain(`由同一抽取单元的下一名次接替，列为第 ${before.length + 1} 户`);
    expect(text).toContain('2026年12月3日 09:00:00');
    expect(text).toContain('已退出（更换 2）');
    expect(text).toContain('接替（更换 2）');
    expect(text).toContain('按检查人员统计');
    expect(text).toContain('按抽取单元统计');
    // One of the six drawn of its cell.
    expect(text).toContain('16.7%');
    const english = readableText(site.text(`en/draws/${number}/index.html`));
    expect(english).toContain('A request for recusal was granted');
    expect(english).toContain(`comes in as visit ${before.length + 1}`);
    for (const path of [`draws/${number}/index.html`, `en/draws/${number}/index.html`])
      expect(nestingFaults(site.text(path)), path).toEqual([]);
  });

  it('names nobody: neither inspectors nor who asked and confirmed', () => {
    const all = [...site.files.values()].map(({ bytes }) => new TextDecoder().decode(bytes)).join('');
    expect(all).not.toMatch(/检查员\d|BJ-IP-P|提出人|确认人|u-lead|u-head/);
  });

  it('keeps the first record as it was, and links every version', async () => {
    expect(site.text(`draws/${number}/record.json`)).toBe(firstRecord);
    const page = site.text(`draws/${number}/index.html`);
    const folder = await mkdtemp(join(tmpdir(), 'records-'));
    for (const name of ['record.json', 'record-1.json', 'record-2.json']) {
      expect(page).toContain(`href="${name}"`);
      const file = join(folder, name);
      await writeFile(file, site.text(`draws/${number}/${name}`));
      const lines: string[] = [];
      expect(await verifyFile(file, (line) => lines.push(line)), name).toBe(0);
      expect(lines.at(-1)).toContain('一致');
      expect(lines.some((line) => line.includes('仍可参加其他检查'))).toBe(name !== 'record.json');
    }
    await rm(folder, { recursive: true });
  });

  it('opens the row of the agency that came in', () => {
    const came = visits.find(({ since }) => since === 2);
    expect(JSON.parse(site.text(`draws/${number}/opened-2.json`)).rows[0].tid).toBe(came?.tid);
    const page = site.text(`draws/${number}/index.html`);
    expect(page).toContain(came?.uscc);
    expect(page).toContain('href="opened-2.json"');
  });

  it('tells them in the feed and in the course of the draw', () => {
    expect(site.text('feed.xml')).toContain('更换 2');
    expect(readableText(site.text(`draws/${number}/index.html`))).toContain('更换 1，公布新的记录文件');
  });
});

describe('the open data', () => {
  const lines = (name: string) =>
    site
      .text(`data/${name}.csv`)
      .replace('\uFEFF', '')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','));

  it('have one line per visit with its team now, numbered as the office numbers them', () => {
    const rows = lines('visits');
    expect(rows.map(([, , no]) => Number(no))).toEqual(visits.map(({ no }) => no));
    for (const visit of visits) {
      const row = rows[visit.no - 1] ?? [];
      expect(row.slice(4, 7)).toEqual([String(visit.rank), visit.ticket, visit.tid]);
      const team = visit.dropped ? '' : visit.seats.map(({ tid }) => tid || '-').join(' ');
      expect(row.slice(12)).toEqual([team, visit.dropped ? '2' : '', visit.since ? '2' : '']);
    }
  });

  it('have one line per event, and count drop-outs per person and cell', () => {
    const [one, two] = lines('replacements');
    const seat = visits[0]?.seats[0];
    const head = [number, '2026-12', '1', '2026-12-03T01:00:00Z', 'inspector', recused.tid];
    expect(one).toEqual([
      ...head,
      'recusal-granted',
      order.evidence,
      '1',
      String(recused.no),
      seat?.tid || '-',
    ]);
    expect(two?.slice(2)).toEqual([
      '2',
      '2026-12-03T01:00:00Z',
      'agency',
      before[1]?.tid,
      'closed',
      order.evidence,
      '0',
      '2',
      String(before.length + 1),
    ]);
    expect(lines('dropouts')).toEqual([
      [number, '2026-12', 'person', recused.tid, '1', '1'],
      [number, '2026-12', 'cell', before[1]?.cell, '1', '6'],
    ]);
    const draw = JSON.parse(site.text('data/draws.json'))[0];
    expect(draw).toMatchObject({ drawn: before.length, replacements: 2 });
  });
});
