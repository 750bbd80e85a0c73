import { addDays, type LocalDate, shanghaiDate } from '../../calendar/localDate.ts';
import type { Lang } from '../../messages/message.ts';
import { ok, problem, type Result, refuse } from '../../problem.ts';
import { FILING_FILES, filedMatterSchema, type Identity, identitySchema } from '../filing.ts';
import type { Filing } from '../openCases.ts';
import type { Answers } from './answers.ts';
import { isConfirmed, type OpenDraft } from './draft.ts';
import { classified, countedAnswers, firstIncomplete, refusedByDay } from './steps.ts';

/**
 * The filing of a complete draft, validated as a whole once more. What was answered to a question that no longer
 * applies, above all who files, is not part of it.
 *
 * Problems: `intake.incomplete`; `intake.files.old`, files that the quarantine is about to forget; `intake.unreadable`, a draft that an earlier form wrote; those of `refusedByDay`.
 *
 * @param given.released number of the mailed link that was followed
 */
export function draftToFiling(
  draft: OpenDraft,
  given: { readonly lang: Lang; readonly released: number; readonly today: LocalDate },
): Result<Filing> {
  if (firstIncomplete(draft.answers) !== undefined) return problem('intake.incomplete');
  const answers = countedAnswers(draft.answers);
  const day = refusedByDay(answers, given.today);
  if (!day.ok) return day;
  const kinds = classified(answers);
  const { standing } = answers;
  const matter = filedMatterSchema.safeParse(matterOf(answers));
  if (!matter.success || kinds === undefined || standing === undefined || draft.files.length > FILING_FILES) {
    return problem('intake.unreadable');
  }
  if (draft.files.some(({ at }) => addDays(shanghaiDate(at), FILE_DAYS) < given.today))
    return problem('intake.files.old');
  const identity = identityOf(answers);
  if (!identity.ok) return identity;
  const named = identity.value;
  return ok({
    ids: draft.ids,
    standing: standing.standing,
    wish: answers.wish?.wish ?? 'check',
    matter: matter.data,
    ...(named === undefined ? {} : { identity: named }),
    lang: given.lang,
    files: draft.files,
    channel: 'web',
    before: draft.before,
    mailConfirmed: isConfirmed(draft, given.released, named?.mail),
  });
}

/** Days after which a file of a draft is asked for again: the quarantine keeps it for seven. */
const FILE_DAYS = 5;

/** Drops what is absent: an optional part of a filing is there with a value or not at all. */
function present(parts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

function matterOf({ agency, service, conducts, facts, matter, rights, request }: Answers) {
  return present({ agency, ...service, ...conducts, ...facts, ...matter, ...rights, ...request });
}

function identityOf({ identity, proxy }: Answers): Result<Identity | undefined> {
  if (identity === undefined) return ok(undefined);
  const acting =
    proxy?.acting === 'proxy' ? { name: proxy.proxyName, authority: proxy.proxyAuthority } : undefined;
  const parsed = identitySchema.safeParse(present({ ...identity, proxy: acting }));
  return parsed.success ? ok(parsed.data) : refuse({ code: 'intake.unreadable' });
}
