import * as fc from 'fast-check';
import type { VNode } from 'preact';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { scaleEnd } from '../../../../functions/web/kit/components/barChart.tsx';
import { DataTable, sortFrom } from '../../../../functions/web/kit/components/dataTable.tsx';
import { Form } from '../../../../functions/web/kit/components/form.tsx';
import { groupsOfFour, Hash } from '../../../../functions/web/kit/components/hash.tsx';
import { pageNumbers } from '../../../../functions/web/kit/components/pagination.tsx';
import { SummaryList } from '../../../../functions/web/kit/components/summaryList.tsx';
import { Textarea, TextInput } from '../../../../functions/web/kit/components/textFields.tsx';
import type { PageContext, Values } from '../../../../functions/web/kit/context.tsx';
import { renderDocument } from '../../../../functions/web/kit/document.tsx';
import { formFields, listOf, readDate, readForm } from '../../../../functions/web/kit/http/readForm.ts';
import { safeReturnPath } from '../../../../functions/web/kit/http/returnPath.ts';
import { PublicPage } from '../../../../functions/web/kit/layouts/publicPage.tsx';
import { hrefWith } from '../../../../functions/web/kit/links.ts';

const context: PageContext = {
  lang: 'zh',
  method: 'GET',
  path: '/list',
  query: { q: '甲&乙', sort: 'name', page: '3' },
  office: { zh: '示例局', en: 'Office' },
  assets: { screenCss: '/s.css', printCss: '/p.css', script: '/s.js', witness: '/w.js' },
  navigation: [],
  problemText: ({ code }) => code,
  csrfToken: () => 'token',
  newKey: () => 'a-new-key-of-this-form',
};

const html = (node: VNode, page: PageContext = context) => renderDocument(node, page);

test('whatever somebody typed is text: in content, attributes, text areas and addresses', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const attack = `${typed}"'><script>alert(1)</script></textarea><!--`;
      const page = html(
        <PublicPage title={attack}>
          <SummaryList rows={[{ label: attack, value: attack, changeHref: hrefWith('/x', { q: attack }) }]} />
          <Form action="/x" values={{ name: attack, note: attack }}>
            <TextInput name="name" label={attack} />
            <Textarea name="note" label="说明" />
          </Form>
        </PublicPage>,
      );
      expect(page.match(/<script/g)).toHaveLength(1);
      expect(page).not.toContain('<!--');
      expect(page.match(/<\/textarea>/g)).toHaveLength(1);
    }),
    { numRuns: 50 },
  );
});

test('no page carries an inline style or script, which its own policy would block', () => {
  const page = html(
    <PublicPage title="页">
      <Hash value={'ab'.repeat(32)} />
    </PublicPage>,
  );
  expect(page).not.toMatch(/ style=|<style| on\w+=|<script>/);
});

test('a hash is shown in groups of four and copied as it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9a-f]{0,80}$/), (value) => {
      const groups = groupsOfFour(value);
      expect(groups.join('')).toBe(value);
      expect(groups.slice(0, -1).every((group) => group.length === 4)).toBe(true);
    }),
  );
});

test('a refused form keeps its idempotency key, a fresh one gets a new one', () => {
  const form = (values: Values) =>
    html(
      <PublicPage title="页">
        <Form action="/x" values={values} version={7}>
          {' '}
        </Form>
      </PublicPage>,
    );
  expect(form({})).toContain('name="idempotencyKey" value="a-new-key-of-this-form"');
  expect(form({ idempotencyKey: 'the-key-of-before' })).toContain('value="the-key-of-before"');
  expect(form({})).toContain('name="expectedVersion" value="7"');
});

