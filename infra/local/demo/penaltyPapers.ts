import { allUsers } from '../../../shared/access/allUsers.ts';
import { issuePenaltyPapers } from '../../../shared/penalty/papers/issuePapers.ts';
import type { PenaltyLists } from '../../../shared/penalty/ports.ts';
import { allWritten, type StoryDeps } from './storyDeps.ts';

/** Writes what the cases have ordered, so that it bears the day of the story and can be served on it. */
export async function penaltyPapers(
  deps: StoryDeps & { readonly lists: Pick<PenaltyLists, 'papers' | 'paperDone'>; readonly now: () => Date },
): Promise<void> {
  const papers = { ...deps, registers: deps.register, users: () => allUsers(deps.people) };
  allWritten('papers of penalties', await issuePenaltyPapers(papers));
}
