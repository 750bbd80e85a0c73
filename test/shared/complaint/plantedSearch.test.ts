import { describe, expect, it } from 'vitest';
import { plantedIdentity } from '../../fixtures/complaintWorld.ts';
import { plantedHits, valuesOf } from '../../fixtures/plantedSearch.ts';

const { name, mail } = { mail: '', ...plantedIdentity };
const hits = (content: string | Uint8Array) => plantedHits([{ where: 'here', content }], [name, mail]);

describe('the search for planted values', () => {
  it.each([
    ['in a text', `投诉人${name}来电`],
    ['in JSON', JSON.stringify({ filer: { name } })],
    [
      'in JSON with escapes',
      `{"name":"${[...name].map((one) => `\\u${one.charCodeAt(0).toString(16)}`).join('')}"}`,
    ],
    ['in an address', `/cases?name=${encodeURIComponent(name)}`],
    ['in base64', Buffer.from(JSON.stringify({ name })).toString('base64')],
    ['in base64 that begins elsewhere', Buffer.from(`x${name}`).toString('base64')],
    ['in base64 that begins elsewhere again', Buffer.from(`xx${name}`).toString('base64')],
    [
      'in folded base64',
      Buffer.from(`${'x'.repeat(50)}${name}`)
        .toString('base64')
        .replace(/.{20}/g, '$&\r\n'),
    ],
    ['in hex', Buffer.from(name).toString('hex').toUpperCase()],
    ['in bytes', Buffer.from(`\u0000${name}\u0000`)],
    ['in UTF-16', Buffer.from(name, 'utf16le')],
  ])('finds a name %s', (_, content) => {
    expect(hits(content)).toEqual([{ where: 'here', value: name, spelling: expect.any(String) }]);
  });

  it('finds a mail address in quoted-printable with a soft line break', () => {
    const [local = '', host = ''] = mail.split('@');
    expect(hits(`To: ${local}=\r\n@${host}`)).toHaveLength(1);
  });

  it('finds nothing where nothing is', () => {
    expect(hits('苏 未 名 su weiming')).toEqual([]);
    expect(hits(new Uint8Array(1000))).toEqual([]);
  });

  it('looks for everything that names a person', () => {
    const proxy = { name: '代理人甲', authority: '全权' };
    expect(valuesOf({ ...plantedIdentity, proxy })).toEqual([
      '苏未名',
      '13911112222',
      '北京市西城区无名胡同七号',
      'su.weiming@example.net',
      '代理人甲',
    ]);
  });
});
