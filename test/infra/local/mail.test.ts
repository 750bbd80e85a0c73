import { createTransport } from 'nodemailer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type LocalRuntime, startLocal } from '../../../infra/local/runtime.ts';
import { writeAssembly } from './fixtures/stack.ts';

let runtime: LocalRuntime;

beforeAll(async () => {
  runtime = await startLocal({ assembly: writeAssembly(), schedules: 'manual' });
});
afterAll(() => runtime.stop());
afterEach(() => {
  runtime.inbox.clear();
  runtime.inbox.clearFaults();
});

function send(messageId = '<1@office.example>', to = 'agency@firm.example', socketTimeout = 15_000) {
  const { host, port } = runtime.addresses.smtp;
  const transport = createTransport({ host, port, ignoreTLS: true, socketTimeout });
  return transport
    .sendMail({
      messageId,
      from: { name: '北京市知识产权局', address: 'office@office.example' },
      to: { name: '某代理所', address: to },
      subject: '检查通知书',
      text: '请查收 http://127.0.0.1:8101/l/abc',
      html: '<p>请查收</p><script>alert(1)</script>',
      attachments: [{ filename: '通知.txt', content: 'x' }],
    })
    .finally(() => transport.close());
}

test('a mail is kept with its parts and shown on a page that runs nothing', async () => {
  await send();
  const mail = await runtime.inbox.waitFor(({ subject }) => subject === '检查通知书');
  expect(mail).toMatchObject({
    messageId: '<1@office.example>',
    deliveries: 1,
    from: '北京市知识产权局 <office@office.example>',
    to: ['某代理所 <agency@firm.example>'],
    envelope: { from: 'office@office.example', to: ['agency@firm.example'] },
    attachments: [{ name: '通知.txt', type: 'text/plain', size: 1 }],
  });
  expect(mail.text).toContain('请查收');
  const page = await (await fetch(`${runtime.addresses.tools}/mail/${mail.id}`)).text();
  expect(page).toContain('<a href="http://127.0.0.1:8101/l/abc"');
  expect(page).not.toContain('<script>');
  const body = await fetch(`${runtime.addresses.tools}/mail/${mail.id}/html`);
  expect(body.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(body.headers.get('content-security-policy')).toContain('sandbox');
  expect(await (await fetch(`${runtime.addresses.tools}/mail`)).text()).toContain('检查通知书');
  expect(runtime.inbox.raw(mail.id)?.toString()).toContain('Message-ID: <1@office.example>');
});

test('a second delivery of the same message is counted, not shown twice', async () => {
  await send();
  await send();
  await send('<2@office.example>');
  expect(runtime.inbox.list().map(({ messageId, deliveries }) => [messageId, deliveries])).toEqual([
    ['<2@office.example>', 1],
    ['<1@office.example>', 2],
  ]);
});

test.each([451, 550])('a delivery can be refused with %i, as often as wanted', async (code) => {
  runtime.inbox.fail({ kind: 'refuse', code, message: 'not now', times: 1 });
  await expect(send()).rejects.toMatchObject({ responseCode: code });
  expect(runtime.inbox.list()).toEqual([]);
  await send();
  expect(runtime.inbox.list()).toHaveLength(1);
});

test('a fault can be for one recipient', async () => {
  runtime.inbox.fail({ kind: 'refuse', code: 450, times: 9, recipient: '@slow.example' });
  await send('<a@x>', 'one@fast.example');
  await expect(send('<b@x>', 'one@slow.example')).rejects.toMatchObject({ responseCode: 450 });
});

test('a mail can be accepted and the answer withheld', async () => {
  runtime.inbox.fail({ kind: 'accept-then-hang', times: 1 });
  await expect(send('<h@x>', 'agency@firm.example', 1_500)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  expect(runtime.inbox.list()).toHaveLength(1);
  await send('<h@x>');
  expect(runtime.inbox.list()[0]).toMatchObject({ deliveries: 2 });
});

test('the JSON API lists, reads, sets faults and clears', async () => {
  const api = `${runtime.addresses.tools}/api/mails`;
  await fetch(`${api}/faults`, {
    method: 'POST',
    body: JSON.stringify({ kind: 'refuse', code: 421, times: 1 }),
  });
  await expect(send()).rejects.toMatchObject({ responseCode: 421 });
  await send();
  const list = (await (await fetch(api)).json()) as { id: string }[];
  expect(list).toHaveLength(1);
  const id = list[0]?.id ?? '';
  expect(await (await fetch(`${api}/${id}`)).json()).toMatchObject({ subject: '检查通知书' });
  expect((await fetch(`${api}/99999999`)).status).toBe(404);
  await fetch(`${api}/clear`, { method: 'POST' });
  expect(await (await fetch(api)).json()).toEqual([]);
});
