import { utf8 } from '../../draw/bytes.ts';
import { canonicalJson } from '../../draw/canonicalJson.ts';
import { type Check, compared, holds, unproblematic } from '../../draw/check.ts';
import { answerOf } from '../../register/checklist.ts';
import { answerDigest } from '../answerDigest.ts';
import { findQuestion, readChecklist } from '../checklist.ts';
import { inspectionNumber, isMember } from '../inspectionCase.ts';
import { publicResults } from '../publishing.ts';
import { recordDigest } from '../record.ts';
import { MINIMUM_TEAM } from '../teamRules.ts';
import type { Dossier } from './dossier.ts';
import { isHandedIn, recordChanging } from './recordedActs.ts';

/** What was recorded on the visit: the checklist as sealed, the answers with their history, evidence, signatures. */
export function recordChecks(dossier: Dossier): readonly Check[] {
  return [
    ...drawChecks(dossier),
    ...checklistChecks(dossier),
    ...answerChecks(dossier),
    ...evidenceChecks(dossier),
    ...signatureChecks(dossier),
    ...publicityChecks(dossier),
    ...noticeChecks(dossier),
  ];
}

/** One check that holds, or those that do not. */
function allOf(name: string, faults: readonly Check[]): readonly Check[] {
  return faults.length === 0 ? [holds(name, true)] : faults;
}

/** Every part comes from a draw that sealed its checklist, and every event that was taken over is one of it. */
function drawChecks({ state, draws }: Dossier): readonly Check[] {
  const parts = state.parts.map(({ inspection, draw, checklist }) => {
    const found = draws.find((one) => one.draw === draw && inspectionNumber(draw, one.visit) === inspection);
    return compared('draw.checklist', found?.checklist ?? '', checklist.digest, inspection);
  });
  const known = draws.flatMap(({ draw, events }) => events.map(({ event }) => `${draw}/${event.e}`));
  const strange = state.events.filter((event) => !known.includes(event));
  return [
    ...parts,
    ...allOf(
      'draw.events',
      strange.map((event) => holds('draw.events', false, event)),
    ),
  ];
}

function checklistOf({ checklists }: Dossier, digest: string) {
  const found = checklists.find((one) => one.digest === digest);
  return readChecklist(utf8(found?.text ?? ''), digest);
}

function checklistChecks(dossier: Dossier): readonly Check[] {
  return dossier.state.parts.flatMap(({ inspection, items, checklist }) => {
    const read = checklistOf(dossier, checklist.digest);
    if (!read.ok) return unproblematic('checklist.sealed', read.problems);
    const there = read.value.items.map(({ code, version }) => `${code}@${version}`);
    const missing = items.filter((item) => !there.includes(item));
    return [
      holds('checklist.sealed', true, inspection),
      ...missing.map((item) => holds('checklist.items', false, item)),
    ];
  });
}

/** Answers fit their question, and the one that stands is the last of an unbroken line. */
function answerChecks(dossier: Dossier): readonly Check[] {
  const { state, answers } = dossier;
  const checklists = state.parts.flatMap(({ checklist }) => {
    const read = checklistOf(dossier, checklist.digest);
    return read.ok ? [read.value] : [];
  });
  const unfit = answers.flatMap(({ key, answer }) => {
    const found = checklists.map((one) => findQuestion(one, key)).find((one) => one !== undefined);
    const known = found !== undefined && answerOf(found.question.answers, answer.value) !== undefined;
    return known ? [] : [{ ...holds('answer.fits', false, key), found: answer.value }];
  });
  const keys = [...new Set([...Object.keys(state.answers), ...answers.map(({ key }) => key)])];
  return [
    ...allOf('answer.fits', unfit),
    ...allOf(
      'answer.history',
      keys.flatMap((key) => historyFaults(dossier, key)),
    ),
  ];
}

