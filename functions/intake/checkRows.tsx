import type { VNode } from 'preact';
import type { StepName } from '../../shared/complaint/form/answers.ts';
import type { OpenDraft } from '../../shared/complaint/form/draft.ts';
import { conductNames } from '../../shared/complaint/form/filedTextFile.ts';
import { stepNamed, stepsOf } from '../../shared/complaint/form/steps.ts';
import type { Lang } from '../../shared/messages/message.ts';
import { yuanText } from '../../shared/money.ts';
import { SummaryList, type SummaryRow } from '../web/kit/components/summaryList.tsx';
import { usePage } from '../web/kit/context.tsx';
import { dateText } from './dates.ts';
import { pathOf } from './paths.ts';
import { say } from './words.ts';

type FieldName =
  | 'agency'
  | 'uscc'
  | 'whereabouts'
  | 'standing'
  | 'wish'
  | 'kind'
  | 'service'
  | 'conducts'
  | 'facts'
  | 'knownSince'
  | 'practitioner'
  | 'applicationNumber'
  | 'contract'
  | 'amountFen'
  | 'rightsLostOn'
  | 'request'
  | 'files'
  | 'naming'
  | 'name'
  | 'phone'
  | 'address'
  | 'mail'
  | 'proxy'
  | 'before';
type Row = readonly [step: StepName, field: FieldName, value: string | undefined];

/** The groups under which the answers are shown, with the steps of each. */
const groups = [
  { title: 'intake.check.about', steps: ['before', 'agency', 'standing', 'wish', 'kind'] },
  { title: 'intake.check.happened', steps: ['service', 'conducts', 'facts'] },
  { title: 'intake.check.matter', steps: ['matter', 'rights', 'request', 'evidence'] },
  { title: 'intake.check.you', steps: ['naming', 'identity', 'proxy'] },
] as const satisfies readonly { title: string; steps: readonly StepName[] }[];

function rowsOf({ answers, files, before }: OpenDraft, lang: Lang): readonly Row[] {
  const { agency, facts, matter, identity, proxy } = answers;
  const day = (date: string | undefined) => (date === undefined ? undefined : dateText(lang, date));
  const unlisted = agency?.listed === false ? agency : undefined;
  const kinds = answers.kind?.kinds.split(' ') ?? [];
  return [
    [
      'before',
      'before',
      answers.before === undefined
        ? undefined
        : say(lang, before.length > 0 ? 'intake.check.beforeFound' : 'intake.value.no'),
    ],
    [
      'agency',
      'agency',
      agency === undefined
        ? undefined
        : `${agency.name}${unlisted === undefined ? '' : say(lang, 'intake.value.unlisted')}`,
    ],
    ['agency', 'uscc', agency?.uscc],
    ...(unlisted === undefined ? [] : ([['agency', 'whereabouts', unlisted.whereabouts]] as const)),
    [
      'standing',
      'standing',
      answers.standing && say(lang, `intake.value.standing.${answers.standing.standing}`),
    ],
    ['wish', 'wish', answers.wish && say(lang, `intake.value.wish.${answers.wish.wish}`)],
    [
      'kind',
      'kind',
      kinds
        .map((kind) => say(lang, kind === 'complaint' ? 'complaint.kind.complaint' : 'complaint.kind.report'))
        .join(lang === 'zh' ? '、' : ', '),
    ],
    ['service', 'service', answers.service && say(lang, `intake.value.service.${answers.service.service}`)],
    ['conducts', 'conducts', answers.conducts && conductNames(answers.conducts.conducts, lang)],
    ['facts', 'facts', facts?.facts],
    ['facts', 'knownSince', day(facts?.knownSince)],
    ['facts', 'practitioner', facts?.practitioner],
    ['matter', 'applicationNumber', matter?.applicationNumber],
    ['matter', 'contract', matter?.contract],
    ['matter', 'amountFen', matter?.amountFen === undefined ? undefined : yuanText(matter.amountFen)],
    ['rights', 'rightsLostOn', day(answers.rights?.rightsLostOn)],
    ['request', 'request', answers.request?.request],
    ['evidence', 'files', files.length === 0 ? undefined : files.map(({ fileName }) => fileName).join('\n')],
    ['naming', 'naming', answers.naming && say(lang, `intake.value.naming.${answers.naming.naming}`)],
    ['identity', 'name', identity?.name],
    ['identity', 'phone', identity?.phone],
    ['identity', 'address', identity?.address],
    ['identity', 'mail', identity?.mail],
    [
      'proxy',
      'proxy',
      proxy?.acting === 'proxy'
        ? `${say(lang, 'intake.value.acting.proxy')}\n${proxy.proxyName}\n${proxy.proxyAuthority}`
        : proxy && say(lang, 'intake.value.acting.self'),
    ],
  ];
}

/** Every answer that will be sent, with the way to change it. */
export function CheckRows({ draft }: { draft: OpenDraft }): VNode {
  const { lang } = usePage();
  const rows = rowsOf(draft, lang);
  const asked = new Set<StepName>(stepsOf(draft.answers).map(({ name }) => name));
  return (
    <>
      {groups.map(({ title, steps }) => {
        const names: readonly StepName[] = steps;
        const own = rows.filter(([step]) => names.includes(step) && asked.has(step));
        return own.length === 0 ? null : (
          <SummaryList
            key={title}
            title={say(lang, title)}
            rows={own.map(
              ([step, field, value]): SummaryRow => ({
                label: say(lang, `intake.field.${field}`),
                value: (
                  <bdi class="dr-lines">
                    {value === undefined || value === '' ? say(lang, 'intake.value.none') : value}
                  </bdi>
                ),
                changeHref: pathOf(stepNamed(step)),
              }),
            )}
          />
        );
      })}
    </>
  );
}
