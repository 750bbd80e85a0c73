import type { EvidenceType } from './evidenceLimits.ts';

/**
 * Files that are two things at once: a picture to one program, something else to another. Evidence is never shown
 * inline and is downloaded under the extension of its checked kind, so this is the second fence.
 */

/** How far into a file readers of PDF and sniffers of HTML look. Bytes. */
const HEAD = 1024;
const MARKUP = /<(!doctype\s+html|html|head|body|script|iframe|svg)[\s>/]/i;

/** Fixed part of the end record of a ZIP archive, and the longest comment after it. Bytes. */
const ZIP_END = 22;
const ZIP_COMMENT = 0xffff;

/** An archive is read from its end: its end record lies there, and its comment reaches to the last byte. */
function endsAsZip(bytes: Uint8Array): boolean {
  const last = bytes.length - ZIP_END;
  for (let at = last; at >= 0 && at >= last - ZIP_COMMENT; at -= 1) {
    const isRecord =
      bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 0x05 && bytes[at + 3] === 0x06;
    if (!isRecord) continue;
    const comment = (bytes[at + 20] ?? 0) | ((bytes[at + 21] ?? 0) << 8);
    if (at + ZIP_END + comment === bytes.length) return true;
  }
  return false;
}

/** Whether another program would read the file as PDF, HTML or an archive. */
export function hasForeignContent(type: EvidenceType, bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  return (type !== 'pdf' && head.includes('%PDF-')) || MARKUP.test(head) || endsAsZip(bytes);
}
