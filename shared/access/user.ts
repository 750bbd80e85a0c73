import * as z from 'zod';
import { type Role, roles } from './roles.ts';

const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);

/**
 * A person of the office. The identity provider proves only `iss` and `sub`; what the person may do stands
 * here, so that a right is taken away at once and not when a token ends.
 */
export const userSchema = z.object({
  /** Our own identifier: what cases and audit entries refer to. */
  userId: z.string().min(1).max(64),
  iss: z.string().min(1).max(512),
  sub: z.string().min(1).max(255),
  name: z.string().min(1).max(100),
  email: z.string().max(254).optional(),
  roles: z.array(z.enum(roles)).readonly(),
  /** Six-digit district code; absent for people who act for the whole city. */
  district: z.string().optional(),
  /** The inspector in the register whom this person is. */
  inspectorId: z.string().optional(),
  disabledAt: instant.optional(),
  /** Sessions made before this instant are no longer valid. */
  sessionsValidFrom: instant.optional(),
  version: z.int().nonnegative(),
});

export type User = z.infer<typeof userSchema>;

/** What a page may know of the signed-in person. */
export type Actor = Pick<User, 'userId' | 'name' | 'district' | 'inspectorId'> & {
  readonly roles: readonly Role[];
};

export interface UserStore {
  get(iss: string, sub: string): Promise<User | undefined>;
  /** Writes only over `expectedVersion` (0: the user is new). False when the stored version is another. */
  put(user: User, expectedVersion: number): Promise<boolean>;
  /** People in the order of their names. */
  list(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<{
    readonly users: readonly User[];
    readonly cursor?: string | undefined;
  }>;
}
