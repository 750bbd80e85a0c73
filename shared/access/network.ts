/** The network of an address: /24 of IPv4, /56 of IPv6 (what one household or office is usually given). */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(mapped);
  if (four !== null) return `4/${four.slice(1).map(Number).join('.')}`;
  const groups = ipv6Groups(mapped);
  // What cannot be read shares one budget: nobody gets out of the limit by an odd address.
  if (groups === undefined) return 'unreadable';
  const [a = 0, b = 0, c = 0, d = 0] = groups;
  return `6/${[a, b, c, d & 0xff00].map((group) => group.toString(16)).join(':')}`;
}

/** The first four groups of an IPv6 address, which hold its /56; undefined when it is none. */
function ipv6Groups(address: string): readonly number[] | undefined {
  const [plain = ''] = address.split('%');
  if (!/^[0-9a-f:.]+$/i.test(plain) || !plain.includes(':')) return undefined;
  const [head = '', tail, ...rest] = plain.split('::');
  if (rest.length > 0) return undefined;
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  // A dotted end stands for two groups, neither of which is among the first four.
  const size = (parts: readonly string[]) => parts.length + (parts.at(-1)?.includes('.') === true ? 1 : 0);
  const missing = 8 - size(left) - size(right);
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const first = [...left, ...Array<string>(Math.max(0, missing)).fill('0'), ...right].slice(0, 4);
  if (!first.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return first.map((group) => Number.parseInt(group, 16));
}
