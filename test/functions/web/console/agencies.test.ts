import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fictionalUscc } from '../../../../shared/register/uscc.ts';
import {
  type ConsoleWorld,
  errorBeside,
  hiddenValue,
  openConsole,
  type SignedIn,
  staff,
  wordsOf,
} from '../../console/consoleWorld.ts';

let world: ConsoleWorld;
let supervisor: SignedIn;
beforeAll(async () => {
  world = await openConsole();
  supervisor = await world.signIn(staff.supervisor);
});
afterAll(() => world.close());

/** A complete form of an agency, as a browser sends it. */
function agencyForm(n: number, more: Readonly<Record<string, string | readonly string[]>> = {}) {
  return {
    uscc: fictionalUscc(n),
    name: `第${n}事务所`,
    kinds: ['patent', 'trademark'],
    district: 'haidian',
    address: '北京市海淀区学院路1号',
    legalRepresentative: '李四',
    phone: '010-12345678',
    email: 'a@example.cn',
    status: 'active',
    riskClass: 'B',
    listing: 'none',
    ...more,
  };
}

describe('agencies one by one', () => {
  test('a form makes an agency, its page shows every field and who entered it', async () => {
    const form = await world.get('/registers/agencies/new', supervisor);
    expect(form.status).toBe(200);
    const made = await world.post('/registers/agencies', supervisor, agencyForm(1));
    expect(made).toMatchObject({ status: 303, location: `/registers/agencies/${fictionalUscc(1)}` });
    const page = await world.get(made.location ?? '', supervisor);
    const words = wordsOf(page.body);
    expect(words).toContain('第1事务所');
    expect(words).toContain('专利、商标');
    expect(words).toContain('海淀区');
    expect(words).toContain('supervisor');
  });

  test('sent twice, the second answer is that of the first', async () => {
    const again = await world.post('/registers/agencies', supervisor, agencyForm(1));
    expect(again).toMatchObject({ status: 303, location: `/registers/agencies/${fictionalUscc(1)}` });
  });

  test('another agency under a known code is refused beside the code', async () => {
    const refused = await world.post('/registers/agencies', supervisor, agencyForm(1, { name: '别人' }));
    expect(refused.status).toBe(422);
    expect(errorBeside(refused.body, 'uscc')).toContain(fictionalUscc(1));
  });

  test('each fault stands beside its field, and the entries are still there', async () => {
    const refused = await world.post(
      '/registers/agencies',
      supervisor,
      agencyForm(2, {
        uscc: '911100000000000000',
        phone: 'ring',
        legalRepresentative: '',
        kinds: [],
        'listedSince.year': '2026',
        'listedSince.month': '13',
        'listedSince.day': '1',
      }),
    );
    expect(refused.status).toBe(422);
    expect(errorBeside(refused.body, 'uscc')).toContain('校验');
    expect(errorBeside(refused.body, 'phone')).not.toBe('');
    for (const [field, label] of [
      ['kinds', '业务类型'],
      ['legalRepresentative', '法定代表人'],
    ] as const) {
      const says = `请填写“${label}”。`;
      expect(errorBeside(refused.body, field)).toContain(says);
      expect(refused.body).toContain(`<a href="#f-${field}">${says}</a>`);
    }
    expect(errorBeside(refused.body, 'listedSince')).toContain('日期');
    expect(refused.body).toContain('value="第2事务所"');
    expect(refused.body).toContain('value="13"');
  });

  test('a change is kept with the value before, a stale form is a conflict', async () => {
    const path = `/registers/agencies/${fictionalUscc(1)}`;
    const form = await world.get(`${path}/edit`, supervisor);
    const expectedVersion = hiddenValue(form.body, 'expectedVersion');
    const { uscc: _, ...entries } = agencyForm(1, { riskClass: 'D' });
    const saved = await world.post(`${path}/edit`, supervisor, { ...entries, expectedVersion });
    expect(saved).toMatchObject({ status: 303, location: path });
    const words = wordsOf((await world.get(path, supervisor)).body);
    expect(words).toMatch(/风险类别 B D/);
    const twice = await world.post(`${path}/edit`, supervisor, { ...entries, expectedVersion });
    expect(twice.status).toBe(303);
    const stale = await world.post(`${path}/edit`, supervisor, {
      ...entries,
      riskClass: 'A',
      expectedVersion,
    });
    expect(stale.status).toBe(409);
    expect((await world.deps.register.agency(fictionalUscc(1)))?.value.riskClass).toBe('D');
  });

  test('what people write is text on the page, never markup', async () => {
    const evil = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';
    const made = await world.post(
      '/registers/agencies',
      supervisor,
      agencyForm(3, { name: evil, address: evil, legalRepresentative: evil, exclusion: evil, nameEn: evil }),
    );
    expect(made.status).toBe(303);
    for (const path of ['/registers/agencies', `/registers/agencies/${fictionalUscc(3)}`]) {
      const { body } = await world.get(path, supervisor);
      expect(body).not.toContain('<script>alert');
      expect(body).not.toContain('<img src=x');
      expect(body).toContain('&lt;script');
    }
    const edit = await world.get(`/registers/agencies/${fictionalUscc(3)}/edit`, supervisor);
    expect(edit.body).not.toContain('"><img');
    const search = await world.get(`/registers/agencies?text=${encodeURIComponent(evil)}`, supervisor);
    expect(search.body).not.toContain('<script>alert');
  });
});

describe('the list', () => {
  test('filters, sorts and exports what the address says', async () => {
    const found = await world.get('/registers/agencies?riskClass=D', supervisor);
    expect(wordsOf(found.body)).toContain('共 1 条');
    const text = await world.get(`/registers/agencies?text=${fictionalUscc(3)}`, supervisor);
    expect(wordsOf(text.body)).toContain('共 1 条');
    const none = await world.get('/registers/agencies?status=closed', supervisor);
    expect(wordsOf(none.body)).toContain('没有符合条件的记录');
    const csv = await world.get('/registers/agencies/export.csv?riskClass=D', supervisor);
    const lines = Buffer.from(csv.wire.body ?? '', 'base64')
      .toString()
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('统一社会信用代码');
    expect(lines[1]).toContain(fictionalUscc(1));
  });

  test('a file cannot carry a formula out', async () => {
    await world.post('/registers/agencies', supervisor, agencyForm(4, { name: '=HYPERLINK("x")' }));
    const csv = await world.get(`/registers/agencies/export.csv?text=${fictionalUscc(4)}`, supervisor);
    expect(Buffer.from(csv.wire.body ?? '', 'base64').toString()).toContain(`"'=HYPERLINK`);
  });

  test('English is a switch away, and the headings follow', async () => {
    const page = await world.get('/registers/agencies?lang=en', supervisor);
    expect(wordsOf(page.body)).toContain('Unified social credit code');
  });

  test('a page number beyond the end shows the last page', async () => {
    const page = await world.get('/registers/agencies?page=999', supervisor);
    expect(page.status).toBe(200);
    expect(wordsOf(page.body)).toContain('第1事务所');
  });
});
