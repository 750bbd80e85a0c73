import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { createAgency } from '../../../../shared/register/commands/editAgency.ts';
import { createInspector } from '../../../../shared/register/commands/editInspector.ts';
import { fictionalUscc } from '../../../../shared/register/uscc.ts';
import {
  agency,
  asActor,
  type ConsoleWorld,
  errorBeside,
  inspector,
  openConsole,
  type SignedIn,
  staff,
  wordsOf,
} from '../../console/consoleWorld.ts';

let world: ConsoleWorld;
const who: Record<string, SignedIn> = {};
beforeAll(async () => {
  world = await openConsole();
  for (const name of ['supervisor', 'approver', 'auditor', 'inspector'] as const) {
    who[name] = await world.signIn(staff[name]);
  }
  const { draws, register } = world.deps;
  const deps = { cases: draws.cases, register, auditKey: draws.auditKey, now: draws.now };
  const actor = asActor(staff.supervisor);
  for (const n of [1, 2]) await createAgency(deps, agency(n), actor);
  await createInspector(deps, inspector(1), actor);
  await createInspector(deps, inspector(2, { certificateValidTo: localDate('2026-10-01') }), actor);
});
afterAll(() => world.close());

const declared = {
  inspectorId: 'P002',
  agencyUscc: fictionalUscc(1),
  reason: '配偶在该机构任职<script>',
  'declaredOn.year': '2026',
  'declaredOn.month': '11',
  'declaredOn.day': '20',
  source: 'office',
};
const path = `/registers/relations/P002/${fictionalUscc(1)}`;

describe('回避', () => {
  test('the reason is for those who decide; the auditor sees that there is one', async () => {
    const made = await world.post('/registers/relations', who['supervisor'], declared);
    expect(made).toMatchObject({ status: 303, location: path });
    for (const name of ['supervisor', 'approver']) {
      const page = await world.get(path, who[name]);
      expect(wordsOf(page.body), name).toContain('配偶在该机构任职');
      expect(page.body).not.toContain('任职<script>');
    }
    for (const address of [path, `/registers/agencies/${fictionalUscc(1)}`, '/registers/relations']) {
      const page = await world.get(address, who['auditor']);
      expect(page.status).toBe(200);
      expect(page.body).not.toContain('配偶');
    }
    expect(wordsOf((await world.get(path, who['auditor'])).body)).toContain('（保密）');
    for (const format of ['csv', 'xlsx']) {
      const file = await world.get(`/registers/relations/export.${format}`, who['auditor']);
      expect(file.status).toBe(403);
    }
  });

  test('an inspector declares for nobody else, whatever the form says', async () => {
    const own = await world.post('/registers/relations', who['inspector'], {
      ...declared,
      inspectorId: 'P002',
      agencyUscc: fictionalUscc(2),
      source: 'agency',
    });
    expect(own).toMatchObject({
      status: 303,
      location: `/registers/relations/P001/${fictionalUscc(2)}`,
    });
    const kept = await world.deps.register.relation('P001', fictionalUscc(2));
    expect(kept?.value).toMatchObject({ source: 'inspector', declaredOn: '2026-11-23' });
    const foreign = await world.get(path, who['inspector']);
    const absent = await world.get(`/registers/relations/P009/${fictionalUscc(1)}`, who['inspector']);
    expect(foreign.status).toBe(404);
    expect(absent.status).toBe(404);
    const seen = await world.get(`/registers/relations/P001/${fictionalUscc(2)}`, who['inspector']);
    expect(wordsOf(seen.body)).toContain('配偶');
  });

  test('faults stand beside their fields', async () => {
    const refused = await world.post('/registers/relations', who['supervisor'], {
      ...declared,
      inspectorId: '',
      agencyUscc: fictionalUscc(99),
      reason: '',
    });
    expect(refused.status).toBe(422);
    expect(errorBeside(refused.body, 'inspectorId')).not.toBe('');
    expect(errorBeside(refused.body, 'reason')).not.toBe('');
    const unknown = await world.post('/registers/relations', who['supervisor'], {
      ...declared,
      agencyUscc: fictionalUscc(99),
    });
    expect(errorBeside(unknown.body, 'agencyUscc')).toContain(fictionalUscc(99));
  });

  test('withdrawn once, then declared again', async () => {
    for (let press = 0; press < 2; press++) {
      const done = await world.post(`${path}/withdraw`, who['supervisor'], {});
      expect(done).toMatchObject({ status: 303, location: path });
    }
    expect(wordsOf((await world.get(path, who['supervisor'])).body)).toContain('已撤销');
    expect(await world.deps.register.relations()).toHaveLength(1);
    expect((await world.post('/registers/relations', who['supervisor'], declared)).status).toBe(303);
    expect(await world.deps.register.relations()).toHaveLength(2);
  });
});

