import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import { registers } from '../../../../shared/register/register.ts';
import { toFields } from '../../../../shared/register/rowFields.ts';
import { usePage } from '../../kit/context.tsx';
import { RowSummary } from '../registers/rowDetail.tsx';
import type { FilePart } from './filePart.ts';

/** What the rest of the file is read against; every field stands on the page of the register. */
const shown: readonly string[] = [
  'kinds',
  'district',
  'legalRepresentative',
  'status',
  'riskClass',
  'creditGrade',
  'listing',
  'listedSince',
  'lastInspectedOn',
];

/** The row of the register, with the way to its whole history. */
export const registerPart: FilePart<'register'> = async ({ register }, { uscc }) => (
  <RegisterRow uscc={uscc} agency={(await register.agency(uscc))?.value} />
);

function RegisterRow({ uscc, agency }: { uscc: string; agency: Agency | undefined }): VNode {
  const { lang } = usePage();
  const columns = registers.agency.columns.filter(({ key }) => shown.includes(key));
  return (
    <section>
      <h2 class="govuk-heading-m">{text(lang, 'agencyFile.register')}</h2>
      {agency === undefined ? (
        <p class="govuk-body">{text(lang, 'agencyFile.unregistered')}</p>
      ) : (
        <>
          <RowSummary columns={columns} fields={toFields(agency, columns)} />
          <p class="govuk-body">
            <a class="govuk-link" href={`/registers/agencies/${encodeURIComponent(uscc)}`}>
              {text(lang, 'agencyFile.history')}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
