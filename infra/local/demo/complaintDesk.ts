import { createHmac, randomBytes } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import { ulid } from 'ulid';
import { allUsers } from '../../../shared/access/allUsers.ts';
import { parseAppSecrets } from '../../../shared/access/appSecrets.ts';
import { DynamoCaseStore } from '../../../shared/adapters/dynamoCaseStore.ts';
import { DynamoComplaints } from '../../../shared/adapters/dynamoComplaints.ts';
import { DynamoDrawDesk } from '../../../shared/adapters/dynamoDrawDesk.ts';
import { identitySealer } from '../../../shared/adapters/vaultIdentities.ts';
import { addDays, type LocalDate, shanghaiDate } from '../../../shared/calendar/localDate.ts';
import { workingDayBefore } from '../../../shared/calendar/workingDays.ts';
import { type DecideComplaint, giveComplaint } from '../../../shared/complaint/command.ts';
import type { CaseKind } from '../../../shared/complaint/filing.ts';
import { assignComplaint } from '../../../shared/complaint/handling.ts';
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

const MINUTE_MS = 60_000;
/** Nine in the morning in Shanghai. */
const OPENS = 'T01:00:00Z';

/** @throws Error when a command refuses */
export async function complaintDesk(context: SeedContext, office: OfficeDeps): Promise<ComplaintDesk> {
  const named = settingsOf(context, 'intake');
  const core = named('CORE_TABLE');
  const { auditKey, mailDigestKey, receiptPepper } = parseAppSecrets(context.secret(named('APP_SECRET_ARN')));
  const kms = new KMSClient({
    endpoint: context.addresses.aws,
    region: context.region,
    credentials: context.credentials,
  });
  const calendar = await office.calendar();
  const today = shanghaiDate(office.now());
  const dayAgo = (days: number) => workingDayBefore(addDays(today, 1 - days), calendar).value;
  // Acts of one day follow each other by minutes, so that a history reads in the order in which it happened.
  let minutes = 0;
  const instant = (days: number) => {
    minutes = (minutes + 7) % 420;
    return new Date(Date.parse(`${dayAgo(days)}${OPENS}`) + minutes * MINUTE_MS);
  };
  const nobody = async () => {};
  const officeOf = officeSchema.parse(JSON.parse(named('OFFICE')));
  const desk = new DynamoDrawDesk(office.client, core);
  const lists = new DynamoComplaints(office.client, core);
  const digest = (value: unknown) =>
    createHmac('sha256', auditKey).update(canonicalJson(value)).digest('hex');
  /** The papers that a command has ordered bear its day. */
  const issuePapers = async (moment: Date) => {
    const { failed } = await issueForms({
      cases: office.cases,
      lists,
      desk,
      registers: office.register,
      users: () => allUsers(office.people),
      calendar: async () => calendar,
      office: officeOf,
      digest,
      kickFilerMail: nobody,
      now: () => moment,
    });
    if (failed.length > 0) throw new Error(`papers of the demo office: ${failed.join('; ')}`);
  };
  const at = (moment: Date): SendDeps => ({
    cases: new DynamoCaseStore(office.client, {
      core,
      vault: named('VAULT_TABLE'),
      audit: named('AUDIT_TABLE'),
    }),
    // Whatever else follows is found by the sweeps once the office is open.
    kick: { resume: nobody, start: nobody, mail: () => issuePapers(moment), files: nobody, publish: nobody },
    calendar: async () => calendar,
    auditKey: async () => auditKey,
    now: () => moment,
    sealer: identitySealer({ kms, keyId: named('VAULT_KEY_ID'), mailDigestKey: async () => mailDigestKey }),
  });
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
      const deps = { ...at(instant(daysAgo)), desk, officeCode: officeOf.code };
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
