import { hash } from 'node:crypto';
import { type HashSuite, type SuiteName, suiteFrom } from '../draw/hash.ts';

/** The hash suites of the draw over node:crypto, for servers and the command line. */

const HASHES = { sha256: 'sha256', sm3: 'sm3' } as const satisfies Record<SuiteName, string>;

function nodeSuite(name: SuiteName): HashSuite {
  return suiteFrom(name, (message) => hash(HASHES[name], message, 'buffer'));
}

const suites: Readonly<Record<SuiteName, HashSuite>> = { sha256: nodeSuite('sha256'), sm3: nodeSuite('sm3') };

/** The suite of that name; same bytes as the portable one. */
export function nodeSuites(name: SuiteName): HashSuite {
  return suites[name];
}
