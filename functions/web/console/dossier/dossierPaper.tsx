import type { VNode } from 'preact';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { verifyDossier } from '../../../../shared/inspection/dossier/verifyDossier.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { Paper } from '../../kit/components/paper.tsx';
import { usePage } from '../../kit/context.tsx';
import { PaperPage } from '../../kit/layouts/paperPage.tsx';
import { NoticePaper } from '../../papers/noticePaper.tsx';
import { dayText, momentText } from '../moment.ts';
import { DeadlineSection, DecisionSection, NoticeSection, ResultSection } from './decisionSections.tsx';
import { ChainSection, CheckSection, DrawSection } from './proofSections.tsx';
import {
  AnswerSection,
  CaseSection,
  EvidenceSection,
  type SectionProps,
  SignatureSection,
  TeamSection,
} from './recordSections.tsx';

/** The dossier on A4: the whole record, what proves it, and every paper on sheets of its own. */
export function DossierPaper(props: SectionProps & { readonly back?: string }): VNode {
  const { lang } = usePage();
  const { dossier } = props;
  const { office, state, made, withheld, notices } = dossier;
  const title = text(lang, 'dossierPage.title');
  const organ = lang === 'zh' ? office.name : office.nameEn;
  const date = dayText(lang, shanghaiDate(new Date(made)));
  return (
    <PaperPage
      title={`${title} ${state.number}`}
      {...(props.back === undefined ? {} : { back: { href: props.back } })}
    >
      <p class="dr-container dr-paper-tools">
        <a class="govuk-link" href={`/inspections/${state.number}/dossier.json`}>
          {text(lang, 'dossierPage.json')}
        </a>
      </p>
      <Paper issuer={organ} number={state.number} title={title} signature={{ organ, date }}>
        <p>{text(lang, 'dossierPage.intro', { at: momentText(lang, made) })}</p>
        {withheld.map((what) => (
          <p key={what}>{text(lang, `dossierPage.withheld.${what}`)}</p>
        ))}
        <CaseSection {...props} />
        <TeamSection {...props} />
        <AnswerSection {...props} />
        <EvidenceSection {...props} />
        <ResultSection {...props} />
        <SignatureSection {...props} />
        <DecisionSection {...props} />
        <DeadlineSection {...props} />
        <NoticeSection {...props} />
        <DrawSection {...props} />
        <ChainSection {...props} />
        <CheckSection verification={verifyDossier(dossier)} />
      </Paper>
      {notices.map((notice) => (
        <NoticePaper key={notice.id} notice={notice} />
      ))}
    </PaperPage>
  );
}
