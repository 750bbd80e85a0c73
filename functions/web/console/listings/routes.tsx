import { mayAct } from '../../../../shared/access/roles.ts';
import { parseLocalDate, shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { giveListing } from '../../../../shared/listing/command.ts';
import type { ListingCase, ListingStatus } from '../../../../shared/listing/listingCase.ts';
import { LISTING_PREFIX, listingCaseId } from '../../../../shared/listing/listingRows.ts';
import { recordService } from '../../../../shared/listing/noticing.ts';
import type { StoredListing } from '../../../../shared/listing/ports.ts';
import { proposeListing } from '../../../../shared/listing/proposing.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { kindPrefix } from '../../../../shared/notice/casePaper.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { conflict, forbidden, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { confirmers, editors, readers } from '../access.ts';
import { casePaperRoutes } from '../casePapers/paperRoutes.tsx';
import { actorOf, type ConsoleDeps } from '../consoleDeps.ts';
import { namesOfPeople } from '../peopleNames.ts';
import { BoardPage } from './boardPage.tsx';
import { ListingCasePage } from './casePage.tsx';
import { decideTogether, type ListingFormName, listingCommands, listingForms } from './commands.ts';
import { manyIn, proposalIn } from './forms.ts';
import { listingDeps } from './listingDeps.ts';
import { BOARD, listingPath } from './listingWords.ts';
import { mirrorRoutes } from './mirrorRoutes.tsx';
import { NewListingPage } from './newPage.tsx';
import { OpenListingPapersPage } from './openPapersPage.tsx';
import { waitOf, waitsFor } from './waiting.ts';

type Request = SignedInRequest<ConsoleDeps>;

async function board(
  { deps, user, now }: Request,
  refused?: { readonly values: Values; readonly problems: readonly Problem[] },
): Promise<WebResponse> {
  const at = now.toISOString();
  const [open, ended] = await Promise.all([deps.listings.open(), deps.listings.ended()]);
  const mine = open.filter((one) => waitsFor(one, user, at));
  return page(
    <BoardPage
      open={open}
      ended={ended}
      mine={mine}
      together={mirrored(mine, at)}
      edits={mayAct(user.roles, editors)}
      at={at}
      {...(refused ?? {})}
    />,
    refused === undefined ? {} : { status: 422 },
  );
}

/** Proposals from CNIPA's list that wait for a decision. */
const mirrored = (mine: readonly StoredListing[], at: string) =>
  mine.filter((one) => one.state.source.type === 'mirror' && waitOf(one, at) === 'decide');

async function newListing(
  { deps }: Request,
  values: Values,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const uscc = firstValue(values, 'uscc').trim();
  const kept = uscc === '' ? undefined : await deps.register.agency(uscc);
  return page(
    <NewListingPage values={values} agency={kept?.value} problems={problems} />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

async function propose(request: Request): Promise<WebResponse> {
  const { deps, form, user } = request;
  const proposal = proposalIn(form, user.userId);
  if (!proposal.ok) return newListing(request, form, proposal.problems);
  const proposed = await proposeListing(listingDeps(deps), proposal.value, actorOf(user));
  if (!proposed.ok) return newListing(request, form, proposed.problems);
  const { id, fresh } = proposed.value;
  return redirect(listingPath(id), { code: fresh ? 'listingPage.done.proposed' : 'listingPage.done.exists' });
}

async function loaded({ deps, params }: Request): Promise<StoredListing | undefined> {
  const id = params['id'] ?? '';
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id)
    ? deps.draws.cases.load<ListingCase>(listingCaseId(id))
    : undefined;
}

async function show(
  { deps, user, now }: Request,
  stored: StoredListing,
  refused?: {
    readonly form: ListingFormName;
    readonly values: Values;
    readonly problems: readonly Problem[];
  },
): Promise<WebResponse> {
  const [papers, chain, names, calendar] = await Promise.all([
    deps.casePapers.ofCase(stored.caseId),
    deps.draws.cases.chain(stored.caseId),
    namesOfPeople(deps),
    deps.calendar(),
  ]);
  return page(
    <ListingCasePage
      stored={stored}
      user={user}
      today={shanghaiDate(now)}
      at={now.toISOString()}
      papers={papers}
      chain={chain}
      names={names}
      calendar={calendar}
      {...(refused === undefined ? {} : { refused, problems: refused.problems })}
    />,
    refused === undefined ? {} : { status: 422 },
  );
}

async function command(request: Request, form: ListingFormName): Promise<WebResponse> {
  const { deps, user } = request;
  const stored = await loaded(request);
  if (stored === undefined) return notFound();
  const path = listingPath(stored.state.id);
  const row = listingCommands[form];
  const done = redirect(path, { code: 'listingPage.done' });
  if (firstValue(request.form, 'expectedVersion') !== String(stored.version)) {
    // Pressed twice: the case already is as the form would leave it.
    return row.to.includes(stored.status as ListingStatus) ? done : conflict(path);
  }
  const given = await row.give({
    deps: listingDeps(deps),
    id: stored.state.id,
    form: request.form,
    actor: actorOf(user),
  });
  if (given.ok) return done;
  const codes = given.problems.map(({ code }) => code);
  if (codes.includes('listing.status')) return conflict(path);
  if (codes.includes('listing.role')) return forbidden();
  return show(request, stored, { form, values: request.form, problems: given.problems });
}

async function together(request: Request): Promise<WebResponse> {
  const { deps, form, user, now } = request;
  const read = manyIn(form);
  const refused = (problems: readonly Problem[]) => board(request, { values: form, problems });
  if (!read.ok) return refused(read.problems);
  const open = await deps.listings.open();
  const at = now.toISOString();
  const mine = mirrored(
    open.filter((one) => waitsFor(one, user, at)),
    at,
  );
  const chosen = mine.filter(({ state }) => read.value.ids.includes(state.id));
  const given = await decideTogether(listingDeps(deps), chosen, read.value.reason, actorOf(user));
  if (!given.ok) return refused(given.problems);
  const { decided, left } = given.value;
  return redirect(BOARD, { code: 'listingPage.many.done', params: { decided, left: left.length } });
}

/** A prior notice that was served begins the window of its case on that day. */
async function served(
  { deps, user }: Request,
  { state: paper }: Awaited<ReturnType<ConsoleDeps['casePapers']['ofCase']>>[number],
): Promise<void> {
  const on = paper.served === undefined ? undefined : parseLocalDate(paper.served.on);
  if (paper.form !== 'prior-notice' || on === undefined) return;
  const id = paper.case.slice(LISTING_PREFIX.length);
  // Refused when the case has gone on; the page of the case shows what is missing.
  await giveListing(listingDeps(deps), id, 'record-service', recordService, { on }, actorOf(user));
}

/** The lists of agencies: proposals, decisions, removals, CNIPA's yearly list, and the papers. */
export const listingRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: BOARD,
    access: readers,
    handle: (request) => board(request),
  }),
  staffRoute<ConsoleDeps>({ method: 'POST', path: BOARD, access: editors, handle: propose }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: `${BOARD}/new`,
    access: editors,
    handle: (request) => newListing(request, request.query),
  }),
  staffRoute<ConsoleDeps>({ method: 'POST', path: `${BOARD}/decide`, access: confirmers, handle: together }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: `${BOARD}/papers`,
    access: readers,
    handle: async ({ deps, lang }) =>
      page(
        <OpenListingPapersPage
          title={text(lang, 'listingPage.papers.open')}
          papers={await deps.casePapers.toServe(kindPrefix(LISTING_PREFIX))}
        />,
      ),
  }),
  ...mirrorRoutes,
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: `${BOARD}/{id}`,
    access: readers,
    handle: async (request) => {
      const stored = await loaded(request);
      return stored === undefined ? notFound() : show(request, stored);
    },
  }),
  ...listingForms.map((form) =>
    staffRoute<ConsoleDeps>({
      method: 'POST',
      path: `${BOARD}/{id}/${form}`,
      access: [...editors, ...confirmers],
      handle: (request) => command(request, form),
    }),
  ),
  ...casePaperRoutes({ base: BOARD, readers, caseIdOf: listingCaseId, served }),
  // The papers of a case stand on its page.
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: `${BOARD}/{id}/papers`,
    access: readers,
    handle: async (request) => {
      const stored = await loaded(request);
      return stored === undefined ? notFound() : redirect(listingPath(stored.state.id));
    },
  }),
];
