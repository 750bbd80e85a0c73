import type { VNode } from 'preact';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { verifyPenaltyDossier } from '../../../../shared/penalty/dossier/verifyDossier.ts';
import { Paper } from '../../kit/components/paper.tsx';
import { usePage } from '../../kit/context.tsx';
import { PaperPage } from '../../kit/layouts/paperPage.tsx';
import { NoticePaper } from '../../papers/noticePaper.tsx';
import { DeadlineSection, PaperSection } from '../dossier/filedSections.tsx';
import { ChainSection, CheckSection, chainNames } from '../dossier/proofSections.tsx';
import { dayText, momentText } from '../moment.ts';
import { penaltyDossierPath, penaltyName } from '../penaltyPaths.ts';
import {
  CaseSection,
  EvidenceSection,
  FilingSection,
  InquirySection,
  type PenaltySectionProps,
} from './caseSections.tsx';
import { DefenceSection, DraftSection, ReviewSection } from './courseSections.tsx';
import { DecisionSection, PublicitySection } from './decisionSections.tsx';

/** The dossier of a penalty case on A4: the whole record, what proves it, and every paper on sheets of its own. */
export function PenaltyDossierPaper(props: PenaltySectionProps & { readonly back?: string }): VNode {
  const { lang } = usePage();
  const { dossier, names } = props;
  const { office, state, made, withheld, papers, audit } = dossier;
  const title = text(lang, 'penaltyDossier.title');
  const number = penaltyName(state);
  const organ = lang === 'zh' ? office.name : office.nameEn;
  const date = dayText(lang, shanghaiDate(new Date(made)));
  return (
    <PaperPage
      title={`${title} ${number}`}
      {...(props.back === undefined ? {} : { back: { href: props.back } })}
    >
      <p class="dr-container dr-paper-tools">
        <a class="govuk-link" href={`${penaltyDossierPath(state.id)}.json`}>
          {text(lang, 'dossierPage.json')}
        </a>
      </p>
      <Paper issuer={organ} number={number} title={title} signature={{ organ, date }}>
        <p>{text(lang, 'dossierPage.intro', { at: momentText(lang, made) })}</p>
        {withheld.map((what) => (
          <p key={what}>{text(lang, `penaltyDossier.withheld.${what}`)}</p>
        ))}
        <CaseSection {...props} />
        <FilingSection {...props} />
        <InquirySection {...props} />
        <EvidenceSection {...props} />
        <DraftSection {...props} />
        <ReviewSection {...props} />
        <DefenceSection {...props} />
        <DecisionSection {...props} />
        <PublicitySection {...props} />
        <DeadlineSection
          title={text(lang, 'penaltyDossier.deadlines')}
          deadlines={state.deadlines}
          nameOf={(kind) => text(lang, `penalty.deadline.${kind}`)}
        />
        <PaperSection title={text(lang, 'penaltyDossier.papers')} papers={papers} names={names} />
        <ChainSection
          title={text(lang, 'penaltyDossier.audit')}
          audit={audit}
          words={{ command: 'penaltyPage.command.', status: 'penalty.status.' }}
          nameOf={chainNames(lang, state.party.name, names)}
        />
        <CheckSection
          title={text(lang, 'penaltyDossier.checks')}
          verification={verifyPenaltyDossier(dossier)}
        />
      </Paper>
      {papers.map((paper) => (
        <NoticePaper key={paper.id} notice={paper} />
      ))}
    </PaperPage>
  );
}