function historyFaults({ state, answers }: Dossier, key: string): readonly Check[] {
  const standing = state.answers[key];
  const given = answers.filter((one) => one.key === key).map(({ answer }) => answer);
  if (standing === undefined) return [{ ...holds('answer.history', false, key), found: 'none-stands' }];
  const later = given.some(({ at }) => at > standing.at);
  const faults: Check[] = later ? [{ ...holds('answer.history', false, key), found: 'not-the-last' }] : [];
  const rows = new Map(given.map((answer) => [answerDigest(key, answer), answer]));
  let wanted: string | undefined = answerDigest(key, standing);
  while (wanted !== undefined) {
    const row = rows.get(wanted);
    if (row === undefined) {
      faults.push({ ...holds('answer.history', false, key), expected: wanted, found: '' });
      break;
    }
    wanted = row.before;
  }
  return faults;
}

const SHA256 = /^[0-9a-f]{64}$/;

function evidenceChecks({ state }: Dossier): readonly Check[] {
  const standing = new Set(state.evidence.filter(({ removed }) => removed === undefined).map(({ id }) => id));
  const named = [
    ...(state.agencySignature?.type === 'signed' ? [state.agencySignature.evidence] : []),
    ...state.rectification.flatMap(({ answer }) => answer?.evidence ?? []),
  ];
  const ids = state.evidence.map(({ id }) => id);
  return [
    ...allOf(
      'evidence.hash',
      state.evidence
        .filter(({ sha256 }) => !SHA256.test(sha256))
        .map(({ id, sha256 }) => ({ ...holds('evidence.hash', false, id), found: sha256 })),
    ),
    ...allOf(
      'evidence.named',
      [...named.filter((id) => !standing.has(id)), ...ids.filter((id, i) => ids.indexOf(id) !== i)].map(
        (id) => holds('evidence.named', false, id),
      ),
    ),
  ];
}

/**
 * A signature binds the record as it was when it was given. It has to stand unless the chain shows that the record
 * was changed after it; once the record is handed in, enough of them stand.
 */
function signatureChecks({ state, status, audit }: Dossier): readonly Check[] {
  const record = recordDigest(state);
  const standing = state.signatures.filter((one) => one.record === record);
  const each = state.signatures.flatMap((signature): Check[] => {
    const { inspectorId, name, by, at } = signature;
    const seq = audit.entries.findLastIndex(
      (one) => one.command === 'sign' && one.actor === by && one.at === at,
    );
    const changed = audit.entries.slice(seq + 1).some(({ command }) => recordChanging.includes(command));
    const twice = state.signatures.filter((one) => one.inspectorId === inspectorId).length > 1;
    if (twice || !isMember(state, inspectorId)) return [holds('signature.member', false, name)];
    const binds = compared('signature.record', record, signature.record, name);
    return binds.ok || !changed
      ? [binds]
      : [{ ...holds('signature.record', true, name), note: 'earlier-record' }];
  });
  if (!isHandedIn(status)) return each;
  const enough = standing.length >= MINIMUM_TEAM;
  const wanted = `>= ${MINIMUM_TEAM}`;
  const found = String(standing.length);
  return [
    ...each,
    enough
      ? holds('signature.enough', true)
      : { ...holds('signature.enough', false), expected: wanted, found },
  ];
}

/** What is published is what was found. */
function publicityChecks({ state }: Dossier): readonly Check[] {
  if (state.publicity === undefined) return [];
  const found = canonicalJson(publicResults(state, state.results));
  return [compared('publicity.results', found, canonicalJson(state.publicity.results))];
}

/** Each notice is of this visit, under a number of its own. */
function noticeChecks({ state, draws, notices }: Dossier): readonly Check[] {
  const own = new Set(state.parts.map(({ inspection }) => inspection));
  const visits = draws.filter(({ draw, visit }) => own.has(inspectionNumber(draw, visit)));
  const numbers = notices.map(({ number }) => number);
  const strange = notices.filter(
    ({ draw, visit, number, paper }, i) =>
      !visits.some((one) => one.draw === draw && one.visit === visit) ||
      paper.number !== number ||
      numbers.indexOf(number) !== i,
  );
  return allOf(
    'notice.own',
    strange.map(({ number }) => holds('notice.own', false, number)),
  );
}
