import { createHmac, randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ProofOfWork, sentProof } from '../../../functions/intake/proofOfWork.tsx';
import { buildIntakeScript, buildWebAssets } from '../../../functions/web/kit/buildAssets.ts';
import { Button } from '../../../functions/web/kit/components/button.tsx';
import { Form } from '../../../functions/web/kit/components/form.tsx';
import { requestLog } from '../../../functions/web/kit/http/requestLog.ts';
import { json, page as respond } from '../../../functions/web/kit/http/respond.ts';
import { publicRoute } from '../../../functions/web/kit/http/route.ts';
import { createWebHandler } from '../../../functions/web/kit/http/webHandler.ts';
import { PublicPage } from '../../../functions/web/kit/layouts/publicPage.tsx';
import { kitMessages } from '../../../shared/messages/kit.ts';
import { createCatalogue } from '../../../shared/messages/message.ts';
import { checkSolution, DEFAULT_BITS, makeChallenge } from '../../../shared/proofOfWork/challenge.ts';
import { axeOf } from '../../browser/axe.ts';
import { launchChromium } from '../../browser/chromium.ts';
import { serve } from '../web/kit/gateway.ts';

const deps = {
  key: new Uint8Array(32).fill(9),
  hmac: (key: Uint8Array, message: Uint8Array) =>
    new Uint8Array(createHmac('sha256', key).update(message).digest()),
  random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
};

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  const [{ files }, script] = await Promise.all([buildWebAssets(), buildIntakeScript()]);
  const handler = createWebHandler({
    routes: [
      publicRoute({
        method: 'GET',
        path: '/form',
        handle: ({ now, query }) =>
          respond(
            <PublicPage title="提交">
              <Form action="/form">
                <ProofOfWork
                  challenge={makeChallenge(deps, 'D1', now, Number(query['bits'] ?? DEFAULT_BITS))}
                  script={script.path}
                >
                  <p>您也可以邮寄。</p>
                </ProofOfWork>
                <Button>提交</Button>
              </Form>
            </PublicPage>,
          ),
      }),
      publicRoute({
        method: 'POST',
        path: '/form',
        handle: ({ form, now }) => json(checkSolution(deps, 'D1', sentProof(form), now)),
      }),
    ],
    deps: {},
    site: {
      office: { zh: '北京市知识产权局', en: 'Office' },
      navigation: [],
      assets: [...files, script].map((file) => ({ ...file, text: new TextDecoder().decode(file.bytes) })),
      catalogue: createCatalogue(kitMessages),
    },
    clock: { now: () => new Date() },
    log: requestLog({ info: () => undefined, error: () => undefined }),
  });
  server = await serve(handler);
  browser = await launchChromium();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function opened(path: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${server.origin}${path}`);
  return page;
}

const button = (page: Page) => page.getByRole('button', { name: '提交' });
/** What the server answered to the form. */
async function answer(page: Page): Promise<unknown> {
  const shown = page.getByText('"ok":');
  await shown.waitFor();
  return JSON.parse((await shown.textContent()) ?? '');
}

it('is done by the browser under the strictest policy, said in words, and taken', async () => {
  const page = await opened('/form');
  await page.getByText('计算已完成，可以提交。').waitFor();
  const { violations } = await axeOf(page).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await button(page).click();
  expect(await answer(page)).toEqual({ ok: true, value: true });
  await page.context().close();
}, 30_000);

it('holds a form that is sent too early, and sends it by itself', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  // The page's timers stand still, so that nothing is solved before the button is pressed.
  await page.clock.install({ time: new Date() });
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await page.goto(`${server.origin}/form?bits=12`);
  await page.getByText('正在计算，约 0%').waitFor();
  await button(page).click();
  await page.getByText('完成后将自动提交').waitFor();
  expect(await page.getByText('您也可以邮寄。').isVisible()).toBe(true);
  await page.clock.resume();
  expect(await answer(page)).toEqual({ ok: true, value: true });
  await context.close();
}, 60_000);

it('without script says so, shows the other way, and the server tells what is missing', async () => {
  const page = await opened('/form', { javaScriptEnabled: false });
  expect(await page.getByText('说明浏览器没有运行脚本').isVisible()).toBe(true);
  expect(await page.getByText('您也可以邮寄。').isVisible()).toBe(true);
  await button(page).click();
  expect(await answer(page)).toMatchObject({
    ok: false,
    problems: [{ code: 'proofOfWork.missing' }],
  });
  await page.context().close();
}, 30_000);

it('comes in a script of its own that no other page carries', async () => {
  const [{ files }, script] = await Promise.all([buildWebAssets(), buildIntakeScript()]);
  expect(files.map(({ path }) => path)).not.toContain(script.path);
  expect(script.bytes.length).toBeLessThan(12_000);
});
