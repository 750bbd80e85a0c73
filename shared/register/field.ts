import * as z from 'zod';
import { isUscc } from './uscc.ts';

/** One line of text that people read: trimmed, not empty, no control characters, no half of a character, at most `max` characters. */
export function line(max: number) {
  return z
    .string()
    .min(1, { error: 'register.required' })
    .max(max, { error: 'register.text.too_long' })
    .refine((text) => text === text.trim(), { error: 'register.text.spaces' })
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), { error: 'register.text.control' });
}

export const usccSchema = z.string().refine(isUscc, { error: 'register.uscc.invalid' });

/** Digits with the separators people use; Chinese landlines, mobiles, extensions and +86 forms. */
export const phoneSchema = z.string().regex(/^\+?\d[\d -]{4,22}\d$/, { error: 'register.phone.format' });

/** A month, `2027-03`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'register.month.format' });

/** One plain address: no display name, no list, no quotes, so that it can go into a mail header as it is. */
export const emailSchema = z
  .string()
  .max(254, { error: 'register.text.too_long' })
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9._+-]{0,62}[A-Za-z0-9_-])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$/,
    { error: 'register.email.format' },
  )
  .refine((text) => !text.includes('..'), { error: 'register.email.format' });

/** An identifier of our own making: letters, digits, `-`, `_`, `.`; it appears in keys and addresses. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, { error: 'register.id.format' });