test('sorting lives in the address, keeps the filter and starts at the first page', () => {
  const page = html(
    <PublicPage title="页">
      <DataTable
        caption="表"
        columns={[
          { key: 'name', label: '名称', sortable: true, cell: () => '' },
          { key: 'size', label: '人数', sortable: true, numeric: true, cell: () => '' },
        ]}
        rows={[]}
        rowKey={() => ''}
        sort={{ by: 'name', descending: false }}
      />
    </PublicPage>,
  );
  const q = encodeURIComponent('甲&乙');
  expect(page).toContain(`href="/list?q=${q}&amp;sort=-name"`);
  expect(page).toContain(`href="/list?q=${q}&amp;sort=size"`);
  expect(page).toContain('aria-sort="ascending"');
  expect(sortFrom({ sort: '-size' }, ['size'], { by: 'x', descending: false })).toEqual({
    by: 'size',
    descending: true,
  });
  expect(sortFrom({ sort: 'passwd' }, ['size'], { by: 'x', descending: true })).toEqual({
    by: 'x',
    descending: true,
  });
});

test('page numbers rise, begin at 1, end at the last, hold the current one; gaps stand for two or more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (a, b) => {
      const [page, pages] = [Math.min(a, b), Math.max(a, b)];
      const shown = pageNumbers(page, pages);
      const real = shown.filter((n) => n > 0);
      expect(real[0]).toBe(1);
      expect(real.at(-1)).toBe(pages);
      expect(real).toContain(page);
      expect(real).toEqual([...new Set(real)].sort((x, y) => x - y));
      expect(shown.length).toBeLessThanOrEqual(7);
    }),
  );
});

test('a chart ends at a round number not below its largest bar', () => {
  expect([0, 1, 3, 41, 100, 101].map((value) => scaleEnd([value]))).toEqual([1, 1, 5, 50, 100, 200]);
});

test('a form is read into values or into one problem per field, in codes of the catalogue', () => {
  const schema = formFields.extend({
    name: z.string().trim().min(1, 'x.name.missing').max(5, 'x.name.long'),
    boxes: listOf(z.enum(['a', 'b'], 'x.boxes.unknown')),
  });
  const idempotencyKey = 'k'.repeat(20);
  expect(readForm(schema, { idempotencyKey, name: ' 甲 ', boxes: 'a' })).toEqual({
    ok: true,
    value: { idempotencyKey, name: '甲', boxes: ['a'] },
  });
  expect(readForm(schema, { idempotencyKey, name: '', boxes: ['a', 'c', 'd'] })).toEqual({
    ok: false,
    problems: [
      { code: 'x.name.missing', field: 'name' },
      { code: 'x.boxes.unknown', field: 'boxes' },
    ],
  });
  expect(readForm(schema, { idempotencyKey })).toMatchObject({
    problems: [{ code: 'kit.form.unreadable', field: 'name' }],
  });
});

test('dates are read with full-width digits, and only when there is such a day', () => {
  const read = (year: string, month: string, day: string) =>
    readDate({ 'd.year': year, 'd.month': month, 'd.day': day }, 'd');
  expect(read('２０２６', '２', ' 3 ')).toEqual({ ok: true, value: '2026-02-03' });
  expect(read('', '', '')).toEqual({ ok: true, value: '' });
  expect(read('2024', '2', '29')).toMatchObject({ ok: true });
  for (const [y, m, d] of [
    ['2026', '2', '29'],
    ['2026', '13', '1'],
    ['26', '1', '1'],
    ['2026', 'x', '1'],
  ] as const) {
    expect(read(y, m, d)).toMatchObject({ problems: [{ code: 'kit.date.impossible', field: 'd' }] });
  }
  expect(read('2026', '', '1')).toMatchObject({ problems: [{ code: 'kit.date.incomplete', field: 'd' }] });
});

test('a return path never leaves this site, whatever stands in it', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom('', '/', '//', '/\\', '/%2f', '/%5c', 'https:'),
      (text, start) => {
        const path = safeReturnPath(`${start}${text}`);
        if (path !== undefined) expect(new URL(path, 'https://us.example').origin).toBe('https://us.example');
      },
    ),
    { numRuns: 2000 },
  );
  expect(safeReturnPath('/plans/2026?tab=%E7%94%B2&x=100%25')).toBe('/plans/2026?tab=%E7%94%B2&x=100%25');
});
