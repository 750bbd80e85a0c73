/** SM3 (GB/T 32905-2016, ISO/IEC 10118-3): the hash of the closed government network (DR-1 §1). */

const IV = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
] as const;
const BLOCK = 64;

function rotate(word: number, by: number): number {
  const bits = by % 32;
  return bits === 0 ? word : (word << bits) | (word >>> (32 - bits));
}

const p0 = (word: number): number => word ^ rotate(word, 9) ^ rotate(word, 17);
const p1 = (word: number): number => word ^ rotate(word, 15) ^ rotate(word, 23);

/** T_j <<< j of §4.2 for the 64 rounds. */
const CONSTANTS = Int32Array.from({ length: 64 }, (_, j) => rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j));

/** SM3 digest, 32 bytes. */
export function sm3(message: Uint8Array): Uint8Array {
  const padded = pad(message);
  const view = new DataView(padded.buffer);
  const state = Int32Array.from(IV);
  for (let at = 0; at < padded.length; at += BLOCK) compress(state, view, at);
  const digest = new Uint8Array(32);
  const out = new DataView(digest.buffer);
  state.forEach((word, i) => {
    out.setInt32(4 * i, word);
  });
  return digest;
}

/** §5.2: a one bit, zeros, and the bit length in 64 bits. */
function pad(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / BLOCK) * BLOCK);
  padded.set(message);
  padded[message.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  return padded;
}

/** §5.3.2: 16 words of the block expanded to 68. */
function expand(view: DataView, at: number): Int32Array {
  const w = new Int32Array(68);
  for (let j = 0; j < 16; j++) w[j] = view.getInt32(at + 4 * j);
  const word = (j: number): number => w[j] ?? 0;
  for (let j = 16; j < 68; j++)
    w[j] = p1(word(j - 16) ^ word(j - 9) ^ rotate(word(j - 3), 15)) ^ rotate(word(j - 13), 7) ^ word(j - 6);
  return w;
}

/** §5.3.3: the compression function, folded into `state`. */
function compress(state: Int32Array, view: DataView, at: number): void {
  const w = expand(view, at);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let j = 0; j < 64; j++) {
    const early = j < 16;
    const ss1 = rotate((rotate(a, 12) + e + (CONSTANTS[j] ?? 0)) | 0, 7);
    const ss2 = ss1 ^ rotate(a, 12);
    const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = early ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + ss2 + ((w[j] ?? 0) ^ (w[j + 4] ?? 0))) | 0;
    const tt2 = (gg + h + ss1 + (w[j] ?? 0)) | 0;
    [d, c, b, a] = [c, rotate(b, 9), a, tt1];
    [h, g, f, e] = [g, rotate(f, 19), e, p0(tt2)];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (state[i] ?? 0) ^ word;
  });
}
