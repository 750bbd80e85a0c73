import type { LocalClock } from './clock.ts';
import type { InvocationResult } from './functions/functionPool.ts';
import type { LocalAccount } from './oidc/accounts.ts';
import type { Issuer } from './oidc/issuer.ts';
import type { Services } from './services.ts';
import { type Addresses, LOCAL_KEYS } from './settings.ts';
import type { StartHint } from './startHints.ts';
import type { Stack } from './template/stack.ts';

/** What a seed needs to fill a fresh office. */
export interface SeedContext {
  readonly region: string;
  readonly addresses: Addresses;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly clock: Pick<LocalClock, 'now' | 'iso'>;
  readonly accounts: readonly LocalAccount[];
  /** Issuer as it stands in the id tokens. */
  readonly issuer: string;
  /** Resolved outputs of the stack. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Physical name of the table, bucket, queue or function whose logical id begins so; throws unless exactly one does. */
  resourceName(type: string, logicalIdPrefix: string): string;
  /** The environment of a function, by logical id prefix or name: table names, key ids, addresses. */
  environmentOf(functionId: string): Readonly<Record<string, string>>;
  /** Value of a secret, by ARN or name. */
  secret(id: string): string;
  /** Tells a newcomer something to try, at every start. */
  hint(hint: StartHint): void;
  /** Invokes a function and waits. */
  invoke(functionId: string, payload: unknown): Promise<InvocationResult>;
}

/** The one function with this name or logical id, or whose logical id holds it. */
export function functionName(stack: Stack, id: string): string {
  const functions = stack.ofType('AWS::Lambda::Function');
  const plain = id.replaceAll('-', '').toLowerCase();
  const exact = functions.filter(({ name, logicalId }) => name === id || logicalId === id);
  const near = exact.length > 0 ? exact : functions.filter(({ logicalId }) => shortId(logicalId) === plain);
  const [found, ...more] =
    near.length > 0 ? near : functions.filter(({ logicalId }) => logicalId.toLowerCase().includes(plain));
  if (!found || more.length > 0)
    throw new Error(`${found ? 'Several functions are' : 'No function is'} called ${id}`);
  return found.name;
}

/** `FunctionsdrawstepFunction1A2B3C4D` → `drawstep` */
function shortId(logicalId: string): string {
  return logicalId
    .replace(/[0-9A-F]{8}$/, '')
    .replace(/^Functions/, '')
    .replace(/Function$/, '')
    .toLowerCase();
}

/** The context of one runtime. */
export function seedContext(parts: {
  readonly stack: Stack;
  readonly services: Services;
  readonly addresses: Addresses;
  readonly clock: LocalClock;
  readonly accounts: readonly LocalAccount[];
  readonly issuer: Issuer;
  readonly region: string;
  readonly invoke: SeedContext['invoke'];
  /** Where the seed's hints are put. */
  readonly hints: StartHint[];
}): SeedContext {
  const { stack, services, addresses, clock, accounts, issuer, region, invoke, hints } = parts;
  return {
    region,
    addresses,
    clock,
    accounts,
    invoke,
    credentials: LOCAL_KEYS,
    issuer: issuer.issuer,
    outputs: stack.outputs,
    resourceName: (type, prefix) => {
      const [found, ...more] = stack.ofType(type).filter(({ logicalId }) => logicalId.startsWith(prefix));
      if (!found || more.length > 0) {
        throw new Error(`${found ? 'Several resources' : 'No resource'} of ${type} with ${prefix}`);
      }
      return found.name;
    },
    environmentOf: (functionId) => services.lambda.environmentOf(functionName(stack, functionId)),
    hint: (hint) => {
      hints.push(hint);
    },
    secret: (id) => services.secrets.read(id),
  };
}
