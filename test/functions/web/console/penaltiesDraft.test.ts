import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordInquiry } from '../../../../shared/penalty/investigating.ts';
import {
  chargeForm,
  type PenaltyOffice,
  penaltyOffice,
  wholeDraft,
} from '../../../fixtures/consolePenalties.ts';
import { errorBeside, wordsOf } from '../../console/consoleWorld.ts';

let office: PenaltyOffice;
beforeAll(async () => {
  office = await penaltyOffice();
}, 60_000);
afterAll(() => office.world.close());

/** A case that can be drafted. */
async function investigated(over: Parameters<PenaltyOffice['cases']['file']>[0] = {}): Promise<string> {
  const { cases } = office;
  const id = await cases.file(over);
  const inquiry = { on: cases.today(), text: '询问笔录', officers: ['P001', 'P002'] };
  await cases.give(id, 'record-inquiry', recordInquiry, inquiry);
  return id;
}
const draft = (id: string, form: Parameters<PenaltyOffice['long']>[3], step?: string) =>
  office.long(id, office.supervisor, 'draft', form, step);
/** The text of the option or value that a control shows. */
const chosen = (body: string, name: string) =>
  new RegExp(`name="${name.replaceAll('.', '\\.')}"[\\s\\S]*?<option value="([^"]*)" selected`).exec(
    body,
  )?.[1];