describe('certificates', () => {
  test('an expired one is marked by word, and can be filtered for', async () => {
    const list = await world.get('/registers/inspectors?certificate=expired', who['supervisor']);
    const words = wordsOf(list.body);
    expect(words).toContain('2026-10-01 已过期');
    expect(words).toContain('共 1 条');
    expect(list.body).toContain('dr-tag--overdue');
  });
});

describe('items', () => {
  const draft = {
    code: 'ZL-09',
    version: '1',
    name: '检查<b>事项</b>',
    legalBasis: '专利代理条例第二十二条',
    kinds: ['patent'],
    method: 'onsite',
    announced: 'yes',
    questions:
      '1|两证是否一致？|比对 A\\|B 两份原件|办法第十八条|一致/不一致/不适用|照片|是\r\n2|有无出借？|询问|办法第五十一条|未发现/发现/不适用||否',
    'validFrom.year': '2026',
    'validFrom.month': '12',
    'validFrom.day': '1',
  };
  test('draft, publish, next version, withdraw', async () => {
    const supervisor = who['supervisor'];
    const saved = await world.post('/registers/items', supervisor, draft);
    expect(saved).toMatchObject({ status: 303, location: '/registers/items/ZL-09' });
    for (let press = 0; press < 2; press++) {
      expect((await world.post('/registers/items/ZL-09/1/publish', supervisor, {})).status).toBe(303);
    }
    const page = await world.get('/registers/items/ZL-09', supervisor);
    expect(wordsOf(page.body)).toContain('已公布');
    expect(page.body).not.toContain('<b>事项');
    for (const said of ['两证是否一致？', '比对 A|B 两份原件', '未发现 / 发现 / 不适用', '照片（必须）']) {
      expect(wordsOf(page.body)).toContain(said);
    }
    expect((await world.deps.register.item('ZL-09', 1))?.value.questions.map(({ code }) => code)).toEqual([
      '1',
      '2',
    ]);
    const next = await world.get('/registers/items/new?from=ZL-09', supervisor);
    expect(next.body).toContain('name="version" value="2"');
    expect(next.body).toContain('1|两证是否一致？|比对 A\\|B 两份原件|办法第十八条|');
    const changed = await world.post('/registers/items', supervisor, { ...draft, name: '改' });
    expect(changed.status).toBe(422);
    const second = await world.post('/registers/items', supervisor, { ...draft, version: '2', name: '改' });
    expect(second.status).toBe(303);
    expect((await world.post('/registers/items/ZL-09/1/withdraw', supervisor, {})).status).toBe(303);
    expect((await world.deps.register.item('ZL-09', 1))?.value.status).toBe('withdrawn');
    const gone = await world.post('/registers/items/ZL-09/1/publish', supervisor, {});
    expect(gone.status).toBe(422);
  });

  test('a line of the checklist that is wrong is named beside the field, with what was entered', async () => {
    const questions = '1|是否一致？|比对|办法第十八条|一致\r\n2|有无出借？|询问|办法第五十一条|是/否';
    const refused = await world.post('/registers/items', who['supervisor'], {
      ...draft,
      code: 'ZL-11',
      questions,
    });
    expect(refused.status).toBe(422);
    expect(errorBeside(refused.body, 'questions')).toContain('第 2 行');
    expect(refused.body).toContain('2|有无出借？|询问|办法第五十一条|是/否');
  });

  test('without a checklist it is kept as a draft, and not published', async () => {
    const supervisor = who['supervisor'];
    const saved = await world.post('/registers/items', supervisor, {
      ...draft,
      code: 'ZL-12',
      questions: '',
    });
    expect(saved.status).toBe(303);
    const refused = await world.post('/registers/items/ZL-12/1/publish', supervisor, {});
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.body)).toContain('没有检查表的事项不能公布');
    expect((await world.deps.register.item('ZL-12', 1))?.value.status).toBe('draft');
  });

  test('a draft without a legal basis is refused at that field', async () => {
    const refused = await world.post('/registers/items', who['supervisor'], {
      ...draft,
      code: 'ZL-10',
      legalBasis: '',
      announced: '',
    });
    expect(errorBeside(refused.body, 'legalBasis')).not.toBe('');
    expect(errorBeside(refused.body, 'announced')).not.toBe('');
  });
});
