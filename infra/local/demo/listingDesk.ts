import { allUsers } from '../../../shared/access/allUsers.ts';
import { DynamoListings } from '../../../shared/adapters/dynamoListings.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import { type DecideListing, giveListing } from '../../../shared/listing/command.ts';
import { type DecisionInput, decideListing } from '../../../shared/listing/deciding.ts';
import { type MirrorOrder, proposeMirror } from '../../../shared/listing/mirror.ts';
import { issueListingPapers } from '../../../shared/listing/papers/issuePapers.ts';
import type { ListingDeps } from '../../../shared/listing/ports.ts';
import { type Proposal, proposeListing } from '../../../shared/listing/proposing.ts';
import type { ListingCommand } from '../../../shared/listing/transitions.ts';
import { done } from './done.ts';
import type { StoryClock } from './storyClock.ts';
import { allWritten, nobody, type StoryDeps } from './storyDeps.ts';

/** The commands of the lists, each given on a working day some days ago; the papers bear its day. */
export interface ListingDesk {
  readonly clock: StoryClock;
  /** The cases that the list of the year has opened, in the order of the agencies. */
  mirror(daysAgo: number, order: MirrorOrder, by: Actor): Promise<readonly string[]>;
  propose(daysAgo: number, proposal: Proposal, by: Actor): Promise<string>;
  give<Input>(
    daysAgo: number,
    id: string,
    command: ListingCommand,
    decide: DecideListing<Input>,
    input: Input,
    by: Actor,
  ): Promise<void>;
  list(daysAgo: number, id: string, input: Omit<DecisionInput, 'outcome'>, by: Actor): Promise<void>;
}

export function listingDesk(story: StoryDeps): ListingDesk {
  const { clock, people, register } = story;
  const lists = new DynamoListings(story.client, story.core);
  const at = (daysAgo: number): ListingDeps => {
    const moment = clock.instant(daysAgo);
    const now = () => moment;
    const papers = { ...story, lists, registers: register, users: () => allUsers(people), now };
    const mail = async () => allWritten('papers of lists', await issueListingPapers(papers));
    return { ...story, lists, now, kick: { mail, publish: nobody } };
  };
  const give: ListingDesk['give'] = async (daysAgo, id, command, decide, input, by) => {
    done(await giveListing(at(daysAgo), id, command, decide, input, by));
  };
  return {
    clock,
    give,
    async mirror(daysAgo, order, by) {
      const { failed } = done(await proposeMirror(at(daysAgo), order, by));
      allWritten('entries', { failed: failed.map(({ uscc }) => uscc) });
      const open = await Promise.all(order.usccs.map((uscc) => lists.entries(uscc)));
      return open.flatMap((entries) => entries.open.map(({ id }) => id));
    },
    async propose(daysAgo, proposal, by) {
      return done(await proposeListing(at(daysAgo), proposal, by)).id;
    },
    async list(daysAgo, id, input, by) {
      await give(daysAgo, id, 'decide', decideListing(story), { outcome: 'listed', ...input }, by);
    },
  };
}
