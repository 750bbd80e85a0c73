import type { VNode } from 'preact';
import { mayAct, roles } from '../../../../shared/access/roles.ts';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { Charge } from '../../../../shared/penalty/charge.ts';
import { consider } from '../../../../shared/penalty/considering.ts';
import { assessed, draft } from '../../../../shared/penalty/drafting.ts';
import type { Outcome } from '../../../../shared/penalty/penaltyCase.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import { ok, type Problem, type Result } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { conflict, forbidden, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { inspectionActorOf } from '../consoleDeps.ts';
import { penaltyPath } from '../penaltyPaths.ts';
import { visibleCase } from './caseView.ts';
import { atChargeFields, withCharge, withoutCharge } from './chargeForm.ts';
import { type Given, giveRead, isFresh, mine } from './commandGiven.ts';
import { considerStart, draftStart, readConsideration, readDraft } from './draftForm.ts';
import { ConsiderPage, DraftPage, type LongFormProps } from './draftPage.tsx';
import { isOpenTo, rolesFor } from './offers.ts';
import { statusOf } from './waiting.ts';

type Request = SignedInRequest<ConsoleDeps>;
type Command = 'draft' | 'consider';

/** What was read of a long form: its charges with the outcome they are for, and how the command is given. */
interface Read {
  readonly outcome: Outcome;
  readonly charges: readonly Charge[];
  readonly give: (given: Given) => Promise<Result<StoredPenalty>>;
}

interface LongCommand {
  readonly start: (stored: StoredPenalty, today: ReturnType<typeof shanghaiDate>) => Values;
  readonly read: (
    form: Values,
    stored: StoredPenalty,
    today: ReturnType<typeof shanghaiDate>,
  ) => Result<Read>;
  readonly view: (props: LongFormProps) => VNode;
  /** The case is where this form leads, by this person: the form was pressed twice. */
  readonly done: (given: Given) => boolean;
}

const commands: Readonly<Record<Command, LongCommand>> = {
  draft: {
    start: ({ state }, today) => draftStart(state, today),
    read: (form, _stored, today) => {
      const input = readDraft(form, today);
      if (!input.ok) return input;
      const { outcome, charges } = input.value;
      return ok({ outcome, charges, give: (given) => giveRead(given, 'draft', draft, input) });
    },
    view: (props) => <DraftPage {...props} />,
    done: (given) => given.seen.status === 'reviewing' && mine(given, given.seen.state.draft),
  },
  consider: {
    start: ({ state }) => considerStart(state),
    read: (form, stored, today) => {
      const input = readConsideration(form, stored.state, today);
      if (!input.ok) return input;
      const { charges } = input.value;
      return ok({
        outcome: 'penalty',
        charges,
        give: (given) => giveRead(given, 'consider', consider, input),
      });
    },
    view: (props) => <ConsiderPage {...props} />,
    done: (given) => given.seen.status === 'reviewing' && mine(given, given.seen.state.consideration),
  },
};

function show(
  command: Command,
  { now }: Request,
  stored: StoredPenalty,
  values: Values,
  more: { readonly problems?: readonly Problem[]; readonly preview?: LongFormProps['preview'] } = {},
): WebResponse {
  const today = shanghaiDate(now);
  const problems = atChargeFields(values, more.problems ?? [], today);
  const { preview } = more;
  return page(
    commands[command].view({
      stored,
      values,
      problems,
      today,
      ...(preview === undefined ? {} : { preview }),
    }),
    problems.length === 0 ? {} : { status: 422 },
  );
}

/** The case, for those who may draft in its present status; or why it is not shown. */
async function found(request: Request, command: Command): Promise<StoredPenalty | WebResponse> {
  const stored = await visibleCase(request);
  if (stored === undefined) return notFound();
  const allowed = rolesFor(command);
  return mayAct(request.user.roles, allowed) ? stored : forbidden(allowed);
}

const isResponse = (one: StoredPenalty | WebResponse): one is WebResponse => 'kind' in one;

async function open(request: Request, command: Command): Promise<WebResponse> {
  const stored = await found(request, command);
  if (isResponse(stored)) return stored;
  if (!isOpenTo(command, statusOf(stored))) return conflict(penaltyPath(stored.state.id));
  const values = commands[command].start(stored, shanghaiDate(request.now));
  return show(command, request, stored, values);
}

/** The form after a button that changes only the form itself; undefined for one that is about the case. */
function stepped(form: Values): Values | undefined {
  const drop = Number.parseInt(firstValue(form, 'drop'), 10);
  if (Number.isInteger(drop)) return withoutCharge(form, drop);
  const step = firstValue(form, 'step');
  if (step === 'add') return withCharge(form, { regime: firstValue(form, 'addRegime') });
  return step === 'look' ? form : undefined;
}

async function send(request: Request, command: Command): Promise<WebResponse> {
  const stored = await found(request, command);
  if (isResponse(stored)) return stored;
  const { deps, form, now, user } = request;
  const path = penaltyPath(stored.state.id);
  const today = shanghaiDate(now);
  const row = commands[command];
  const actor = inspectionActorOf(user);
  const given: Given = { deps, seen: stored, actor, form, now, users: [], inspectors: [] };
  const done = redirect(path, { code: `penaltyPage.done.${command}` });
  if (!isFresh(given) && firstValue(form, 'step') === 'send' && row.done(given)) return done;
  if (!isOpenTo(command, statusOf(stored))) return conflict(path);
  const grown = stepped(form);
  if (grown !== undefined) return show(command, request, stored, grown);
  const read = row.read(form, stored, today);
  if (!read.ok) return show(command, request, stored, form, { problems: read.problems });
  const { outcome, charges, give } = read.value;
  const checked = assessed(stored.state, outcome, charges, now.toISOString());
  if (!checked.ok) return show(command, request, stored, form, { problems: checked.problems });
  const preview = { assessment: checked.value, charges };
  if (firstValue(form, 'step') === 'preview') return show(command, request, stored, form, { preview });
  const outcomeOf = await give(given);
  if (outcomeOf.ok) return done;
  if (outcomeOf.problems.some(({ code }) => code === 'penalty.status')) return conflict(path);
  const fresh = (await visibleCase(request)) ?? stored;
  return show(command, request, fresh, form, { problems: outcomeOf.problems, preview });
}

/** The draft and the consideration: long forms that grow charge by charge, each on a page of its own. */
export const draftRoutes: readonly Route<ConsoleDeps>[] = (['draft', 'consider'] as const).flatMap(
  (command) => [
    staffRoute<ConsoleDeps>({
      method: 'GET',
      path: `/penalties/{id}/${command}`,
      access: roles,
      handle: (request) => open(request, command),
    }),
    staffRoute<ConsoleDeps>({
      method: 'POST',
      path: `/penalties/{id}/${command}`,
      access: roles,
      handle: (request) => send(request, command),
    }),
  ],
);
