import { describe, expect, it } from 'vitest';
import type { CreditEntry } from '../../../shared/credit/creditEntry.ts';
import { doublePublicity, doublePublicityLeftOut } from '../../../shared/credit/mapping/doublePublicity.ts';
import { wireTables, wireTypes } from '../../../shared/credit/mapping/wireTypes.ts';
import { wireRecord } from '../../../shared/credit/wireRecord.ts';
import { isUnverified } from '../../../shared/law/lawTable.ts';
import {
  creditEntry,
  creditOffice,
  listingRecord,
  penaltyRecord,
  withdrawalOf,
} from '../../fixtures/creditRecords.ts';

const penalty = creditEntry({ key: 'penalty/01HZX/portal', record: penaltyRecord });

function sent(entry: CreditEntry, amended?: Readonly<Record<string, string>>) {
  const by = { by: 'u-1', name: '林知夏', at: entry.at };
  const record = wireRecord(
    {
      entry,
      amendment: amended === undefined ? 0 : 1,
      ...(amended === undefined ? {} : { amended: { fields: amended, by } }),
    },
    creditOffice,
  );
  if (!record.ok) throw new Error(JSON.stringify(record.problems));
  return record.value;
}

const refused = (entry: CreditEntry) => {
  const record = wireRecord({ entry, amendment: 0 }, creditOffice);
  return record.ok ? 'sent' : record.problems.map(({ code, field }) => `${field} ${code}`);
};

describe('an inspection result', () => {
  it('has the names of the GSXT, one line an item', () => {
    expect(sent(creditEntry())).toMatchObject({
      id: 'inspection/BJIPO-2026-0001-007@0001',
      type: 'inspection-result',
      state: 'published',
      fields: {
        raninsPlanId: '11000020260012',
        raninsPlaneName: '2026年12月知识产权服务机构抽查计划',
        raninsTaskId: 'BJIPO-2026-0001',
        raninsTypeName: '不定向',
        insAuth: creditOffice.name,
        insDate: '2026-12-08',
      },
      details: [
        { seqno: '1', raninsItemName: '专利代理机构执业许可条件', raninsCheckResName: '未发现问题' },
        {
          seqno: '2',
          raninsItemName: '专利代理师执业情况',
          raninsCheckResName: '发现问题已责令改正；发现问题待后续处理',
        },
      ],
    });
  });
});

describe('a penalty', () => {
  it('has the fields of the double publicity, amounts in ten thousand yuan', () => {
    const { fields } = sent(penalty);
    expect(fields).toMatchObject({
      CF_XDR_MC: '第1专利代理事务所',
      CF_XDR_LB: '法人及非法人组织',
      CF_XDR_SHXYM: penalty.uscc,
      CF_WSH: '京知罚〔2026〕3号',
      CF_CFLB: '警告；罚款',
      CF_NR_FK: '1.20005',
      CF_JDRQ: '2026-12-10',
      CF_GSJZQ: '2027-12-10',
      CF_CFJGDM: '11110000000021231Y',
    });
    expect(fields).not.toHaveProperty('CF_NR_WFFF');
  });

  it('of a person does not carry the code of the agency', () => {
    const person = { ...penaltyRecord, party: { kind: 'person', name: '李四' } } as const;
    expect(sent({ ...penalty, record: person }).fields).not.toHaveProperty('CF_XDR_SHXYM');
  });

  it('has fewer fields on the GSXT', () => {
    const entry = {
      ...penalty,
      key: 'penalty/01HZX/gsxt',
      record: { ...penaltyRecord, channel: 'gsxt' },
    } as const;
    expect(Object.keys(sent(entry).fields ?? {})).toEqual([
      'penDecNo',
      'illegActType',
      'penContent',
      'penAuth_CN',
      'penDecIssDate',
      'publicDate',
    ]);
  });
});

