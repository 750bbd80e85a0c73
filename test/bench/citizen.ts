import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { readChallenge } from '../../shared/proofOfWork/challenge.ts';
import { solve } from '../../shared/proofOfWork/solve.ts';
import { type Entries, Visitor, wordsOf } from '../e2e/visitor.ts';
import { plantedIdentity } from '../fixtures/complaintWorld.ts';

/** Times that a filer looks at the case. */
const LOOKS = 3;

const { name, phone, address, mail = '' } = plantedIdentity;
/** The pages of the form in their order, with what is filled in; `check` and `settle` alone differ by a page. */
const pages = (wish: 'settle' | 'check'): readonly (readonly [path: string, form: Entries])[] => [
  ['', {}],
  ['/before', { told: 'no' }],
  ['/agency', { search: '北京' }],
  ['/agency/choose', {}],
  ['/standing', { standing: 'consumer' }],
  ['/wish', { wish }],
  ['/kind', {}],
  ['/service', { service: 'patent' }],
  ['/conduct', { conducts: ['mismanagement', 'fees-or-quality'] }],
  ['/facts', { facts: '代理机构错过了缴费期限，专利申请视为撤回。'.repeat(20) }],
  ['/matter', { applicationNumber: '202310123456.7', contract: '', amountFen: '3000.5' }],
  ['/rights', {}],
  ...(wish === 'settle' ? ([['/request', { request: '退还代理费' }]] as const) : []),
  ['/evidence', {}],
  ...(wish === 'check' ? ([['/name', { naming: 'named' }]] as const) : []),
  ['/identity', { name, phone, address, mail }],
  ['/proxy', { acting: 'self' }],
];

/** The first agency that the search has found in the register. */
async function firstAgency(citizen: Visitor): Promise<string> {
  const { text } = await citizen.get('/complain/agency/choose');
  return /name="agency"[^>]*value="([0-9A-Z]{18})"/.exec(text)?.[1] ?? '';
}

/** A citizen with a browser without script: the whole form, sent, then a look at the case now and then. */
export async function file(runtime: LocalRuntime, wish: 'settle' | 'check'): Promise<void> {
  const { addresses } = runtime;
  const citizen = new Visitor({ ...addresses, console: addresses.public });
  for (const [page, form] of pages(wish)) {
    const path = `/complain${page}`;
    const entries = page === '/agency/choose' ? { agency: await firstAgency(citizen) } : form;
    const given = await citizen.submit(path, path, entries);
    if (given.status !== 200)
      throw new Error(`${path}: ${given.status} ${wordsOf(given.text).slice(0, 400)}`);
  }
  const hidden = await citizen.form('/complain/check', '/complain/send');
  const challenge = readChallenge(hidden['proofChallenge'] ?? '');
  const proofSolution = String(challenge === undefined ? '' : solve(challenge, 0, 10_000_000));
  const sent = await citizen.send('/complain/send', { ...hidden, proofSolution });
  const code = /\d{3}( \d{3}){5}/.exec(wordsOf(sent.text))?.[0];
  if (code === undefined) throw new Error(`no receipt: ${wordsOf(sent.text).slice(0, 400)}`);
  for (let look = 0; look < LOOKS; look++) await citizen.submit('/follow', '/follow', { code });
}