describe('the draft form', () => {
  test('starts with what is suspected, and asks by regime, entry and tier without a script', async () => {
    const id = await investigated();
    const first = (await office.world.get(`${office.path(id)}/draft`, office.supervisor)).body;
    expect(chosen(first, 'charge.1.entry')).toBe('patent.conflict');
    expect(first).toMatch(/name="charge\.1\.actOn\.year"[^>]*value="2026"/);
    // Two tiers: what each allows is said, and nothing is asked before one is chosen.
    expect(wordsOf(first)).toContain('罚款：不超过100000.00 元，含本数（可以）');
    expect(first).not.toContain('name="charge.1.fine"');
    const added = await draft(id, { no: ['1'], ...chargeForm(1), addRegime: 'trademark' }, 'add');
    expect(added.status).toBe(200);
    expect(added.body).toContain('name="charge.2.entry"');
    expect(wordsOf(added.body)).toContain('负面清单条目（商标代理）');
    expect(wordsOf(added.body)).toContain('与违法行为 1 是同一行为');
    expect(added.body).toContain('name="charge.1.fine"');
    const serious = await draft(id, { no: ['1'], ...chargeForm(1, { tier: 'serious' }) }, 'look');
    expect(serious.body).toContain('name="charge.1.suspension"');
    expect(serious.body).not.toContain('name="charge.1.fine"');
    const dropped = await office.world.post(`${office.path(id)}/draft`, office.supervisor, {
      expectedVersion: String((await office.caseOf(id)).version),
      no: ['1', '2'],
      ...chargeForm(1),
      ...chargeForm(2),
      drop: '1',
    });
    expect(dropped.body).not.toContain('name="charge.1.entry"');
    expect(dropped.body).toContain('name="charge.2.entry"');
    expect((await office.caseOf(id)).status).toBe('investigating');
  });

  test('shows the range, its split and what an amount amounts to', async () => {
    const id = await investigated();
    const shown = await draft(id, { no: ['1'], ...chargeForm(1, { fine: '30,000' }) }, 'look');
    const words = wordsOf(shown.body);
    expect(words).toContain('0.00 元 至 30000.00 元 为从轻，70000.00 元 至 100000.00 元 为从重');
    expect(words).toContain('填写的金额属于：从轻');
    expect(words).toContain('未核实');
  });

  test('shows what follows by law before it is sent, and changes nothing by it', async () => {
    const id = await investigated();
    const preview = await draft(id, { ...wholeDraft, ...chargeForm(1, { fine: '100000' }) }, 'preview');
    const words = wordsOf(preview.body);
    expect(preview.status).toBe(200);
    expect(words).toContain('应当告知听证权利：较大数额罚款');
    expect(words).toContain('应当由机关负责人集体讨论');
    expect(words).toContain('本机关');
    expect(words).toContain('如今天决定，公示至2027年7月6日');
    expect(words).toContain('该条款未发生变化');
    expect(words).toContain('patent.conflict@2019-03-01');
    const small = await draft(id, { ...wholeDraft, ...chargeForm(1, { fine: '99999.99' }) }, 'preview');
    expect(wordsOf(small.body)).toContain('未达到听证标准');
    expect((await office.caseOf(id)).status).toBe('investigating');
  });

  test('refuses each thing beside its field, with the article', async () => {
    const id = await investigated();
    const send = async (over: Record<string, string | string[]>) =>
      (await draft(id, { ...wholeDraft, ...chargeForm(1, over) })).body;
    expect(errorBeside(await send({ fine: '100000.01' }), 'charge.1.fine')).toContain(
      '专利代理条例第二十五条',
    );
    expect(errorBeside(await send({ fine: 'viel' }), 'charge.1.fine')).toContain('以元为单位');
    expect(errorBeside(await send({ measures: [] }), 'charge.1.measures')).toContain('警告');
    expect(
      errorBeside(
        await send({ 'correct.year': '', 'correct.month': '', 'correct.day': '' }),
        'charge.1.correct',
      ),
    ).toContain('责令限期改正');
    expect(errorBeside(await send({ tier: '' }), 'charge.1.tier')).toContain('请选择情节');
    expect(errorBeside(await send({ entry: '' }), 'charge.1.entry')).toContain('请从负面清单中选择');
    expect(errorBeside(await send({ 'actOn.year': '2019' }), 'charge.1.actOn')).toContain('第三十六条');
    expect(errorBeside(await send({ 'actOn.month': '13' }), 'charge.1.actOn')).not.toBe('');
    expect(errorBeside(await send({ facts: '' }), 'charge.1.facts')).toContain('请填写事实');
    const serious = await send({ tier: 'serious', suspension: '6' });
    expect(errorBeside(serious, 'outcome')).toContain('国家知识产权局');
    const months = await draft(id, {
      ...wholeDraft,
      outcome: 'proposal',
      ...chargeForm(1, { tier: 'serious', suspension: '5' }),
    });
    expect(errorBeside(months.body, 'charge.1.suspension')).toContain('6 至 12 个月');
    const twice = await draft(id, {
      ...wholeDraft,
      no: ['1', '2'],
      ...chargeForm(1),
      ...chargeForm(2, { act: '1', entry: 'patent.disclosure' }),
    });
    expect(errorBeside(twice.body, 'charge.2.fine')).toContain('同一违法行为不得给予两次以上罚款');
    const ground = await draft(id, { outcome: 'no-penalty', facts: '事实', reason: '理由' });
    expect(errorBeside(ground.body, 'ground')).toContain('请选择');
    const to = await draft(id, { ...wholeDraft, outcome: 'transfer' });
    expect(errorBeside(to.body, 'to')).toContain('请填写接收机关');
    const listing = await draft(id, { ...wholeDraft, listing: 'yes' });
    expect(errorBeside(listing.body, 'listingGround')).toContain('请选择一项');
    expect((await office.caseOf(id)).status).toBe('investigating');
  });

  test('is taken as no penalty, as a proposal, and with a listing', async () => {
    const none = await investigated();
    expect(
      (
        await draft(none, {
          outcome: 'no-penalty',
          ground: 'minor-and-cured',
          facts: '轻微',
          reason: '已改正',
        })
      ).status,
    ).toBe(303);
    expect((await office.caseOf(none)).state.draft?.charges).toEqual([]);
    const proposal = await investigated();
    const sent = await draft(proposal, {
      ...wholeDraft,
      outcome: 'proposal',
      ...chargeForm(1, { tier: 'serious', suspension: '６' }),
    });
    expect(sent.status).toBe(303);
    expect((await office.caseOf(proposal)).state.draft?.charges[0]?.measures).toEqual({ suspension: 6 });
    const listed = await investigated();
    await draft(listed, {
      ...wholeDraft,
      listing: 'yes',
      listingGround: 'serious-conduct',
      listingReason: '性质恶劣',
    });
    expect((await office.caseOf(listed)).state.draft?.listing).toEqual({
      ground: 'serious-conduct',
      reason: '性质恶劣',
    });
  });

  test('is for supervisors, in its status, on the page as it stands', async () => {
    const id = await investigated();
    const { approver, auditor, supervisor, long, path, world } = office;
    expect((await long(id, approver, 'draft', wholeDraft)).status).toBe(403);
    expect((await world.get(`${path(id)}/draft`, auditor)).status).toBe(403);
    const { version } = await office.caseOf(id);
    await office.must(id, supervisor, 'note', { text: '新情况' });
    const stale = await long(id, supervisor, 'draft', wholeDraft, 'send', version);
    expect(stale.status).toBe(422);
    expect(wordsOf(stale.body)).toContain('您打开页面以后案件有变化');
    expect(stale.body).toContain('经查，当事人代理了冲突双方。');
    expect((await draft(id, wholeDraft)).status).toBe(303);
    expect((await long(id, office.other, 'draft', wholeDraft)).status).toBe(409);
    expect((await world.get(`${path(id)}/draft`, supervisor)).status).toBe(409);
  });

  test('a practitioner is charged with what reaches persons alone, measured as a person', async () => {
    const id = await investigated({
      party: { kind: 'person', name: '钱代理', licenceNo: '11001123456' },
      suspicion: { text: '私自接受委托', entries: [] },
    });
    const added = await draft(id, { addRegime: 'patent' }, 'add');
    expect(added.body).not.toContain('value="patent.conflict"');
    const entry = /<option value="(practitioner\.[\w-]+|patent\.[\w.-]+)"/.exec(added.body)?.[1] ?? '';
    const preview = await draft(id, { ...wholeDraft, ...chargeForm(1, { entry, fine: '10000' }) }, 'preview');
    expect(wordsOf(preview.body)).toContain('应当告知听证权利');
  });
});
