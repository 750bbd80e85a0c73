import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { appSecretTemplate } from '../../infra/secrets.ts';
import { parseAppSecrets } from '../../shared/access/appSecrets.ts';
import { indexes } from '../../shared/adapters/coreTable.ts';
import { officeSchema } from '../../shared/notice/office.ts';
import { ofType, regions, template } from './synthesised.ts';

/** Names that the template and the code behind it agree on without importing one another. */

const root = resolve(import.meta.dirname, '../..');

it('names no other index in the adapters', () => {
  const folder = join(root, 'shared/adapters');
  const named = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/IndexName:\s*['"](\w+)['"]/g)].map((match) => ({
      file,
      index: match[1] ?? '',
    })),
  );
  expect(named.filter(({ index }) => !Object.hasOwn(indexes, index))).toEqual([]);
});

it('creates an application secret that the functions can read before anybody fills it in', () => {
  const created = { ...appSecretTemplate, key: 'k'.repeat(64) };
  expect(parseAppSecrets(JSON.stringify(created))).toMatchObject({ oidcClientSecret: '' });
});

it('tells the functions who the office is, whatever the parameters allow', async () => {
  const made = await template(regions[0]);
  const entered: Readonly<Record<string, string>> = {
    OfficeContactUnit: '专利代理监管处 (一科)',
    OfficeContactPhone: '010-84080000',
    OfficeAddress: "北京市通州区 3 号院 4 号楼, Block 'A'",
  };
  const values = Object.entries(made.Parameters).map(([name, { Default }]) => [
    name,
    entered[name] ?? Default,
  ]);
  const byName = new Map(values.map(([name, value]) => [String(name), String(value)]));
  for (const [name, { AllowedPattern }] of Object.entries(made.Parameters)) {
    if (!name.startsWith('Office')) continue;
    expect(byName.get(name), name).toMatch(new RegExp(String(AllowedPattern)));
    for (const wrong of ['with "quotes"', 'back\\slash', 'two\nlines', '']) {
      expect(wrong, name).not.toMatch(new RegExp(String(AllowedPattern)));
    }
  }
  const offices = ofType(made, 'AWS::Lambda::Function').flatMap(([, one]) => {
    const { Variables } = one.Properties['Environment'] as { Variables: { OFFICE?: Joined } };
    return Variables.OFFICE === undefined ? [] : [joined(Variables.OFFICE, byName)];
  });
  expect(offices.length).toBeGreaterThan(0);
  for (const office of offices) {
    expect(officeSchema.parse(JSON.parse(office))).toMatchObject({
      code: 'BJIPO',
      numberPrefix: '京知抽',
      complaintPrefix: '京知诉',
      penaltyPrefix: '京知罚',
      listingPrefix: '京知名',
      repairPrefix: '京知修',
    });
  }
}, 60_000);

interface Joined {
  readonly 'Fn::Join': readonly [string, readonly (string | { readonly Ref: string })[]];
}

function joined({ 'Fn::Join': [separator, parts] }: Joined, values: ReadonlyMap<string, string>): string {
  return parts.map((part) => (typeof part === 'string' ? part : values.get(part.Ref))).join(separator);
}
