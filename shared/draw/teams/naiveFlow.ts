import { type Deal, highestLevel, type Levels, type Matcher, roomAt } from './matcher.ts';
import { mayTake, type Roster } from './roster.ts';

/**
 * The reference matcher: the network of DR-1 §1.9.1 written out, a maximum flow by plain augmenting paths,
 * everything computed afresh for every question. Slow, and the oracle that the fast matcher is held against.
 *
 * source →(room) inspector →(1) (inspector, visit) →(1) seat →(1) sink
 */

interface Network {
  /** Residual capacity of edge e; edge e ^ 1 is its reverse. */
  readonly left: number[];
  readonly head: number[];
  readonly out: number[][];
  readonly source: number;
  readonly sink: number;
  readonly inspectorNode: (i: number) => number;
  readonly seatNode: (s: number) => number;
}

/** `holder[s]`: the inspector that seat s is fixed to; fixed seats and their room leave the network. */
function buildNetwork(
  roster: Roster,
  rooms: readonly number[],
  holder: ReadonlyMap<number, number>,
): Network {
  const left: number[] = [];
  const head: number[] = [];
  const out: number[][] = [];
  const addNode = (): number => out.push([]) - 1;
  const addEdge = (from: number, to: number, capacity: number): void => {
    for (const [tail, tip, room] of [
      [from, to, capacity],
      [to, from, 0],
    ] as const) {
      out[tail]?.push(head.length);
      head.push(tip);
      left.push(room);
    }
  };
  const source = addNode();
  const sink = addNode();
  const inspectorNodes = roster.inspectors.map(addNode);
  const seatNodes = roster.seats.map(addNode);
  const nodeAt = (nodes: readonly number[], n: number): number => nodes[n] ?? -1;
  const held = roster.inspectors.map(() => 0);
  for (const i of holder.values()) held[i] = (held[i] ?? 0) + 1;
  inspectorNodes.forEach((node, i) => {
    addEdge(source, node, (rooms[i] ?? 0) - (held[i] ?? 0));
  });
  for (const seats of roster.seatsOf) {
    const open = seats.filter((s) => !holder.has(s));
    const taken = new Set(seats.map((s) => holder.get(s)));
    for (const s of open) addEdge(nodeAt(seatNodes, s), sink, 1);
    inspectorNodes.forEach((node, i) => {
      const fits = taken.has(i) ? [] : open.filter((s) => mayTake(roster, s, i));
      if (fits.length === 0) return;
      const pair = addNode();
      addEdge(node, pair, 1);
      for (const s of fits) addEdge(pair, nodeAt(seatNodes, s), 1);
    });
  }
  return {
    left,
    head,
    out,
    source,
    sink,
    inspectorNode: (i) => nodeAt(inspectorNodes, i),
    seatNode: (s) => nodeAt(seatNodes, s),
  };
}

/** One augmenting path of one unit, depth first. */
function augment(network: Network): boolean {
  const seen = new Set<number>();
  const reach = (node: number): boolean => {
    if (node === network.sink) return true;
    seen.add(node);
    for (const edge of network.out[node] ?? []) {
      const next = network.head[edge] ?? -1;
      if ((network.left[edge] ?? 0) > 0 && !seen.has(next) && reach(next)) {
        network.left[edge] = (network.left[edge] ?? 0) - 1;
        network.left[edge ^ 1] = (network.left[edge ^ 1] ?? 0) + 1;
        return true;
      }
    }
    return false;
  };
  return reach(network.source);
}

function maximumFlow(network: Network): number {
  let flow = 0;
  while (augment(network)) flow++;
  return flow;
}

/** Nodes that can reach the sink in the residual graph: the smallest sink side of a minimum cut. */
function reachingSink(network: Network): Set<number> {
  const reaching = new Set([network.sink]);
  // A set being walked also gives the members added on the way.
  // The reverse of an edge out of `node` comes into it.
  for (const node of reaching)
    for (const edge of network.out[node] ?? [])
      if ((network.left[edge ^ 1] ?? 0) > 0) reaching.add(network.head[edge] ?? -1);
  return reaching;
}

function levels(roster: Roster): Levels {
  const nobody = new Map<number, number>();
  const found: (number | undefined)[] = roster.inspectors.map(() => undefined);
  const last = highestLevel(roster);
  for (let level = 0; ; level++) {
    const rooms = roster.inspectors.map((_, i) => roomAt(roster, i, level));
    const network = buildNetwork(roster, rooms, nobody);
    const complete = maximumFlow(network) === roster.seats.length;
    const short = reachingSink(network);
    found.forEach((known, i) => {
      if (known === undefined && !short.has(network.inspectorNode(i))) found[i] = level;
    });
    if (complete) return { feasible: true, levels: found.map((known) => known ?? level) };
    if (level >= last) {
      const blocking = roster.seats.flatMap((_, s) => (short.has(network.seatNode(s)) ? [s] : []));
      return { feasible: false, blocking };
    }
  }
}

function isPossible(roster: Roster, rooms: readonly number[], holder: ReadonlyMap<number, number>): boolean {
  return maximumFlow(buildNetwork(roster, rooms, holder)) === roster.seats.length - holder.size;
}

function startDeal(roster: Roster, rooms: readonly number[]): Deal {
  let holder: ReadonlyMap<number, number> = new Map();
  if (!isPossible(roster, rooms, holder)) throw new RangeError('no complete plan within these rooms');
  return {
    tryFix: (seat, inspector) => {
      const next = new Map(holder).set(seat, inspector);
      const possible = isPossible(roster, rooms, next);
      if (possible) holder = next;
      return possible;
    },
  };
}

export const naiveMatcher: Matcher = { levels, startDeal };
