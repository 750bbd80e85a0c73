import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEvidence } from '../../../shared/evidence/checkEvidence.ts';
import { evidenceLimits } from '../../../shared/evidence/evidenceLimits.ts';
import { evidenceMessages } from '../../../shared/evidence/messages.ts';
import { catalogue } from '../../../shared/messages/catalogue.ts';
import {
  docx,
  exe,
  heic,
  html,
  jpeg,
  jpegSegment,
  pdf,
  png,
  text,
  zip,
} from '../../fixtures/evidenceFiles.ts';

const codeOf = (bytes: Uint8Array, name: string) => {
  const result = checkEvidence(bytes, name, 'file');
  return result.ok ? 'taken' : result.problems.map(({ code }) => code.replace('evidence.', '')).join();
};
const without = (bytes: Uint8Array, count: number) => bytes.subarray(0, bytes.length - count);
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const big = (bytes: number) => joined(jpeg(), new Uint8Array(bytes - jpeg().length));

describe('a file is taken for what its bytes are', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['a photo', jpeg(), '现场.jpg', 'taken'],
    ['a photo in capitals', jpeg(), 'IMG_0001.JPEG', 'taken'],
    [
      'a photo that a phone has written more behind',
      jpeg(undefined, text('MotionPhoto_Data')),
      'a.jpg',
      'taken',
    ],
    ['a photo without an extension', jpeg(), '1000012345', 'taken'],
    ['a photo with a thumbnail inside', jpeg(jpeg()), 'a.jpg', 'taken'],
    ['a screenshot', png(), 'a.png', 'taken'],
    ['a scan', pdf(), '营业执照.pdf', 'taken'],
    ['a scan whose end mark is followed by line ends', pdf('', '\r\n\r\n'), 'a.pdf', 'taken'],
    ['a photo of exactly the largest size', big(evidenceLimits.bytes), 'a.jpg', 'taken'],

    ['nothing', new Uint8Array(), 'a.jpg', 'empty'],
    ['30 MB', big(30 * 1024 * 1024), 'a.jpg', 'too_large'],
    ['one byte too many', big(evidenceLimits.bytes + 1), 'a.jpg', 'too_large'],
    ['a program called a photo', exe(), 'a.jpg', 'type'],
    ['a page called a picture', html(), 'a.png', 'type'],
    ['a text called a PDF', text('报告'), 'a.pdf', 'type'],
    ['an archive called a PDF', zip(), 'a.pdf', 'type'],
    ['a document called a PDF', docx(), 'a.pdf', 'office'],
    ['an old document', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 1), 'a.doc', 'office'],
    ['an iPhone photo', heic(), 'IMG_0001.HEIC', 'heic'],
    ['a film', joined(text('\0\0\0\x18ftypisom'), new Uint8Array(12)), 'a.mp4', 'type'],

    ['a photo called a program', jpeg(), 'a.exe', 'extension'],
    ['a photo called a program behind a photo', jpeg(), 'a.jpg.exe', 'extension'],
    ['a picture called a photo', png(), 'a.jpg', 'extension'],
    ['a PDF called a photo', pdf(), 'a.jpg', 'extension'],

    ['a photo without its end mark', without(jpeg(), 2), 'a.jpg', 'truncated'],
    ['a photo cut in a segment', jpeg().subarray(0, 9), 'a.jpg', 'truncated'],
    ['a photo cut after its thumbnail', jpeg(jpeg()).subarray(0, 4 + jpeg().length), 'a.jpg', 'truncated'],
    ['three bytes of a photo', Uint8Array.of(0xff, 0xd8, 0xff), 'a.jpg', 'truncated'],
    ['a photo without a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), 'a.jpg', 'truncated'],
    ['a picture without its end', without(png(), 12), 'a.png', 'truncated'],
    ['a picture cut in its end', without(png(), 1), 'a.png', 'truncated'],
    ['a PDF without its end mark', without(pdf(), 3), 'a.pdf', 'truncated'],
    ['a PDF whose end mark is far from its end', pdf('', 'x'.repeat(2000)), 'a.pdf', 'truncated'],

    ['a PDF in a photo', jpeg(text('%PDF-1.7')), 'a.jpg', 'mixed'],
    ['a page in a photo', jpeg(text('<html><body>')), 'a.jpg', 'mixed'],
    ['a script in a photo', jpeg(text('\0<SCRIPT src=x>')), 'a.jpg', 'mixed'],
    ['a page in a PDF', pdf('<svg onload=x>'), 'a.pdf', 'mixed'],
    ['an archive behind a photo', jpeg(undefined, zip()), 'a.jpg', 'mixed'],
    ['an archive with a comment behind a picture', png(zip('comment')), 'a.png', 'mixed'],
    ['an archive behind a PDF', joined(pdf(), zip()), 'a.pdf', 'mixed'],
  ])('%s (%#)', (_, bytes, name, expected) => {
    expect(codeOf(bytes, name)).toBe(expected);
  });

  it('is not cut anywhere: every shorter file is refused', () => {
    for (const [whole, name] of [
      [jpeg(), 'a.jpg'],
      [png(), 'a.png'],
    ] as const) {
      for (let length = 0; length < whole.length; length += 1) {
        expect(codeOf(whole.subarray(0, length), name), String(length)).not.toBe('taken');
      }
    }
  });

  it('never fails on what it was given', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(jpeg(), png(), pdf(), jpegSegment(0xe0, text('x'))),
        fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 8 }),
        fc.nat(200),
        (whole, changes, length) => {
          const bytes = whole.slice(0, length);
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
          const code = codeOf(bytes, 'a.jpg');
          expect(code === 'taken' || Object.hasOwn(evidenceMessages, `evidence.${code}`)).toBe(true);
        },
      ),
    );
  });
});

it('states the facts of the file', () => {
  expect(checkEvidence(jpeg(), 'C:\\照片\\..现场 1.JPG')).toEqual({
    ok: true,
    value: {
      sha256: createHash('sha256').update(jpeg()).digest('hex'),
      size: jpeg().length,
      type: 'jpeg',
      fileName: '现场 1.JPG',
    },
  });
  expect(checkEvidence(pdf(), '')).toMatchObject({ value: { fileName: '未命名.pdf' } });
});

it('explains every refusal in both languages beside the field, with every place filled', () => {
  const refusals = [
    [new Uint8Array(), 'a.jpg'],
    [big(evidenceLimits.bytes + 1), 'a.jpg'],
    [exe(), ''],
    [heic(), 'a.heic'],
    [docx(), 'a.docx'],
    [png(), 'a.jpg'],
    [without(jpeg(), 1), 'a.jpg'],
    [jpeg(undefined, zip()), 'a.jpg'],
  ] as const;
  const codes = refusals.map(([bytes, name]) => {
    const result = checkEvidence(bytes, name, 'file');
    const [problem] = result.ok ? [] : result.problems;
    if (problem === undefined) throw new Error('taken');
    expect(problem.field).toBe('file');
    for (const lang of ['zh', 'en'] as const)
      expect(catalogue.problemText(lang, problem)).not.toMatch(/[{}]/);
    return problem.code;
  });
  expect(new Set(codes).size).toBe(refusals.length);
});
