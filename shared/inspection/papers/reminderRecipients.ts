import type { User } from '../../access/user.ts';
import type { ReminderRecipient } from '../../notice/reminder.ts';
import type { Agency } from '../../register/agency.ts';
import type { Inspector } from '../../register/inspector.ts';
import type { Audience } from '../deadlineKinds.ts';
import { type InspectionCase, members, type TeamSeat } from '../inspectionCase.ts';

export interface ReminderPeople {
  readonly agency: Agency;
  /** By id. */
  readonly inspectors: ReadonlyMap<string, Inspector>;
  readonly users: readonly User[];
}

export interface AddressedReminder {
  readonly recipient: ReminderRecipient & { readonly type: 'agency' | 'inspector' | 'staff' };
  readonly address: string;
  /** The draw whose pages a signed link opens. */
  readonly draw: string;
}

/**
 * The people of these audiences, each once: who is of the team and a supervisor too has one mail. Whoever has no
 * address is not mailed; the console shows everybody what is due.
 */
export function reminderRecipients(
  audience: readonly Audience[],
  inspection: InspectionCase,
  people: ReminderPeople,
): readonly AddressedReminder[] {
  const all = audience.flatMap((one) => recipientsOf[one](inspection, people));
  const same = (a: AddressedReminder, b: AddressedReminder) =>
    a.address.toLowerCase() === b.address.toLowerCase();
  return all.filter((one, i) => all.findIndex((other) => same(one, other)) === i);
}

const recipientsOf: Readonly<
  Record<Audience, (inspection: InspectionCase, people: ReminderPeople) => readonly AddressedReminder[]>
> = {
  team: (inspection, people) =>
    members(inspection).flatMap((seat) => memberRecipient(inspection, seat, people)),
  // The first seat is the leader's; while it is empty, whoever comes next answers for the visit.
  leader: (inspection, people) =>
    members(inspection)
      .slice(0, 1)
      .flatMap((seat) => memberRecipient(inspection, seat, people)),
  agency: (inspection, { agency }) => [
    {
      recipient: { type: 'agency', id: agency.uscc, name: agency.name },
      address: agency.electronicServiceConsent?.address ?? agency.email,
      draw: inspection.draw,
    },
  ],
  supervisors: (inspection, { users }) =>
    users.filter(({ roles }) => roles.includes('supervisor')).flatMap((user) => staff(inspection, user)),
  approvers: (inspection, { users }) =>
    users.filter(({ roles }) => roles.includes('approver')).flatMap((user) => staff(inspection, user)),
};

function staff(
  { draw }: Pick<InspectionCase, 'draw'>,
  { userId, name, email, disabledAt }: User,
): readonly AddressedReminder[] {
  if (email === undefined || disabledAt !== undefined) return [];
  return [{ recipient: { type: 'staff', id: userId, name }, address: email, draw }];
}

/** An inspector who signs in opens the case; who does not has the signed link of the draw that dealt the seat. */
function memberRecipient(
  inspection: InspectionCase,
  { inspectorId, draw }: TeamSeat,
  { inspectors, users }: ReminderPeople,
): readonly AddressedReminder[] {
  const inspector = inspectors.get(inspectorId);
  if (inspector === undefined) return [];
  const { id, name, email } = inspector;
  const user = users.find((one) => one.inspectorId === id && one.disabledAt === undefined);
  return user === undefined
    ? [{ recipient: { type: 'inspector', id, name }, address: email, draw }]
    : staff(inspection, { ...user, email });
}
