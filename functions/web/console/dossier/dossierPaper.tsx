import type { VNode } from 'preact';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { verifyDossier } from '../../../../shared/inspection/dossier/verifyDossier.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { Paper } from '../../kit/components/paper.tsx';
import { usePage } from '../../kit/context.tsx';
import { PaperPage } from '../../kit/layouts/paperPage.tsx';
import { NoticePaper } from '../../papers/noticePaper.tsx';
import { dayText, momentText } from '../moment.ts';
import { DecisionSection, ResultSection } from './decisionSections.tsx';
import { DrawSection } from './drawSection.tsx';
import { DeadlineSection, PaperSection } from './filedSections.tsx';
import { ChainSection, CheckSection, chainNames } from './proofSections.tsx';
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
  const { dossier, names } = props;
  const { office, state, made, withheld, notices, audit } = dossier;
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
        <DeadlineSection
          title={text(lang, 'dossierPage.deadlines')}
          deadlines={state.deadlines}
          nameOf={(kind) => text(lang, `inspection.deadline.${kind}`)}
        />
        <PaperSection title={text(lang, 'dossierPage.notices')} papers={notices} names={names} />
        <DrawSection {...props} />
        <ChainSection
          title={text(lang, 'dossierPage.audit')}
          audit={audit}
          words={{ command: 'dossier.command.', status: 'inspection.status.' }}
          nameOf={chainNames(lang, state.agency.name, names)}
        />
        <CheckSection title={text(lang, 'dossierPage.checks')} verification={verifyDossier(dossier)} />
      </Paper>
      {notices.map((notice) => (
        <NoticePaper key={notice.id} notice={notice} />
      ))}
    </PaperPage>
  );
}
