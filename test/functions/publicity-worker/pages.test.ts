import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteTables } from '../../../functions/publicity-worker/words.ts';
import { publicationClasses } from '../../../shared/law/catalogueRow.ts';
import { publicityResults } from '../../../shared/law/inspectionVocabulary.ts';
import { annulmentReasons } from '../../../shared/law/penaltyProcedure.ts';
import { endReasons } from '../../../shared/listing/listingCase.ts';
import { withdrawalReasons } from '../../../shared/publicity/withdrawal.ts';
import { testPlan } from '../../fixtures/drawWorld.ts';
import { testQuestion, testQuestions } from '../../fixtures/questions.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { approvedOrder, openedFor, targetedWorld } from '../../fixtures/targetedWorld.ts';
import { addresses, nestingFaults, readableText } from './markup.ts';
import { bringTo, drawTo, type SiteWorld, siteWorld } from './siteWorld.ts';

const hostile = '<script>alert(1)</script>"\'&公司';
const item = {
  code: 'ZL-01',
  version: 1,
  name: hostile,
  legalBasis: '专利代理条例第二十二条',
  kinds: ['patent' as const, 'trademark' as const],
  method: 'onsite' as const,
  announced: true,
  questions: [testQuestion('1', { text: hostile }), ...testQuestions.slice(1)],
  status: 'published' as const,
  validFrom: '2026-01-01' as never,
};

let tables: Tables;
let site: SiteWorld;
beforeAll(async () => {
  tables = await openTables();
  const plan = testPlan({ title: hostile });
  const published = [
    { month: '2026-12', version: 1, plan, published: { by: 'u', name: 'n', at: '2026-11-30T01:00:00Z' } },
  ];
  const office = await targetedWorld(tables, { plan: { title: hostile } });
  site = siteWorld(tables, {
    world: office.world,
    sources: { plans: async () => published, items: async () => [item] },
  });
  await drawTo(site.world, 'published', plan);
  await drawTo(site.world, 'published', plan, 'rehearsal');
  await drawTo(site.world, 'revealing', plan, 'rehearsal');
  await bringTo(site.world, await openedFor(office, [await approvedOrder(office, 1)]), 'published');
  await site.rebuild();
});
afterAll(() => tables.close());

const pages = () => [...site.files.keys()].filter((path) => /(?<!verifier)\.html$/.test(path));

describe('every page', () => {
  it('closes its tags where they belong', () => {
    for (const path of pages()) expect(nestingFaults(site.text(path)), path).toEqual([]);
    expect(pages().length).toBeGreaterThan(20);
  });

  it('links only to files of the site, and loads nothing from elsewhere', () => {
    for (const path of pages()) {
      for (const address of addresses(site.text(path))) {
        if (address === 'data:,' || address.startsWith('#')) continue;
        // The one way out: where an agency asks for its link. A link loads nothing.
        if (address.startsWith('https://links.example.cn/own-row?lang=')) continue;
        const target = new URL(address, `https://open.example.cn/${path}`);
        expect(target.origin, `${path}: ${address}`).toBe('https://open.example.cn');
        const file = decodeURIComponent(target.pathname.slice(1));
        // Made after all pages are known.
        if (['SHA256SUMS', 'SHA256SUMS.sig'].includes(file)) continue;
        expect(site.files.has(file), `${path}: ${address}`).toBe(true);
      }
    }
  });

  it('shows names with markup as text', () => {
    const all = pages()
      .map((path) => site.text(path))
      .join('');
    expect(all).not.toContain('<script>alert');
    expect(all).toContain('&lt;script>alert(1)&lt;/script>');
    expect(site.text('feed.xml')).not.toContain('<script>');
  });

  it('says in Chinese what it says', () => {
    const known =
      /\b(?:BJIPO-2026-[RT]?\d+|SHA-256|SHA256SUMS(?:\.sig)?|Ed25519|DR-1|UTC|(?:official-[ab]|notary)|example|[A-F]|[a-z-]+\.(?:json|csv|jsonl|pem|html)|alert|script|JSON|dice|draw|rehearsal|agency|inspector|person|cell|drawn|mandatory|targeted)\b/g;
    // The dictionary of the open data names the codes that stand in the files, each before its word.
    const codes = [
      ...publicityResults.map(({ rule }) => rule),
      ...withdrawalReasons.map(({ code }) => code),
      ...['not-rectified', 'rectified', 'ordered'],
      ...['complaint', 'report'],
      ...['abnormal', 'serious', ...endReasons],
      ...publicationClasses,
      ...annulmentReasons.map(({ rule }) => rule),
    ];
    for (const path of pages().filter((each) => !each.startsWith('en/'))) {
      const words = codes
        .reduce((text, code) => text.replaceAll(`${code} `, ' '), readableText(site.text(path)))
        .replace(known, ' ')
        .match(/[A-Za-z]{3,}/g);
      expect(words ?? [], path).toEqual([]);
    }
  });

  it('has an English twin that links back', () => {
    for (const path of pages().filter((each) => !each.startsWith('en/'))) {
      const english = site.text(`en/${path}`);
      expect(english).toContain('<html lang="en"');
      expect(addresses(english).map((a) => new URL(a, `https://o/en/${path}`).pathname)).toContain(
        `/${path}`,
      );
    }
  });
});

describe('the texts', () => {
  it('have a Chinese and an English side with the same places', () => {
    for (const [code, { zh, en }] of siteTables.flatMap((table) => Object.entries(table))) {
      const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
      expect(places(en), code).toEqual(places(zh));
      if (code !== 'site.draw.lead' && code !== 'site.step.sourceValue') {
        expect(/\p{Script=Han}/u.test(zh), code).toBe(true);
      }
    }
  });
});

describe('the course of a draw', () => {
  it('calls a witness by name; the id of the seat stands in the record', () => {
    const courses = pages().filter((path) => /^(?:en\/)?draws\/[^/]+\/index\.html$/.test(path));
    expect(courses.length).toBeGreaterThanOrEqual(6);
    for (const path of courses) {
      expect(site.text(path), path).toContain('赵甲');
      expect(site.text(path), path).not.toMatch(/[（(](?:official-[ab]|notary)[）)]/);
    }
  });
});

describe('open data', () => {
  it('makes formulas inert and quotes what needs it', () => {
    expect(site.text('data/items.csv')).toContain(`"<script>alert(1)</script>""'&公司"`);
  });
  it('explains every column', () => {
    const dictionary = JSON.parse(site.text('data/dictionary.json'));
    for (const name of [
      'draws',
      'visits',
      'replacements',
      'dropouts',
      'results',
      'result-tombstones',
      'penalties',
      'penalty-tombstones',
      'items',
    ]) {
      const head = site.text(`data/${name}.csv`).replace('\uFEFF', '').split('\r\n')[0];
      expect(dictionary[name].map((column: { name: string }) => column.name).join(',')).toBe(head);
    }
  });
  it('names no user of the office', () => {
    const all = [...site.files.values()].map(({ bytes }) => new TextDecoder().decode(bytes)).join('');
    expect(all).not.toMatch(/u-(?:supervisor|approver|notary|a|b)\b/);
  });
});
