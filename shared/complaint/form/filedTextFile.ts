import { toHex } from '../../draw/bytes.ts';
import { conducts } from '../../law/conducts.ts';
import type { Lang } from '../../messages/message.ts';
import { yuanText } from '../../money.ts';
import { classify } from '../filing.ts';
import { complaintMessages } from '../messages.ts';
import type { Filing } from '../openCases.ts';
import { formMessages } from './messages.ts';

/**
 * The text of a filing as the person saves it. Its SHA-256 stands in the proof of filing. Who files is not in it, so
 * that it can be shown to others; a random line keeps anybody who sees the hash alone from guessing the text.
 *
 * @param random 32 random bytes
 */
export function filedText(
  filing: Filing,
  given: { readonly office: string; readonly at: string; readonly random: Uint8Array },
): string {
  const { lang, matter } = filing;
  const field = (name: Field) => formMessages[`intake.field.${name}`][lang];
  const line = (name: Field, value: string | undefined) =>
    value === undefined ? [] : [`${field(name)}${lang === 'zh' ? '：' : ': '}${value}`];
  const block = (name: Field, value: string | undefined) =>
    value === undefined ? [] : ['', `${field(name)}${lang === 'zh' ? '：' : ':'}`, value];
  const { kinds } = classify(filing.standing, filing.wish);
  const { agency } = matter;
  const unlisted = agency.listed ? '' : formMessages['intake.value.unlisted'][lang];
  return [
    given.office,
    kinds.map((kind) => complaintMessages[`complaint.kind.${kind}`][lang]).join(lang === 'zh' ? '、' : ', '),
    beijing(given.at),
    '',
    ...line('agency', `${agency.name}${unlisted}`),
    ...line('uscc', agency.uscc),
    ...line('whereabouts', agency.listed ? undefined : agency.whereabouts),
    ...line('service', formMessages[`intake.value.service.${matter.service}`][lang]),
    ...line('conducts', conductNames(matter.conducts, lang)),
    ...line('practitioner', matter.practitioner),
    ...line('knownSince', matter.knownSince),
    ...line('applicationNumber', matter.applicationNumber),
    ...line('contract', matter.contract),
    ...line('amountFen', matter.amountFen === undefined ? undefined : yuanText(matter.amountFen)),
    ...line('rightsLostOn', matter.rightsLostOn),
    ...block('facts', matter.facts),
    ...block('request', kinds.includes('complaint') ? matter.request : undefined),
    ...(filing.files.length === 0 ? [] : ['', `${field('files')}${lang === 'zh' ? '：' : ':'}`]),
    ...filing.files.map(({ fileName, sha256 }) => `${fileName}  SHA-256 ${sha256}`),
    '',
    toHex(given.random),
    '',
  ].join('\n');
}

type Field = keyof typeof formMessages extends infer Key
  ? Key extends `intake.field.${infer Name}`
    ? Name
    : never
  : never;

export function conductNames(codes: readonly string[], lang: Lang): string {
  return codes
    .map((code) => conducts.find(({ rule }) => rule === code)?.[lang] ?? code)
    .join(lang === 'zh' ? '；' : '; ');
}

function beijing(at: string): string {
  return `${new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}
