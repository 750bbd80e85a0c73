import { type Office, officeSchema } from '../notice/office.ts';
import { environment } from './environment.ts';

/** Who the office is, from the parameter `Office` of the stack (JSON). */
export function officeFromEnvironment(): Office {
  return officeSchema.parse(JSON.parse(environment('OFFICE')));
}
