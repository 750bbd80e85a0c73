import { createHmac, randomBytes } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import { ulid } from 'ulid';
import { allUsers } from '../../../shared/access/allUsers.ts';
import { parseAppSecrets } from '../../../shared/access/appSecrets.ts';
import { DynamoCaseStore } from '../../../shared/adapters/dynamoCaseStore.ts';
import { DynamoComplaints } from '../../../shared/adapters/dynamoComplaints.ts';
import { DynamoDrawDesk } from '../../../shared/adapters/dynamoDrawDesk.ts';
import { identitySealer } from '../../../shared/adapters/vaultIdentities.ts';
import { type LocalDate, shanghaiDate } from '../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../shared/calendar/workingDays.ts';
import { type DecideComplaint, giveComplaint } from '../../../shared/complaint/command.ts';
import type { CaseKind } from '../../../shared/complaint/filing.ts';
import { type AssignDeps, assignComplaint } from '../../../shared/complaint/handling.ts';
import { attachRepeat } from '../../../shared/complaint/linking.ts';
import type { Filing } from '../../../shared/complaint/openCases.ts';
import { issueForms } from '../../../shared/complaint/papers/issueForms.ts';
import { formatReceiptCode, newReceiptCode, receiptHash } from '../../../shared/complaint/receiptCode.ts';
import { FILER, type SendDeps, sendFiling } from '../../../shared/complaint/sendFiling.ts';
import type { ComplaintCommand } from '../../../shared/complaint/transitions.ts';
import { canonicalJson } from '../../../shared/draw/canonicalJson.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import { officeSchema } from '../../../shared/notice/office.ts';
import type { SeedContext } from '../runtime.ts';
import { done } from './done.ts';
import { type OfficeDeps, settingsOf } from './officeDeps.ts';
import { storyClock } from './storyClock.ts';

/** What somebody filed, before it has a number, a day or a receipt. */
export type ToldFiling = Pick<Filing, 'standing' | 'wish' | 'matter' | 'identity'> &
  Partial<Pick<Filing, 'lang' | 'channel'>>;

export interface Filed {
  readonly id: string;
  /** As it is shown: `482 913 550 172 904 418`. */
  readonly receipt: string;
}

/** The commands of complaints and reports, each given on a working day some days ago. */
export interface ComplaintDesk {
  readonly today: LocalDate;
  /** The last working day that lies so many days back or more. */
  dayAgo(days: number): LocalDate;
  /** Sends a filing, or has somebody of the office enter it; the case of the kind that the story is about. */
  file(daysAgo: number, told: ToldFiling, kind: CaseKind, enteredBy?: Actor): Promise<Filed>;
  assign(daysAgo: number, id: string, actor: Actor): Promise<void>;
  give<Input>(
    daysAgo: number,
    id: string,
    command: ComplaintCommand,
    decide: DecideComplaint<Input>,
    input: Input,
    actor?: Actor,
  ): Promise<void>;
  attach(daysAgo: number, id: string, to: string, actor: Actor): Promise<void>;
}

/** What the desk works with. */
export interface DeskParts {
  /** What the commands of one moment are given with. */
  readonly at: (moment: Date) => SendDeps;
  readonly numbers: Pick<AssignDeps, 'desk' | 'officeCode'>;
  readonly receiptPepper: Uint8Array;
  readonly calendar: WorkingCalendar;
  readonly today: LocalDate;
}

/** @throws Error when a command refuses */
export function deskOver({ at, numbers, receiptPepper, calendar, today }: DeskParts): ComplaintDesk {
  const { dayAgo, instant } = storyClock(today, calendar);
  return {
    today,
    dayAgo,
    async file(daysAgo, told, kind, enteredBy) {
      const moment = instant(daysAgo);
      const ids = { complaint: ulid(moment.getTime()), report: ulid(moment.getTime()) };
      const code = newReceiptCode((bytes) => randomBytes(bytes));
      const filing: Filing = {
        lang: 'zh',
        channel: 'web',
        ...told,
        ids,
        files: [],
        before: [],
        mailConfirmed: enteredBy === undefined && told.identity?.mail !== undefined,
        ...(enteredBy === undefined ? {} : { enteredBy: { by: enteredBy.userId, name: enteredBy.name } }),
      };
      done(await sendFiling(at(moment), filing, receiptHash(receiptPepper, code), [], enteredBy));
      return { id: ids[kind], receipt: formatReceiptCode(code) };
    },
    async assign(daysAgo, id, actor) {
      const deps = { ...at(instant(daysAgo)), ...numbers };
      done(await assignComplaint(deps, id, { userId: actor.userId, name: actor.name }, actor));
    },
    async give(daysAgo, id, command, decide, input, actor = FILER) {
      done(await giveComplaint(at(instant(daysAgo)), id, command, decide, input, actor));
    },
    async attach(daysAgo, id, to, actor) {
      done(await attachRepeat(at(instant(daysAgo)), id, { to, newFacts: false }, actor));
    },
  };
}

/** The desk of a local runtime, with identities sealed under its vault key. */
export async function complaintDesk(context: SeedContext, office: OfficeDeps): Promise<ComplaintDesk> {
  const named = settingsOf(context, 'intake');
  const { auditKey, mailDigestKey, receiptPepper } = parseAppSecrets(context.secret(named('APP_SECRET_ARN')));
  const core = named('CORE_TABLE');
  const calendar = await office.calendar();
  const ofOffice = officeSchema.parse(JSON.parse(named('OFFICE')));
  const desk = new DynamoDrawDesk(office.client, core);
  const kms = new KMSClient({
    endpoint: context.addresses.aws,
    region: context.region,
    credentials: context.credentials,
  });
  const papers = {
    cases: office.cases,
    lists: new DynamoComplaints(office.client, core),
    desk,
    registers: office.register,
    users: () => allUsers(office.people),
    calendar: async () => calendar,
    office: ofOffice,
    digest: (value: unknown) => createHmac('sha256', auditKey).update(canonicalJson(value)).digest('hex'),
    kickFilerMail: nobody,
  };
  const sending = {
    cases: new DynamoCaseStore(office.client, {
      core,
      vault: named('VAULT_TABLE'),
      audit: named('AUDIT_TABLE'),
    }),
    calendar: async () => calendar,
    auditKey: async () => auditKey,
    sealer: identitySealer({ kms, keyId: named('VAULT_KEY_ID'), mailDigestKey: async () => mailDigestKey }),
  };
  /** The papers that a command has ordered bear its day. */
  const issued = async (now: () => Date) => {
    const { failed } = await issueForms({ ...papers, now });
    if (failed.length > 0) throw new Error(`papers of the demo office: ${failed.join('; ')}`);
  };
  const at = (moment: Date): SendDeps => {
    const now = () => moment;
    // Whatever else follows is found by the sweeps once the office is open.
    const kick = {
      resume: nobody,
      start: nobody,
      mail: () => issued(now),
      files: nobody,
      publish: nobody,
      leads: nobody,
    };
    return { ...sending, kick, now };
  };
  const numbers = { desk, officeCode: ofOffice.code };
  return deskOver({ at, numbers, receiptPepper, calendar, today: shanghaiDate(office.now()) });
}

async function nobody(): Promise<void> {}