describe('a listing', () => {
  const listed = creditEntry({ key: 'listing/NL1', record: listingRecord });

  it('ends with its removal', () => {
    expect(sent(listed).fields).toEqual({
      speCause_CN: '未按规定提交年度报告',
      abntime: '2026-12-01',
      decOrg_CN: creditOffice.name,
    });
    const ended = sent({
      ...listed,
      version: 2,
      operation: 'end',
      reason: 'cured',
      at: '2027-03-01T02:00:00Z',
    });
    expect(ended).toMatchObject({
      state: 'ended',
      reason: '列入情形消失',
      fields: { remExcpRes_CN: '列入情形消失', remDate: '2027-03-01', reDecOrg_CN: creditOffice.name },
    });
  });

  it('of serious breach says so', () => {
    const serious = creditEntry({ key: 'listing/NL2', record: { ...listingRecord, list: 'serious' } });
    expect(sent(serious).fields).toMatchObject({
      type: '严重违法失信名单',
      serILLRea_CN: listingRecord.reason,
    });
  });
});

describe('a withdrawal', () => {
  it('carries no content', () => {
    const taken = sent(withdrawalOf(penalty, '2026-12-20T02:00:00Z'));
    expect(taken).toMatchObject({ state: 'withdrawn', version: 2, reason: '依据的决定被撤销或者变更' });
    expect(taken).not.toHaveProperty('fields');
    expect(JSON.stringify(taken)).not.toContain(penaltyRecord.facts);
  });
});

describe('what must not leave the house', () => {
  const saying = (facts: string) => creditEntry({ ...penalty, record: { ...penaltyRecord, facts } });
  it.each([
    ['an identity card', '当事人身份证 11010119900307123X', 'credit.invalid.number'],
    ['a receipt code', '举报回执码 123456789012345678', 'credit.invalid.number'],
    ['a mobile number', '联系电话13800138000', 'credit.invalid.phone'],
    ['a mail address', '写信给 someone@example.cn', 'credit.invalid.mail'],
    ['the id of a complaint', '见 CP#01JABCDEFGHJKMNPQRSTVWXYZ0', 'credit.invalid.id'],
    ['a bare id', '见 01JABCDEFGHJKMNPQRSTVWXYZ0', 'credit.invalid.id'],
    ['a digest of the audit chain', `见 ${'a1'.repeat(32)}`, 'credit.invalid.id'],
    ['nothing at all', '', 'credit.invalid.missing'],
    ['more than fits', '字'.repeat(4_001), 'credit.invalid.long'],
  ])('%s', (_what, facts, code) => {
    expect(refused(saying(facts))).toContain(`CF_SY ${code}`);
  });

  it('lets the code of an agency and ordinary numbers through', () => {
    expect(refused(saying('2026年9月向914403001922038216出借资质，收费 12000 元。'))).toBe('sent');
  });

  it('refuses a code that is none and a key that is none', () => {
    expect(refused(creditEntry({ uscc: '911101080000000012' }))).toEqual([
      'subject.uscc credit.invalid.uscc',
    ]);
    expect(refused(creditEntry({ key: 'CP#01' }))).toEqual(['key credit.invalid.key']);
  });

  it('takes words of a person only where words are', () => {
    const amended = sent(penalty, { CF_XDR_MC: '新名称', CF_NR_FK: '0.01', BZ: '备注', subject: '新名称' });
    expect(amended).toMatchObject({
      id: 'penalty/01HZX/portal@0001.1',
      subject: { name: '新名称' },
      fields: { CF_XDR_MC: '新名称', CF_NR_FK: '1.20005' },
    });
    expect(amended.fields).not.toHaveProperty('BZ');
    expect(amended.digest).not.toBe(sent(penalty).digest);
  });
});

describe('the tables', () => {
  it('cite where every name is from, and mark what was not read', () => {
    for (const type of wireTypes) {
      const { rows, lines = [] } = wireTables[type];
      for (const { field, zh, en, citation } of [...rows, ...lines]) {
        expect(citation.text, field).not.toBe('');
        expect(isUnverified({ citation }), field).toBe(true);
        expect(zh === '' || en === '', field).toBe(false);
      }
      expect(new Set(rows.map(({ field }) => field)).size).toBe(rows.length);
    }
  });

  it('say why a field of the double publicity is not sent', () => {
    const sentFields = new Set(doublePublicity.map(({ field }) => field));
    expect(doublePublicityLeftOut.filter(({ field, why }) => sentFields.has(field) || why === '')).toEqual(
      [],
    );
  });
});
