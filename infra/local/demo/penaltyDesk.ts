import { ulid } from 'ulid';
import { DynamoPenalties } from '../../../shared/adapters/dynamoPenalties.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import { type DecidePenalty, type DecidePenaltyLater, givePenalty } from '../../../shared/penalty/command.ts';
import type { DecidingDeps } from '../../../shared/penalty/deciding.ts';
import { assignPenalty } from '../../../shared/penalty/filing.ts';
import { type Opening, openPenalty } from '../../../shared/penalty/opening.ts';
import type { PenaltyCase } from '../../../shared/penalty/penaltyCase.ts';
import type { PenaltyDeps } from '../../../shared/penalty/ports.ts';
import type { ServiceDeps } from '../../../shared/penalty/service.ts';
import type { PenaltyCommand } from '../../../shared/penalty/transitions.ts';
import { done } from './done.ts';
import { penaltyPapers } from './penaltyPapers.ts';
import type { StoryClock } from './storyClock.ts';
import { nobody, type StoryDeps } from './storyDeps.ts';

/** The commands of penalty cases, each given on a working day some days ago; the papers bear its day. */
export interface PenaltyDesk {
  readonly clock: StoryClock;
  readonly service: ServiceDeps;
  readonly deciding: DecidingDeps;
  open(daysAgo: number, told: Omit<Opening, 'id' | 'receivedOn'>, by: Actor): Promise<string>;
  assign(daysAgo: number, id: string, to: Actor): Promise<void>;
  /** The case after the command. */
  give<Input>(
    daysAgo: number,
    id: string,
    command: PenaltyCommand,
    decide: DecidePenalty<Input> | DecidePenaltyLater<Input>,
    input: Input,
    by: Actor,
  ): Promise<PenaltyCase>;
}

export function penaltyDesk(story: StoryDeps): PenaltyDesk {
  const { cases, auditKey, calendar, desk, office, digest, clock } = story;
  const lists = new DynamoPenalties(story.client, story.core);
  const at = (daysAgo: number): PenaltyDeps => {
    const moment = clock.instant(daysAgo);
    const now = () => moment;
    const mail = () => penaltyPapers({ ...story, lists, now });
    return {
      cases,
      auditKey,
      calendar,
      now,
      kick: { resume: nobody, start: nobody, mail, publish: nobody, credit: nobody, leads: nobody },
    };
  };
  return {
    clock,
    service: { cases, digest: async () => digest },
    deciding: { cases, auditKey, desk, penaltyPrefix: office.penaltyPrefix },
    async open(daysAgo, told, by) {
      const deps = at(daysAgo);
      const id = ulid(deps.now().getTime());
      done(await openPenalty(deps, { ...told, id, receivedOn: clock.dayAgo(daysAgo) }, by));
      return id;
    },
    async assign(daysAgo, id, to) {
      const decide = assignPenalty({ desk, officeCode: office.code });
      const handler = { userId: to.userId, name: to.name };
      done(await givePenalty(at(daysAgo), id, 'assign', decide, handler, to));
    },
    async give(daysAgo, id, command, decide, input, by) {
      return done(await givePenalty(at(daysAgo), id, command, decide, input, by)).state;
    },
  };
}
