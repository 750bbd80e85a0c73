import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { buildNotices } from '../../../shared/notice/buildNotices.ts';
import { singleAddress } from '../../../shared/notice/mailAddress.ts';
import { messageId, noticeMail } from '../../../shared/notice/mailMessage.ts';
import type { Notice } from '../../../shared/notice/notice.ts';
import { agency, sources } from './sources.ts';

const date = localDate('2026-11-06');
const link = 'https://links.example.cn/l/token';

function toAgency(over: Parameters<typeof agency>[0] = {}): Notice {
  const notice = buildNotices(sources({ agency: agency(over) }), 1, date)[2];
  if (notice === undefined) throw new Error('no notice to the agency');
  return notice;
}

describe('the mail of a notice', () => {
  it('has a subject with the title and the number only', () => {
    expect(noticeMail(toAgency(), link, 'mail.example.cn')?.subject).toBe(
      '行政检查通知书（京知抽〔2026〕3号）',
    );
  });

  it('says that it is a copy, or that it is service', () => {
    expect(noticeMail(toAgency(), link, 'm.cn')?.text).toContain('不具有送达的效力');
    const electronicServiceConsent = { on: localDate('2026-03-01'), address: 'fawu@chenguang.example.cn' };
    const mail = noticeMail(toAgency({ electronicServiceConsent }), link, 'm.cn');
    expect(mail?.text).toContain('2026年3月1日签署的电子送达确认书');
    expect(mail?.text).not.toContain('不具有送达的效力');
  });

  it('shows a name with markup as text', () => {
    const mail = noticeMail(toAgency({ name: '<script>alert(1)</script>&"\'公司' }), link, 'm.cn');
    expect(mail?.html).not.toContain('<script>');
    expect(mail?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;公司');
  });

  it('loads nothing and links only to the signed link', () => {
    const html = noticeMail(toAgency(), link, 'm.cn')?.html ?? '';
    expect([...html.matchAll(/(?:src|href|background)\s*=\s*"([^"]*)"/g)].map((match) => match[1])).toEqual([
      link,
    ]);
    expect(html).not.toMatch(/<(?:img|script|link|iframe|style|form)\b|url\(|@import/i);
  });
});

describe('the Message-ID', () => {
  it('stays for every attempt, changes with a corrected address and tells nothing', () => {
    const notice = toAgency();
    const id = messageId(notice, 'm.cn');
    expect(messageId({ ...notice, mail: { ...notice.mail, attempts: 7 } }, 'm.cn')).toBe(id);
    expect(messageId({ ...notice, mail: { ...notice.mail, generation: 2 } }, 'm.cn')).not.toBe(id);
    expect(id).toMatch(/^<notice\.[0-9a-f]{40}@m\.cn>$/);
  });
});

describe('the recipient', () => {
  it.each([
    ['a,b@example.cn'],
    ['a@example.cn, b@example.cn'],
    ['a@example.cn;b@example.cn'],
    ['"x" <a@example.cn>'],
    ['a@example.cn\r\nBcc: b@example.cn'],
    ['a@example.cn '],
    ['a@localhost'],
    ['a@[127.0.0.1]'],
    ['a..b@example.cn'],
    ['(x)a@example.cn'],
    [''],
  ])('is refused as %j', (address) => {
    expect(singleAddress('名称', address)).toBeUndefined();
  });
  it.each(['名\r\nBcc: x@example.cn', '名\u2028', '名\u0000', '名\u0085'])(
    'has a name of one line: %j',
    (name) => {
      expect(singleAddress(name, 'a@example.cn')).toBeUndefined();
    },
  );
  it('is one plain address, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = singleAddress('名', text);
        return (
          parsed === undefined || (/^[^\s,;<>()"@]+@[^\s,;<>()"@]+$/.test(text) && parsed.address === text)
        );
      }),
    );
  });
});
