import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Identity } from '../../shared/complaint/filing.ts';
import { pdf } from '../fixtures/evidenceFiles.ts';
import { attach, choose, follow, press, refused, tabTo, tick, type } from './keyboard.ts';

/** The public form by keyboard alone, step by step, in three ways; each ends on the receipt. */

/** A person at the form. */
export interface Filer {
  readonly page: Page;
  /** Address of the form. */
  readonly start: string;
  /** Holds the page to what every page has to be. */
  readonly look: (name: string) => Promise<void>;
}

const at = (page: Page) => new URL(page.url()).pathname;

/** The code that the receipt shows, in its groups. */
export async function receiptCode(page: Page): Promise<string> {
  expect(at(page)).toBe('/complain/receipt');
  const code = ((await page.textContent('.dr-receipt-code')) ?? '').trim();
  expect(code).toMatch(/^(\d{3} ){5}\d{3}$/);
  return code;
}

/** Leaves the receipt for good: it cannot be opened again. */
export async function leaveReceipt({ page, start, look }: Filer): Promise<void> {
  await press(page, '我已保存，离开');
  expect(at(page)).toBe('/complain/done');
  await look('done');
  await page.goto(`${start}/receipt`);
  expect(at(page)).toBe('/complain');
}

async function enterWho(page: Page, who: Identity): Promise<void> {
  await type(page, '姓名', who.name);
  await type(page, '联系电话', who.phone);
  await type(page, '通讯地址', who.address);
  if (who.mail !== undefined) await type(page, '电子邮箱（选填）', who.mail);
}

/** A listed agency by a part of its name, and what the person has to do with it. Answers the name of the agency. */
async function chooseAgency({ page, look }: Filer): Promise<string> {
  await type(page, '您要反映哪家机构？', '知识产权');
  await look('agency');
  await press(page, '查找');
  await look('agency-choose');
  const first = await page.getByRole('radio').first().getAttribute('id');
  const name = ((await page.locator(`label[for="${first}"]`).textContent()) ?? '').trim();
  await choose(page, name);
  await press(page, '继续');
  await choose(page, '我是消费者');
  await look('standing');
  await press(page, '继续');
  return name;
}

/** Uploads a file by the form of the page, which the store of files answers. */
async function addEvidence({ page, look }: Filer): Promise<void> {
  await attach(page, '选择一个文件', { name: '合同.pdf', type: 'application/pdf', bytes: pdf() });
  await press(page, '上传这个文件');
  await page.getByText('合同.pdf').waitFor();
  await look('evidence');
  await press(page, '继续');
}

/**
 * A complaint that is a report too, in Chinese and without any script: it is sent by the link of a mail. On the way
 * answers are missing, wrong, and changed at the end.
 *
 * @param mailedLink the link of the mail to the address
 * @returns the name of the agency
 */
