import { ownRowRequest } from '../../shared/notice/ownRowRequest.ts';
import { problem, type Result, refuse } from '../../shared/problem.ts';
import { normaliseUscc, parseUscc } from '../../shared/register/uscc.ts';
import { page, tooMany } from '../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebRequest, type WebResponse } from '../web/kit/http/route.ts';
import { firstValue } from '../web/kit/links.ts';
import type { LinkDeps } from './linkDeps.ts';
import { nextDraw } from './ownRowDeps.ts';
import { NoOwnRowPage, OwnRowPage, OwnRowSentPage } from './ownRowPages.tsx';

type Request = WebRequest<LinkDeps>;

/** The code with its problem, if it has one, at the field. */
function readCode(entered: string): Result<string> {
  if (normaliseUscc(entered) === '') return problem('ownRow.uscc.missing', undefined, 'uscc');
  const read = parseUscc(entered);
  return read.ok ? read : refuse(...read.problems.map((one) => ({ ...one, field: 'uscc' })));
}

async function none({ deps, now }: Request): Promise<WebResponse> {
  const next = await nextDraw(deps.ownRow, now);
  return page(<NoOwnRowPage next={next} publicityUrl={deps.publicityUrl} />);
}

async function show(request: Request): Promise<WebResponse> {
  const { deps } = request;
  const draw = await deps.ownRow.newestFrozen();
  return draw === undefined
    ? none(request)
    : page(<OwnRowPage draw={draw} publicityUrl={deps.publicityUrl} />);
}

/**
 * Takes the same steps for every well-formed code: the register is not read here, so that neither the answer nor
 * its time tells whether the code is in it.
 */
async function send(request: Request): Promise<WebResponse> {
  const { deps, form, now, sourceIp } = request;
  const { ownRow, publicityUrl } = deps;
  const draw = await ownRow.newestFrozen();
  if (draw === undefined) return none(request);
  const code = readCode(firstValue(form, 'uscc').slice(0, 200));
  if (!code.ok) {
    return page(
      <OwnRowPage draw={draw} publicityUrl={publicityUrl} values={form} problems={code.problems} />,
      { status: 422 },
    );
  }
  const wait = await ownRow.overLimit(sourceIp, now);
  if (wait !== undefined) return tooMany(wait);
  await ownRow.ask(ownRowRequest(code.value, draw, now));
  return page(<OwnRowSentPage uscc={code.value} contact={ownRow.contact} publicityUrl={publicityUrl} />);
}

/** The link is sent by mail to the address that the office holds, never shown here. */
export const ownRowRoutes: readonly Route<LinkDeps>[] = [
  publicRoute({ method: 'GET', path: '/own-row', handle: show }),
  publicRoute({ method: 'POST', path: '/own-row', handle: send }),
];
