import * as z from 'zod';

/**
 * Text that somebody writes: line ends as LF, trimmed, canonical Unicode (the digests of a case are over NFC), no
 * control characters but LF, none that turn the direction of what follows, at most `max` characters.
 *
 * @param code the refusal for everything that is wrong with it
 */
export function writtenText(max: number, code: string, { optional = false } = {}) {
  return z
    .string({ error: code })
    .transform((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(optional ? 0 : 1, { error: code })
        .max(max, { error: code })
        .refine((text) => text.isWellFormed(), { error: code })
        .refine((text) => !/[\p{Cc}--\n]|[\u202a-\u202e\u2066-\u2069]/v.test(text), { error: code }),
    );
}

/** The same on one line. */
export function writtenLine(max: number, code: string, options: { readonly optional?: boolean } = {}) {
  return writtenText(max, code, options).refine((text) => !text.includes('\n'), { error: code });
}
