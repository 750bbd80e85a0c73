import type { VNode } from 'preact';
import { mayAct } from '../../../../shared/access/roles.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { readers } from '../access.ts';
import { agencyFilePath } from '../agencyFile/filePart.ts';
import { paperColumns } from '../casePapers/paperPages.tsx';
import { penaltyDossierPath } from '../penaltyPaths.ts';
import type { CasePageProps } from './casePage.tsx';
import { words } from './penaltyWords.ts';

/** The papers of the case with the state of their service, and the way to its dossier and to the file of its agency. */
export function Papers({ lang, stored, papers, user }: CasePageProps): VNode {
  const { id, party } = stored.state;
  const agency = party.kind === 'other' || !mayAct(user.roles, readers) ? undefined : party.uscc;
  return (
    <>
      <DataTable
        caption={text(lang, 'complaintPapers.papers')}
        columns={paperColumns(lang)}
        rows={papers}
        rowKey={({ caseId }) => caseId}
        empty={text(lang, 'complaintPapers.none')}
      />
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={penaltyDossierPath(id)}>
            {words(lang, 'penaltyPage.dossier')}
          </a>
        </li>
        {agency === undefined ? null : (
          <li>
            <a class="govuk-link" href={agencyFilePath(agency)}>
              {text(lang, 'agencyFile.link')}
            </a>
          </li>
        )}
      </ul>
    </>
  );
}
