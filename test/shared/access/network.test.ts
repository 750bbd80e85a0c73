import { expect, it } from 'vitest';
import { networkOf } from '../../../shared/access/network.ts';

it.each([
  ['192.0.2.7', '192.0.2.250', true],
  ['192.0.2.7', '192.0.3.7', false],
  ['::ffff:192.0.2.7', '192.0.2.9', true],
  ['2001:db8:1:2ff::1', '2001:db8:1:200:ffff::9', true],
  ['2001:db8:1:2ff::1', '2001:db8:1:300::1', false],
  ['2001:db8::1', '2001:0db8:0000:0000:0000:0000:0000:0002', true],
  ['2001:DB8::1', '2001:db8::', true],
  ['::1', '::2', true],
  ['fe80::1%eth0', 'fe80::2', true],
  ['2001:db8::1', '2001:db9::1', false],
])('%s and %s: one network is %s', (a, b, same) => {
  expect(networkOf(a) === networkOf(b)).toBe(same);
});

it.each(['', 'x', '1.2.3', '1:2:3', '::1::', '12345::', 'g::1'])(
  '%j shares one budget with all that is no address',
  (text) => {
    expect(networkOf(text)).toBe('unreadable');
  },
);
