import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findAgencies, type ListedAgency } from '../../../../shared/complaint/form/agencySearch.ts';
import { answerSchemas } from '../../../../shared/complaint/form/answers.ts';
import { newDraft } from '../../../../shared/complaint/form/draft.ts';
import {
  draftKeyOf,
  newDraftCookie,
  openDraft,
  sealDraft,
} from '../../../../shared/complaint/form/draftCipher.ts';
import { filedText } from '../../../../shared/complaint/form/filedTextFile.ts';
import { readReleaseSubject, releaseSubject } from '../../../../shared/complaint/form/release.ts';
import { sendingCap } from '../../../../shared/complaint/form/sendingLimits.ts';
import { readReceiptCode } from '../../../../shared/complaint/receiptCode.ts';
import { fictionalUscc } from '../../../../shared/register/uscc.ts';
import { plantedIdentity, testFiling } from '../../../fixtures/complaintWorld.ts';

const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const now = new Date('2026-09-18T02:00:00Z');

function keyOf(cookie = newDraftCookie(random)) {
  const key = draftKeyOf(cookie);
  if (key === undefined) throw new Error('no key');
  return key;
}

describe('a sealed draft', () => {
  const draft = newDraft(random, now);

  it('opens with its cookie, at its version, in its row, and not otherwise', () => {
    const key = keyOf();
    const sealed = sealDraft(key, 3, draft, random);
    expect(openDraft(key, 3, sealed)).toEqual(draft);
    expect(openDraft(key, 2, sealed)).toBeUndefined();
    expect(openDraft({ ...key, id: keyOf().id }, 3, sealed)).toBeUndefined();
    expect(openDraft(keyOf(), 3, sealed)).toBeUndefined();
    expect(openDraft(key, 3, sealed.with(-1, (sealed.at(-1) ?? 0) ^ 1))).toBeUndefined();
    expect(openDraft(key, 3, new Uint8Array(5))).toBeUndefined();
  });

  it('is found by one half of the cookie and opened by the other', () => {
    const cookie = newDraftCookie(random);
    const bytes = Buffer.from(cookie, 'base64url');
    const changed = Buffer.from(bytes);
    changed.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
    const [one, other] = [keyOf(cookie), keyOf(changed.toString('base64url'))];
    expect(other.id).toBe(one.id);
    expect(other.key).not.toEqual(one.key);
    for (const wrong of ['', 'x', `${cookie}A`, cookie.replace(/.$/, '=')])
      expect(draftKeyOf(wrong)).toBeUndefined();
  });

  it('begins with a code and two ids that are never given again', () => {
    expect(readReceiptCode(draft.code).ok).toBe(true);
    expect(draft.ids.complaint).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    expect(draft.ids.report).not.toBe(draft.ids.complaint);
    expect(newDraft(random, now).code).not.toBe(draft.code);
  });
});

describe('amounts', () => {
  const read = (amountFen: string) =>
    answerSchemas.matter.safeParse({ applicationNumber: '', contract: '', amountFen });
  it.each([
    ['1200', 120_000],
    ['1200.5', 120_050],
    ['0.07', 7],
    ['１，２００．０５', 120_005],
    ['¥1,200元', 120_000],
    ['100000000', 10_000_000_000],
  ])('%s is %i fen', (typed, fen) => expect(read(typed).data?.amountFen).toBe(fen));
  it.each(['-1', '1.234', '一千', '1e3', '1200 USD', '0x10', '100000000.01', '=1+1'])('%s is none', (typed) =>
    expect(read(typed).success).toBe(false),
  );
  it('may be left out', () => expect(read(' ').data).toEqual({}));
});

describe('telephone numbers', () => {
  const read = (phone: string) =>
    answerSchemas.identity.safeParse({ name: '苏', phone, address: '胡同', mail: '' }).success;
  it.each([
    '13900000000',
    '010-12345678',
    '+86 139 0000 0000',
    '010-12345678转801',
    '(010)12345678',
    '４００８００１２３４',
  ])('%s can be called', (phone) => expect(read(phone)).toBe(true));
  it.each(['123456', 'call me', '微信 13900000000', '1390000000a', '1'.repeat(21)])('%s cannot', (phone) =>
    expect(read(phone)).toBe(false),
  );
});

describe('looking for an agency', () => {
  const agency = (n: number, name: string): ListedAgency => ({
    listed: true,
    uscc: fictionalUscc(n),
    name,
    kinds: ['patent'],
    district: 'haidian',
  });
  const all = [
    agency(1, '北京（朝阳）明理事务所'),
    ...Array.from({ length: 25 }, (_, i) => agency(i + 2, `代理 ABC ${i}`)),
  ];
  it.each([
    '明理',
    ' 明 理 ',
    '北京(朝阳)明理',
    fictionalUscc(1),
    fictionalUscc(1).toLowerCase(),
    `　${fictionalUscc(1).slice(0, 4)} ${fictionalUscc(1).slice(4)}`,
  ])('finds it by %j', (typed) =>
    expect(findAgencies(all, typed).rows.map(({ uscc }) => uscc)).toEqual([fictionalUscc(1)]),
  );
  it('shows twenty of many and says that there are more', () => {
    const { rows, more } = findAgencies(all, 'ａｂｃ');
    expect([rows.length, more]).toEqual([20, true]);
    expect(findAgencies(all, ' （）').rows).toEqual([]);
  });
});

it('a text of a filing names what was filed and never who filed', () => {
  const text = filedText(testFiling(), { office: '局', at: '2026-09-18T02:00:00Z', random: random(32) });
  expect(text).toContain('2026-09-18T10:00:00+08:00');
  expect(text).toContain('202310123456.7');
  for (const planted of Object.values(plantedIdentity)) expect(text).not.toContain(planted);
  const other = filedText(testFiling(), { office: '局', at: '2026-09-18T02:00:00Z', random: random(32) });
  expect(other).not.toBe(text);
});

it('a process takes so many a second', () => {
  const cap = sendingCap(2);
  const at = (ms: number) => cap(new Date(now.getTime() + ms));
  expect([at(0), at(10), at(20), at(999), at(1000)]).toEqual([undefined, undefined, 5, 5, undefined]);
});

it('the subject of a link names a draft and a mail, and nothing else is one', () => {
  const draft = 'ab'.repeat(32);
  expect(readReleaseSubject(releaseSubject(draft, 2))).toEqual({ draft, number: 2 });
  for (const wrong of ['', draft, `${draft}.0`, `${draft}.x`, `x.${draft}.1`])
    expect(readReleaseSubject(wrong)).toBeUndefined();
});
