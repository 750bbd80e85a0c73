import type { EvidenceType } from './evidenceLimits.ts';

/**
 * Whether a file has arrived whole: its parts are walked to the end mark of its kind. Nothing is decoded. Bytes
 * after the end mark are left alone, because phones write there (moving pictures, depth, brightness maps).
 */

const u16 = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const u32 = (bytes: Uint8Array, at: number) => u16(bytes, at) * 0x10000 + u16(bytes, at + 2);
const latin1 = (bytes: Uint8Array) => String.fromCharCode(...bytes);

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;
/** Start of frame: C0 to CF but for DHT (C4), JPG (C8) and DAC (CC). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The place of the next marker after entropy-coded data; stuffed bytes, fill and restarts belong to the data. */
function afterScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; ) {
    const next = bytes[at + 1];
    if (next === undefined) return bytes.length;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  return bytes.length;
}

/** ISO/IEC 10918-1, annex B: segments with a length, a frame, a scan, and EOI. */
function isWholeJpeg(bytes: Uint8Array): boolean {
  let at = 2;
  let hasFrame = false;
  let hasScan = false;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return false;
    while (bytes[at] === 0xff) at += 1;
    const marker = bytes[at] ?? 0;
    at += 1;
    if (marker === 0xd9) return hasFrame && hasScan;
    if (marker === 0x00) return false;
    if (marker === 0x01 || isRestart(marker)) continue;
    const length = u16(bytes, at);
    if (length < 2) return false;
    at += length;
    hasFrame ||= isFrame(marker);
    if (marker !== 0xda) continue;
    hasScan = true;
    at = afterScan(bytes, at);
  }
  return false;
}

/** ISO/IEC 15948, clause 5: IHDR first, image data, IEND. */
function isWholePng(bytes: Uint8Array): boolean {
  let hasData = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = u32(bytes, at);
    const name = latin1(bytes.subarray(at + 4, at + 8));
    const end = at + 12 + length;
    if ((at === 8) !== (name === 'IHDR') || end > bytes.length) return false;
    if (name === 'IHDR' && (length !== 13 || u32(bytes, at + 8) === 0 || u32(bytes, at + 12) === 0))
      return false;
    if (name === 'IEND') return hasData;
    hasData ||= name === 'IDAT';
    at = end;
  }
  return false;
}

/** ISO 32000-1, 7.5.5; readers look for the end mark in the last 1,024 bytes. */
function isWholePdf(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(-1024)).includes('%%EOF');
}

const walks: Readonly<Record<EvidenceType, (bytes: Uint8Array) => boolean>> = {
  jpeg: isWholeJpeg,
  png: isWholePng,
  pdf: isWholePdf,
};

export function isWhole(type: EvidenceType, bytes: Uint8Array): boolean {
  return walks[type](bytes);
}
