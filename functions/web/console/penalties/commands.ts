import type { CommandRow } from './commandGiven.ts';
import { decidingCommands } from './decidingCommands.ts';
import { filingCommands } from './filingCommands.ts';
import type { FormCommand } from './offers.ts';
import { partyCommands } from './partyCommands.ts';

/** One line per command: how its form is read and given, and when it has been done already. */
export const formCommands: Readonly<Record<FormCommand, CommandRow>> = {
  ...filingCommands,
  ...partyCommands,
  ...decidingCommands,
};
