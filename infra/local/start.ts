/**
 * `npm start`: synthesises the template and runs it on this machine until Ctrl-C.
 *
 * PORT_BASE moves all ports (default 8100), LOCAL_DATA names the data folder (default .local), LOCAL_DEMO=quiet begins
 * without complaints, penalties and lists,
 * LOCAL_DYNAMODB_ENDPOINT names a database that already runs.
 */
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { cachedAssembly } from './assemblyCache.ts';
import type { LocalRuntime, SeedContext } from './runtime.ts';
import { DEFAULT_PORT_BASE, DEFAULT_REGION } from './settings.ts';
import { synthesiseInThread } from './synthesis.ts';

// Lambda's clock is in UTC; workers share the time zone of the process.
process.env['TZ'] = 'UTC';

const root = resolve(import.meta.dirname, '../..');
// What is imported from here on starts from what an earlier start compiled.
enableCompileCache(resolve(root, 'node_modules/.cache/double-random/compiled'));
const begun = performance.now();

function portBase(): number {
  const given = process.env['PORT_BASE'];
  if (given === undefined || given === '') return DEFAULT_PORT_BASE;
  const base = Number(given);
  if (!Number.isInteger(base) || base < 0 || base > 65_000) throw new Error(`PORT_BASE=${given} is no port`);
  return base;
}

function synthesiseAssembly(outdir: string): Promise<void> {
  console.log('正在生成模板… Synthesising the template…');
  return synthesiseInThread(DEFAULT_REGION, outdir);
}

async function seed(context: SeedContext): Promise<void> {
  console.log('正在准备演示单位… Preparing the demo office…');
  const { QUIET, seedDemo } = await import('./demo/seed.ts');
  await (process.env['LOCAL_DEMO'] === 'quiet' ? seedDemo(context, QUIET) : seedDemo(context));
}

function announce({ addresses, hints }: LocalRuntime): void {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    [
      '',
      `双随机已启动（${seconds} 秒） Double-Random is running`,
      '',
      `  监管工作台 Office console    ${addresses.console}`,
      `  公示网站   Publicity site    ${addresses.publicity}`,
      `  投诉举报   Complain, report  ${addresses.public}/complain`,
      `  办理查询   Follow a receipt  ${addresses.public}/follow`,
      `  机构链接   Signed links      ${addresses.public}/own-row`,
      `  信用系统   Credit simulator  ${addresses.credit}  （模拟，可设故障 simulated, with faults）`,
      `  本机控制台 Local tools       ${addresses.tools}  （时钟、收件箱、流程 clock, inbox, executions）`,
      '',
      ...hints.map(({ value, zh, en }) => `  ${value}  ${zh} ${en}`),
      ...(hints.length === 0 ? [] : ['']),
      '按 Ctrl-C 停止。 Press Ctrl-C to stop.',
    ].join('\n'),
  );
}

async function main(): Promise<void> {
  const [assembly, { startLocal }] = await Promise.all([
    cachedAssembly(root, DEFAULT_REGION, synthesiseAssembly),
    import('./runtime.ts'),
  ]);
  const starting = startLocal({
    assembly,
    dataFolder: resolve(root, process.env['LOCAL_DATA'] ?? '.local'),
    portBase: portBase(),
    seed,
  });
  let stopping = false;
  const stop = () => {
    // Impatience is a second press.
    if (stopping) process.exit(1);
    stopping = true;
    console.log('\n正在停止… Stopping…');
    starting
      .then((runtime) => runtime.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  announce(await starting);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
