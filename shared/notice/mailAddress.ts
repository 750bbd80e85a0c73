import * as z from 'zod';
import { emailSchema } from '../register/field.ts';

/**
 * The one recipient of a mail. An address is a plain `local@domain` (no list, no comment, no display name hidden
 * in it) and a name is one line without control characters: nothing that a mail library could read as a second
 * recipient or a second header.
 */
export const mailAddressSchema = z.strictObject({
  name: z
    .string()
    .max(200)
    // Line and paragraph separators break lines for some readers though they are no control characters.
    .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), { error: 'notice.mail.name' }),
  address: emailSchema,
});
export type MailAddress = z.infer<typeof mailAddressSchema>;

/** The address if it is exactly one, else undefined. */
export function singleAddress(name: string, address: string): MailAddress | undefined {
  const parsed = mailAddressSchema.safeParse({ name, address });
  return parsed.success ? parsed.data : undefined;
}