export async function fileMixed(
  filer: Filer,
  who: Identity,
  release: { readonly mail: string; readonly mailedLink: () => Promise<string> },
): Promise<string> {
  const { page, start, look } = filer;
  await page.goto(start);
  await look('start');
  const follows = page.getByRole('link', { name: '凭回执码查看进度' });
  expect(await follows.getAttribute('href')).toBe('/follow');
  await press(page, '开始填写');
  expect(at(page)).toBe('/complain/before');
  await refused(page, '继续');
  await look('before-refused');
  expect(await page.getByRole('alert').textContent()).toContain('请选择一项');
  await choose(page, '没有');
  await press(page, '继续');
  const agency = await chooseAgency(filer);
  await choose(page, '两者都要');
  await look('wish');
  await press(page, '继续');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('既是投诉，也是举报');
  await look('kind');
  await press(page, '明白了，继续');
  await choose(page, '专利代理');
  await look('service');
  await press(page, '继续');
  await tick(page, '疏于管理');
  await look('conducts');
  await press(page, '继续');
  await type(page, '事情经过', '代理机构错过了缴费期限，\n专利申请视为撤回。');
  await type(page, '年', '2026');
  await type(page, '月', '8');
  await type(page, '日', '1');
  await look('facts');
  await press(page, '继续');
  await type(page, '专利或者商标申请号（选填）', '202310123456.7');
  await type(page, '涉及金额（元）（选填）', '三千');
  await refused(page, '继续');
  await look('matter-refused');
  await type(page, '涉及金额（元）（选填）', '３０００');
  await press(page, '继续');
  expect(at(page)).toBe('/complain/rights');
  await look('rights');
  await press(page, '继续');
  await type(page, '您请求怎样解决？', '退还代理费');
  await look('request');
  await press(page, '继续');
  await addEvidence(filer);
  await enterWho(page, who);
  await look('identity');
  await press(page, '继续');
  await choose(page, '为我自己');
  await look('proxy');
  await press(page, '继续');

  expect(at(page)).toBe('/complain/check');
  await look('check');
  await follow(page, '修改 您的请求');
  await type(page, '您请求怎样解决？', '退还代理费 3000 元');
  await press(page, '继续');
  expect(await page.getByText('退还代理费 3000 元').isVisible()).toBe(true);
  await follow(page, '改用邮件确认');
  await type(page, '电子邮箱', release.mail);
  await look('release');
  await press(page, '发送邮件');
  await look('release-sent');
  await page.goto(await release.mailedLink());
  await look('release-open');
  await press(page, '是我填写的');
  expect(at(page)).toBe('/complain/check');
  await press(page, '确认并提交');
  await look('receipt');
  expect(await page.getByRole('button', { name: '打印本页' }).isVisible()).toBe(false);
  const saving = page.waitForEvent('download');
  await tabTo(page, page.getByRole('link', { name: '下载提交证明' }));
  await page.keyboard.press('Enter');
  expect((await saving).suggestedFilename()).toMatch(/^filing-.*-proof\.json$/);
  return agency;
}

/** A complaint alone, in Chinese; the browser calculates meanwhile what it has to show. */
export async function fileComplaint(filer: Filer, who: Identity): Promise<void> {
  const { page, start, look } = filer;
  await page.goto(start);
  await press(page, '开始填写');
  await choose(page, '没有');
  await press(page, '继续');
  await chooseAgency(filer);
  await choose(page, '解决我与机构的争议');
  await press(page, '继续');
  await look('kind-complaint');
  await press(page, '明白了，继续');
  await choose(page, '专利代理');
  await press(page, '继续');
  await tick(page, '收费、退费或者服务质量纠纷');
  await press(page, '继续');
  await type(page, '事情经过', '合同约定不成功退费，机构拒绝退费。');
  await press(page, '继续');
  await press(page, '继续');
  await press(page, '继续');
  await type(page, '您请求怎样解决？', '退还代理费');
  await press(page, '继续');
  await look('evidence-none');
  await press(page, '没有材料，继续');
  await enterWho(page, who);
  await press(page, '继续');
  await choose(page, '为我自己');
  await press(page, '继续');
  await page.getByText('可以提交').waitFor();
  await look('check-complaint');
  await press(page, '确认并提交');
  await look('receipt-complaint');
}

/** A report without a name about somebody who is not in the register, in English. */
export async function fileReport({ page, start, look }: Filer): Promise<void> {
  await page.goto(`${start}?lang=en`);
  await look('start-en');
  await press(page, 'Start');
  await choose(page, 'No');
  await press(page, 'Continue');
  await follow(page, 'It is not in the list');
  await type(page, 'Name of the agency or person', '某工作室');
  await type(page, 'Where it is found', 'https://shop.example/1');
  await look('unlisted-en');
  await press(page, 'Continue');
  await choose(page, 'Neither: I know of something');
  await press(page, 'Continue');
  await look('kind-en');
  await press(page, 'I understand');
  await choose(page, 'Patent services');
  await press(page, 'Continue');
  await tick(page, 'Acts as a patent agency without a licence');
  await look('conducts-en');
  await press(page, 'Continue');
  await type(page, 'What happened', 'It files patents without a licence.');
  await press(page, 'Continue');
  await press(page, 'Continue');
  await press(page, 'Continue');
  await press(page, 'Go on without files');
  await choose(page, 'Without my name');
  await look('naming-en');
  await press(page, 'Continue');
  await page.getByText('you can send').waitFor();
  await look('check-en');
  await press(page, 'Confirm and send');
  await look('receipt-en');
  expect(await page.getByRole('button', { name: 'Print this page' }).isVisible()).toBe(true);
}
