import { sha256Suite } from '../../shared/draw/hash.ts';
import { dealFrom, dealTeams } from '../../shared/draw/teams/deal.ts';
import { fastMatcher } from '../../shared/draw/teams/fastMatcher.ts';
import { naiveMatcher } from '../../shared/draw/teams/naiveFlow.ts';
import { buildRoster } from '../../shared/draw/teams/roster.ts';
import { keysFrom, seededRandom } from '../shared/draw/teams/randomCases.ts';
import { type Measured, measure, printTable } from './table.ts';

interface Size {
  readonly visits: number;
  readonly inspectors: number;
  readonly goalMs?: number;
  /** The reference takes hours on the large ones. */
  readonly withReference?: boolean;
}

const SIZES: readonly Size[] = [
  { visits: 60, inspectors: 40, withReference: true },
  { visits: 1_000, inspectors: 200, goalMs: 50 },
  { visits: 10_000, inspectors: 2_000, goalMs: 1_000 },
];

/** Teams of two seats, cross-district, scarce leaders, 40 relations per inspector. */
export async function run(): Promise<void> {
  for (const size of SIZES) printTable(`teams ${size.visits} × ${size.inspectors}`, await rowsFor(size));
}

function problemOf({ visits, inspectors }: Size) {
  const random = seededRandom(visits);
  const below = (n: number): number => Math.floor(random() * n);
  const name = (letter: string, n: number): string => letter + String(n).padStart(5, '0');
  const district = (): string => `d${below(16)}`;
  const leads: readonly (readonly [string, number])[] = [
    ['lead', 0.5],
    ['patent', 0.78],
    ['tm', 0.86],
  ];
  const relations = Array.from({ length: 40 * inspectors }, () => {
    const [i, a] = [name('P', below(inspectors)), name('A', below(visits))];
    return { tid: `${i}:${a}`, i, a };
  });
  return {
    visits: Array.from({ length: visits }, (_, n) => {
      const kind = random() < 1 / 6 ? 'patent' : 'tm';
      return { a: name('A', n), d: district(), seats: [['lead', kind], [kind]] };
    }),
    inspectors: Array.from({ length: inspectors }, (_, n) => ({
      tid: name('P', n),
      d: district(),
      quals: leads.filter(([, share]) => random() < share).map(([qual]) => qual),
      cert: random() < 0.98,
      cap: 40,
      past: below(4),
    })),
    // A small problem would have nobody left with that many conflicts.
    relations: relations.slice(0, Math.floor((visits * inspectors) / 20)),
  };
}

async function rowsFor(size: Size): Promise<Measured[]> {
  const { visits, inspectors, relations } = problemOf(size);
  const roster = buildRoster('cross', visits, inspectors, relations);
  const keys = keysFrom('bench');
  const levels = fastMatcher.levels(roster);
  if (!dealFrom(roster, levels, 1, keys, fastMatcher).feasible) throw new Error('no teams to measure');
  const seats = roster.seats.length;
  const whole = (): unknown =>
    dealTeams(buildRoster('cross', visits, inspectors, relations), 1, keys, fastMatcher);
  const rows: Measured[] = [
    {
      name: 'floor: one hash per seat',
      ms: await measure(() => roster.seats.map(({ name }) => sha256Suite.hash(Buffer.from(name)))),
      units: seats,
    },
    {
      name: 'eligibility',
      ms: await measure(() => buildRoster('cross', visits, inspectors, relations)),
      units: seats,
    },
    { name: 'levels', ms: await measure(() => fastMatcher.levels(roster)), units: seats },
    {
      name: 'deal',
      ms: await measure(() => dealFrom(roster, levels, 1, keys, fastMatcher)),
      units: seats,
    },
    {
      name: 'whole',
      ms: await measure(whole),
      units: seats,
      ...(size.goalMs === undefined ? {} : { goalMs: size.goalMs }),
    },
  ];
  if (size.withReference === true)
    rows.push({
      name: 'peer: naive flow',
      ms: await measure(() => dealTeams(roster, 1, keys, naiveMatcher), 1),
      units: seats,
    });
  return rows;
}
