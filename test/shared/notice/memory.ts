import { toHex, utf8 } from '../../../shared/draw/bytes.ts';
import { canonicalJson } from '../../../shared/draw/canonicalJson.ts';
import { sha256Suite } from '../../../shared/draw/hash.ts';

/** A digest that is enough where no key matters. */
export const digest = (value: unknown) => toHex(sha256Suite.hash(utf8(canonicalJson(value))));
