import * as z from 'zod';
import { localDateSchema } from '../calendar/localDate.ts';
import { conductCodes } from '../law/conducts.ts';
import type { FilingBasis } from '../law/filingBasis.ts';
import { MOST_FEN } from '../money.ts';
import { districts } from '../register/district.ts';
import { agencyKinds, codesOf } from '../register/vocabulary.ts';
import { citizenLine, citizenText, uscc18 } from './filedText.ts';

/** Most characters of what somebody tells; a page of print has some 1,500. */
export const textLimits = { facts: 5_000, request: 1_000, message: 2_000, line: 200 } as const;

/** Most files of one filing. */
export const FILING_FILES = 10;

const fen = z.int().min(0).max(MOST_FEN);

/** The agency complained of: in the register, or described by the person (unlicensed ones are not in it). */
export const filedAgencySchema = z.discriminatedUnion('listed', [
  z.object({
    listed: z.literal(true),
    uscc: uscc18,
    name: citizenLine(100),
    kinds: z.array(codesOf(agencyKinds)),
    district: codesOf(districts),
  }),
  z.object({
    listed: z.literal(false),
    name: citizenLine(100),
    uscc: uscc18.exactOptional(),
    /** Where it works or is found: address, web page, telephone. */
    whereabouts: citizenLine(textLimits.line),
  }),
]);
export type FiledAgency = z.infer<typeof filedAgencySchema>;

/** What the filing is about: everything but who files. */
export const filedMatterSchema = z.object({
  agency: filedAgencySchema,
  service: z.enum(['patent', 'trademark']),
  /** The practitioner who acted, as far as known. */
  practitioner: citizenLine(60).exactOptional(),
  conducts: z.array(z.enum(conductCodes)).min(1).max(conductCodes.length),
  facts: citizenText(textLimits.facts),
  /** Since when the person has known (令121号 art. 16(4): three years). */
  knownSince: localDateSchema.exactOptional(),
  applicationNumber: citizenLine(60).exactOptional(),
  contract: citizenLine(100).exactOptional(),
  amountFen: fen.exactOptional(),
  /** The day from which rights are lost unless something is done before: raises the urgency. */
  rightsLostOn: localDateSchema.exactOptional(),
  /** What the person asks for; a complaint has one. */
  request: citizenText(textLimits.request).exactOptional(),
});
export type FiledMatter = z.infer<typeof filedMatterSchema>;

/** Who files. Never leaves the vault. */
export const identitySchema = z.object({
  name: citizenLine(60),
  phone: citizenLine(40),
  address: citizenLine(textLimits.line),
  mail: z.email().max(254).exactOptional(),
  /** Who acts for the person (令121号 art. 11), with what they are authorised to. */
  proxy: z.object({ name: citizenLine(60), authority: citizenLine(textLimits.line) }).exactOptional(),
});
export type Identity = z.infer<typeof identitySchema>;

/** Whose dispute it is: decides between a complaint and its handling by analogy. */
export const standings = ['consumer', 'business', 'none'] as const;
export type Standing = (typeof standings)[number];

export const wishes = ['settle', 'check', 'both'] as const;
export type Wish = (typeof wishes)[number];

export type CaseKind = 'complaint' | 'report';

export interface Classified {
  readonly kinds: readonly CaseKind[];
  /** The legal reasons, in the order in which they are shown. */
  readonly bases: readonly FilingBasis[];
}

/**
 * Finds out whether a filing is a complaint, a report or both (令121号 arts. 3, 9, 28, 43). Somebody without a
 * contract of their own has no dispute that could be settled: what they tell is a report whatever they wish.
 */
export function classify(standing: Standing, wish: Wish): Classified {
  const complaint = standing !== 'none' && wish !== 'check';
  const report = wish !== 'settle' || !complaint;
  const kinds: CaseKind[] = [
    ...(complaint ? (['complaint'] as const) : []),
    ...(report ? (['report'] as const) : []),
  ];
  const bases: FilingBasis[] = [
    ...(complaint ? [standing === 'consumer' ? ('consumer' as const) : ('reference' as const)] : []),
    ...(report ? (['report'] as const) : []),
    ...(complaint && report ? (['both'] as const) : []),
  ];
  return { kinds, bases };
}

/** How it reached the office. `forwarded`: passed on by another office, which may not be passed on again (art. 41). */
export const channels = ['web', 'counter', 'phone', 'post', 'hotline', 'forwarded'] as const;
export type Channel = (typeof channels)[number];
