import type { VNode } from 'preact';
import { itemsOfCase, members } from '../../../../shared/inspection/inspectionCase.ts';
import { questionsOf } from '../../../../shared/inspection/record.ts';
import { standingSignatures } from '../../../../shared/inspection/submitting.ts';
import { answerOf } from '../../../../shared/register/checklist.ts';
import { Hash } from '../../kit/components/hash.tsx';
import { Paper } from '../../kit/components/paper.tsx';
import { PaperPage } from '../../kit/layouts/paperPage.tsx';
import { dayText, momentText } from '../moment.ts';
import { refOf } from './questionSection.tsx';
import { resultWords } from './resultsSection.tsx';
import { signatureText } from './signatureSections.tsx';
import type { VisitView } from './visitView.ts';
import { words } from './visitWords.ts';

/** 检查记录 on A4: who was visited by whom, every question, the result, and what the signatures bind. */
export function RecordPaper(props: { view: VisitView; office: string; back: string }): VNode {
  const { view, office } = props;
  const { lang, inspection } = view;
  const title = words(lang, 'visitRecord.title');
  return (
    <PaperPage title={`${title} ${inspection.number}`} back={{ href: props.back }}>
      <Paper issuer={office} number={inspection.number} title={title}>
        <Facts view={view} />
        <h2 class="govuk-heading-s">{words(lang, 'visitRecord.answers')}</h2>
        <Answers view={view} />
        <h2 class="govuk-heading-s">{words(lang, 'visitPage.results')}</h2>
        <Results view={view} />
        <h2 class="govuk-heading-s">{words(lang, 'visitPage.statement')}</h2>
        <p class="dr-lines">{inspection.statement || words(lang, 'visitRecord.none')}</p>
        <h2 class="govuk-heading-s">{words(lang, 'visitPage.caseFiles')}</h2>
        <Files view={view} />
        <Signatures view={view} />
      </Paper>
    </PaperPage>
  );
}

function Facts({ view }: { view: VisitView }): VNode {
  const { lang, inspection, agency, inspectors } = view;
  const { from, to } = inspection.period;
  const rows: readonly (readonly [string, string])[] = [
    [words(lang, 'visitPage.agency'), inspection.agency.name],
    [words(lang, 'visitPage.uscc'), inspection.agency.uscc],
    [words(lang, 'visitPage.address'), agency?.address ?? '—'],
    [
      words(lang, 'visitPage.period'),
      words(lang, 'visitPage.period.value', { from: dayText(lang, from), to: dayText(lang, to) }),
    ],
    [
      words(lang, 'visitPage.team'),
      members(inspection)
        .map(({ inspectorId, name }) => {
          const number = inspectors.get(inspectorId)?.certificateNo ?? '—';
          return `${name}（${words(lang, 'visitPage.certificate', { number })}）`;
        })
        .join('、'),
    ],
    [
      words(lang, 'visitRecord.arrivals'),
      inspection.arrivals.map(({ name, at }) => `${name} ${momentText(lang, at)}`).join('；') || '—',
    ],
  ];
  return (
    <table class="dr-paper__table">
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answers({ view }: { view: VisitView }): VNode {
  const { lang, inspection, checklist } = view;
  return (
    <table class="dr-paper__table">
      <thead>
        <tr>
          <th scope="col">{words(lang, 'visitRecord.question')}</th>
          <th scope="col">{words(lang, 'visitRecord.answer')}</th>
          <th scope="col">{words(lang, 'visitPage.note')}</th>
        </tr>
      </thead>
      <tbody>
        {questionsOf(inspection, checklist).map(({ key, question }) => {
          const given = inspection.answers[key];
          const value = given === undefined ? undefined : answerOf(question.answers, given.value)?.[lang];
          return (
            <tr key={key}>
              <td>
                {key} {question.text}
                <br />
                <small>{question.law}</small>
              </td>
              <td>{value ?? words(lang, 'visitRecord.open')}</td>
              <td class="dr-lines">{given?.note ?? ''}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Results({ view }: { view: VisitView }): VNode {
  const { lang, inspection, checklist } = view;
  return (
    <table class="dr-paper__table">
      <thead>
        <tr>
          <th scope="col">{words(lang, 'visitPage.items')}</th>
          <th scope="col">{words(lang, 'visitRecord.result')}</th>
          <th scope="col">{words(lang, 'visitPage.note')}</th>
        </tr>
      </thead>
      <tbody>
        {itemsOfCase(inspection).map((ref) => (
          <tr key={ref}>
            <td>
              {ref} {checklist.items.find((item) => refOf(item) === ref)?.name}
            </td>
            <td>{resultWords(lang, inspection.results[ref]?.results ?? [])}</td>
            <td class="dr-lines">{inspection.results[ref]?.note ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Files({ view }: { view: VisitView }): VNode {
  const { lang, inspection } = view;
  const files = inspection.evidence.filter(({ removed }) => removed === undefined);
  if (files.length === 0) return <p>{words(lang, 'visitRecord.none')}</p>;
  return (
    <table class="dr-paper__table">
      <thead>
        <tr>
          <th scope="col">{words(lang, 'visitPage.file')}</th>
          <th scope="col">{words(lang, 'visitRecord.hash')}</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ id, fileName, question, at, sha256 }) => (
          <tr key={id}>
            <td>
              <bdi>{fileName}</bdi> {question ?? ''} {momentText(lang, at)}
            </td>
            <td>
              <Hash value={sha256} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Signatures({ view }: { view: VisitView }): VNode {
  const { lang, inspection } = view;
  const { agencySignature } = inspection;
  return (
    <>
      <h2 class="govuk-heading-s">{words(lang, 'visitPage.agencySignature')}</h2>
      <p>
        {agencySignature === undefined
          ? words(lang, 'visitRecord.none')
          : signatureText(lang, agencySignature)}
      </p>
      <h2 class="govuk-heading-s">{words(lang, 'visitRecord.signatures')}</h2>
      {standingSignatures(inspection).length === 0 ? <p>{words(lang, 'visitRecord.none')}</p> : null}
      <ul>
        {standingSignatures(inspection).map(({ inspectorId, name, at, record }) => (
          <li key={inspectorId}>
            {words(lang, 'visitRecord.signature.digest', { name, at: momentText(lang, at) })}{' '}
            <Hash value={record} />
          </li>
        ))}
      </ul>
    </>
  );
}
