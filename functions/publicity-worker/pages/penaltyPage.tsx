import type { VNode } from 'preact';
import { lawAt } from '../../../shared/law/lawTable.ts';
import { repairConditions } from '../../../shared/law/repairRules.ts';
import type { Lang } from '../../../shared/messages/message.ts';
import type {
  PenaltyTombstone,
  PublicClock,
  PublicPenalty,
} from '../../../shared/publicity/publicPenalties.ts';
import { SummaryList } from '../../web/kit/components/summaryList.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { annulmentText, classText } from '../lawWords.ts';
import { PENALTIES_PAGE } from '../penaltyPaths.ts';
import { dateText, say } from '../words.ts';
import { SitePage } from './sitePage.tsx';

/** One decision: its summary, the clocks of its publicity, and how that can end early. */
export function PenaltyPage({ penalty, phone }: { penalty: PublicPenalty; phone: string }): VNode {
  const { lang, office } = usePage();
  const { number, party, until, publishedOn, gsxt } = penalty;
  return (
    <SitePage
      title={say(lang, 'site.penalty.title', { number })}
      lead={party.name}
      back={PENALTIES_PAGE}
      wide
    >
      <SummaryList
        rows={[
          { label: say(lang, 'site.penalty.number'), value: number },
          { label: say(lang, 'site.penalty.party'), value: party.name },
          party.uscc === undefined ? undefined : { label: say(lang, 'site.lookup.code'), value: party.uscc },
          { label: say(lang, 'site.penalty.conduct'), value: penalty.conduct[lang] },
          { label: say(lang, 'site.penalty.content'), value: penalty.content },
          { label: say(lang, 'site.penalty.basis'), value: penalty.basis },
          { label: say(lang, 'site.penalty.authority'), value: office[lang] },
          { label: say(lang, 'site.penalty.decidedOn'), value: dateText(lang, penalty.decidedOn) },
          { label: say(lang, 'site.penalty.publishedOn'), value: dateText(lang, publishedOn) },
          {
            label: say(lang, 'site.penalty.portal'),
            value: say(lang, 'site.penalty.clock', {
              ...clock(lang, penalty.portal),
              kept: say(lang, publishedOn <= penalty.portal.due ? 'site.penalty.kept' : 'site.penalty.late'),
            }),
          },
          {
            label: say(lang, 'site.penalty.gsxt'),
            value:
              gsxt === undefined
                ? say(lang, 'site.penalty.noGsxt')
                : say(lang, 'site.penalty.due', clock(lang, gsxt)),
          },
          { label: say(lang, 'site.penalty.class'), value: classText(lang, penalty.class) },
          {
            label: say(lang, 'site.penalty.until'),
            value: say(lang, 'site.penalty.untilText', {
              date: dateText(lang, until),
              basis: penalty.termBasis,
            }),
          },
        ]}
      />
      <Repair penalty={penalty} phone={phone} />
    </SitePage>
  );
}

const clock = (lang: Lang, { due, basis }: PublicClock) => ({ due: dateText(lang, due), basis });

function Repair({ penalty, phone }: { penalty: PublicPenalty; phone: string }): VNode {
  const { lang } = usePage();
  const { earliest, repair } = penalty;
  const conditions = lawAt(repairConditions, penalty.publishedOn).filter(({ subjects }) =>
    subjects.some((subject) => subject === 'penalty'),
  );
  return (
    <>
      <h2 class="govuk-heading-m">{say(lang, 'site.penalty.repair')}</h2>
      {earliest === undefined ? (
        <p class="govuk-body">
          {say(lang, penalty.class === 'revocation' ? 'site.penalty.neverEarly' : 'site.penalty.byItself')}
        </p>
      ) : (
        <>
          <p class="govuk-body">{say(lang, 'site.penalty.earliest', { date: dateText(lang, earliest) })}</p>
          <ul class="govuk-list govuk-list--bullet">
            {conditions.map((row) => (
              <li key={row.rule}>{row[lang]}</li>
            ))}
            {repair.map((text) => (
              <li key={text.en}>
                {say(lang, 'site.penalty.specific')}
                {lang === 'zh' ? '' : ' '}
                {text[lang]}
              </li>
            ))}
          </ul>
          <p class="govuk-body">{say(lang, 'site.penalty.how', { phone })}</p>
        </>
      )}
    </>
  );
}

/** What stays of an annulled decision, at the address where it stood. */
export function PenaltyTombstonePage({ tombstone }: { tombstone: PenaltyTombstone }): VNode {
  const { lang } = usePage();
  const { number, on, reason } = tombstone;
  return (
    <SitePage
      title={say(lang, 'site.penalty.gone', { number })}
      lead={say(lang, 'site.penalty.goneText')}
      back={PENALTIES_PAGE}
    >
      <SummaryList
        rows={[
          { label: say(lang, 'site.result.day'), value: dateText(lang, on) },
          { label: say(lang, 'site.result.reason'), value: annulmentText(lang, reason) },
        ]}
      />
    </SitePage>
  );
}
