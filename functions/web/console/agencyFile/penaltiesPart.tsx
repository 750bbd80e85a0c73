import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { contentText, wordsOf } from '../../../../shared/penalty/decisionWords.ts';
import { isOpen, type PenaltyCase, type PenaltyStatus } from '../../../../shared/penalty/penaltyCase.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { dayText } from '../moment.ts';
import { penaltyName, penaltyPath } from '../penaltyPaths.ts';
import type { FilePart } from './filePart.ts';

/** Every penalty case against the agency or one of its people. */
export const penaltiesPart: FilePart<'penaltyLists'> = async ({ penaltyLists }, { uscc }) => (
  <Penalties cases={await penaltyLists.ofAgency(uscc)} />
);

function Penalties({ cases }: { cases: readonly StoredPenalty[] }): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={text(lang, 'agencyFile.penalties')}
      rows={cases}
      rowKey={({ caseId }) => caseId}
      empty={text(lang, 'agencyFile.penalties.none')}
      columns={[
        {
          key: 'case',
          label: text(lang, 'agencyFile.penalties.case'),
          rowHeader: true,
          cell: ({ state }) => (
            <a class="govuk-link" href={penaltyPath(state.id)}>
              {penaltyName(state)}
            </a>
          ),
        },
        {
          key: 'party',
          label: text(lang, 'agencyFile.penalties.party'),
          cell: ({ state }) => state.party.name,
        },
        {
          key: 'matter',
          label: text(lang, 'agencyFile.penalties.matter'),
          cell: ({ state }) => matter(state),
        },
        {
          key: 'status',
          label: text(lang, 'agencyFile.status'),
          cell: ({ status }) => (
            <Tag tone={isOpen(status) ? 'active' : 'done'}>
              {text(lang, `penalty.status.${status as PenaltyStatus}`)}
            </Tag>
          ),
        },
        {
          key: 'decision',
          label: text(lang, 'agencyFile.penalties.decision'),
          cell: ({ state }) => decisionText(lang, state),
        },
        {
          key: 'publicity',
          label: text(lang, 'agencyFile.penalties.publicity'),
          cell: ({ state }) => publicityText(lang, state),
        },
      ]}
    />
  );
}

/** What was established; before that, what is suspected. */
function matter({ draft, decision, suspicion }: PenaltyCase): string {
  if (draft === undefined || decision === undefined) return suspicion.text;
  const { conduct } = wordsOf(draft, decision.on);
  return conduct === '' ? suspicion.text : conduct;
}

function decisionText(lang: Lang, { decision, draft }: PenaltyCase): string {
  if (decision === undefined || draft === undefined) return '—';
  const content =
    decision.outcome === 'penalty'
      ? contentText(draft.charges)
      : text(lang, `penalty.outcome.${decision.outcome}`);
  return decision.number === undefined
    ? content
    : text(lang, 'agencyFile.penalties.decided', { number: decision.number, content });
}

function publicityText(lang: Lang, { publicity }: PenaltyCase): string {
  if (publicity === undefined) return '—';
  const { ended, until } = publicity;
  return ended === undefined
    ? text(lang, 'agencyFile.penalties.until', { until: dayText(lang, until) })
    : text(lang, `agencyFile.penalties.${ended.reason}`, { on: dayText(lang, ended.on) });
}
