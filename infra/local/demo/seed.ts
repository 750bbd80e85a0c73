import type { User } from '../../../shared/access/user.ts';
import { type LocalDate, shanghaiDate } from '../../../shared/calendar/localDate.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import { lawAt } from '../../../shared/law/lawTable.ts';
import { seedInspectionItems } from '../../../shared/law/seedInspectionItems.ts';
import { registerQuestion } from '../../../shared/law/seedQuestion.ts';
import type { MonthPlan } from '../../../shared/plan/monthPlan.ts';
import { publishPlan, savePlan } from '../../../shared/plan/planCommands.ts';
import type { ImportCase } from '../../../shared/register/commands/importCase.ts';
import { uploadKey } from '../../../shared/register/commands/importCase.ts';
import { confirmImport, newUpload, uploadImport } from '../../../shared/register/commands/importCommands.ts';
import { workOnImport } from '../../../shared/register/commands/importWork.ts';
import { draftItem, publishItem } from '../../../shared/register/commands/items.ts';
import { declareRelation } from '../../../shared/register/commands/relations.ts';
import type { Inspector } from '../../../shared/register/inspector.ts';
import { registers } from '../../../shared/register/register.ts';
import { exportRegister } from '../../../shared/register/registerExport.ts';
import type { RegisterKind, RegisterRows } from '../../../shared/register/registerStore.ts';
import type { SeedContext } from '../runtime.ts';
import { fictionalAgencies } from './agencies.ts';
import { complaintDesk } from './complaintDesk.ts';
import { fileComplaints } from './complaintStories.ts';
import { done } from './done.ts';
import { fictionalInspectors } from './inspectors.ts';
import { type OfficeDeps, officeDeps } from './officeDeps.ts';
import type { StoryPeople } from './penaltyStories.ts';
import { demoUsers } from './people.ts';
import { planByDice, planByLottery } from './plans.ts';
import { fictionalPractitioners } from './practitioners.ts';
import { fictionalRelations } from './relations.ts';
import { superviseAgencies } from './supervision.ts';

/** How large the office is, and what is particular to its plan of the current month. */
export interface DemoOffice {
  readonly agencies: number;
  readonly inspectors: number;
  readonly plan?: Partial<MonthPlan>;
  /** Whether complaints and reports have come in already. */
  readonly complaints?: boolean;
  /** Whether agencies have been punished and listed already. */
  readonly penalties?: boolean;
}

const USUAL = { agencies: 240, inspectors: 24, complaints: true, penalties: true } as const;
/** The same office before anybody has complained of an agency or punished one. */
export const QUIET: DemoOffice = { ...USUAL, complaints: false, penalties: false };

/**
 * Fills a fresh data folder with a fictional office: people for every account, registers imported from
 * workbooks, published inspection items, this month's published plan and the draft of the next, complaints, reports,
 * penalties, lists and a repair in different states. Everything goes through the commands that the pages give, so every
 * row has its history and every case its audit chain.
 *
 * @throws Error when a command refuses: the demo office would then not be what it says
 */
export async function seedDemo(context: SeedContext, office: DemoOffice = USUAL): Promise<void> {
  const users = demoUsers(context.accounts, context.issuer);
  const deps = officeDeps(context, users);
  for (const user of users) {
    if (!(await deps.people.put(user, 0))) throw new Error(`${user.sub} is there already`);
  }
  const actor = actorOf(users, 'supervisor');
  const today = shanghaiDate(deps.now());
  const agencies = fictionalAgencies(office.agencies, today);
  const inspectors = fictionalInspectors(office.inspectors, today);
  await publishItems(deps, today, actor);
  await importRows(deps, 'agency', agencies, actor);
  await importRows(deps, 'practitioner', fictionalPractitioners(agencies, today), actor);
  await importRows(deps, 'inspector', inspectors, actor);
  for (const relation of fictionalRelations(inspectors, agencies, today)) {
    done(await declareRelation(deps, relation, actor));
  }
  const current = { ...planByDice(today), ...office.plan };
  const draft = done(await savePlan(deps, current, undefined, actor));
  done(await publishPlan(deps, current.month, draft.version, actor));
  done(await savePlan(deps, planByLottery(today), undefined, actor));
  const complaints = async () => fileComplaints(context, await complaintDesk(context, deps), agencies, actor);
  const penalties = () => superviseAgencies(context, deps, agencies, storyPeople(users, inspectors));
  // Nothing of the one is about the other.
  await Promise.all([
    office.complaints === true ? complaints() : undefined,
    office.penalties === true ? penalties() : undefined,
  ]);
}

function storyPeople(users: readonly User[], inspectors: readonly Inspector[]): StoryPeople {
  const [first, second] = inspectors.map(({ id, name, certificateNo }) => ({
    inspectorId: id,
    name,
    certificateNo,
  }));
  if (first === undefined || second === undefined) throw new Error('the demo office has too few inspectors');
  return {
    supervisor: actorOf(users, 'supervisor'),
    approver: actorOf(users, 'approver'),
    legalReviewer: actorOf(users, 'legal-reviewer'),
    officers: [first, second],
  };
}

function actorOf(users: readonly User[], sub: string): Actor {
  const user = users.find((one) => one.sub === sub);
  if (user === undefined) throw new Error(`no account ${sub}`);
  return { userId: user.userId, name: user.name, roles: user.roles };
}

/** The proposed list of inspection items, in the wording in force today. */
async function publishItems(deps: OfficeDeps, today: LocalDate, actor: Actor): Promise<void> {
  for (const row of lawAt(seedInspectionItems, today)) {
    const { rule, citation, validFrom, name, kinds, method, announced } = row;
    const item = {
      code: rule,
      version: 1,
      name,
      legalBasis: citation.text,
      kinds: [...kinds],
      method,
      announced,
      questions: row.questions.map(registerQuestion),
    };
    done(await draftItem(deps, { ...item, status: 'draft', validFrom }, actor));
    done(await publishItem(deps, item, actor));
  }
}

/** The way of a workbook through the console: uploaded, checked, confirmed as shown, written. */
async function importRows<K extends RegisterKind>(
  deps: OfficeDeps,
  kind: K,
  rows: readonly RegisterRows[K][],
  actor: Actor,
): Promise<void> {
  const { id } = await newUpload(deps, kind, '/');
  const file = await exportRegister(kind, rows, 'xlsx');
  await deps.uploads.write(uploadKey(kind, id), file, 'application/octet-stream');
  done(await uploadImport(deps, { id, kind, fileName: `${registers[kind].label.zh}.xlsx` }, actor));
  const status = await workOnImport(deps, id);
  const digest = (await deps.cases.load<ImportCase>(id))?.state.check?.digest;
  if (status !== 'checked' || digest === undefined) throw new Error(`the demo's ${kind} import is ${status}`);
  done(await confirmImport(deps, id, digest, actor));
  if ((await workOnImport(deps, id)) !== 'applied')
    throw new Error(`the demo's ${kind} import is not applied`);
}
