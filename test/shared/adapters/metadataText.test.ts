import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { metadataText } from '../../../shared/adapters/metadataText.ts';

const word = (bytes: Buffer) => `=?UTF-8?B?${bytes.toString('base64')}?=`;

it.each([
  ['IMG_0001.jpg', 'IMG_0001.jpg'],
  ['=?UTF-8?Q?=E7=85=A7_1.jpg?=', '照 1.jpg'],
  ['=?utf-8?b?54Wn54mH?=.jpg', '照片.jpg'],
  [Buffer.from('照片.jpg').toString('latin1'), '照片.jpg'],
  ['照片.jpg', '照片.jpg'],
  ['a =?x? b', 'a =?x? b'],
])('%j reads %j', (given, expected) => {
  expect(metadataText(given)).toBe(expected);
});

it('reads a long name that was cut into words, wherever they were cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), (name, place) => {
      const bytes = Buffer.from(name);
      const cut = place % bytes.length;
      expect(metadataText(`${word(bytes.subarray(0, cut))}\r\n ${word(bytes.subarray(cut))}`)).toBe(name);
    }),
  );
});
