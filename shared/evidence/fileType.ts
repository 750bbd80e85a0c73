import type { EvidenceType } from './evidenceLimits.ts';

/** What a file is by its first bytes, whatever its name says. */

const text = (value: string) => Uint8Array.from(value, (char) => char.charCodeAt(0));
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

const accepted: readonly (readonly [EvidenceType, Uint8Array])[] = [
  ['jpeg', Uint8Array.of(0xff, 0xd8, 0xff)],
  ['png', PNG],
  ['pdf', text('%PDF-')],
];

/** ZIP (and so .docx, .xlsx, .ofd) and the compound files of old Office. */
const office = [text('PK\x03\x04'), Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)];

/** Brands of ISO/IEC 23008-12 that phones write. */
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

function hasAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

/** `heic` and `office` have a refusal of their own, because people send them in good faith. */
export function fileTypeOf(bytes: Uint8Array): EvidenceType | 'heic' | 'office' | 'other' {
  for (const [type, magic] of accepted) if (hasAt(bytes, 0, magic)) return type;
  if (office.some((magic) => hasAt(bytes, 0, magic))) return 'office';
  const isHeic = hasAt(bytes, 4, text('ftyp')) && heicBrands.some((brand) => hasAt(bytes, 8, text(brand)));
  return isHeic ? 'heic' : 'other';
}
