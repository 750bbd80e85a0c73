import { text } from '../../../../shared/messages/catalogue.ts';
import { registers } from '../../../../shared/register/register.ts';
import { confidentialReaders, readers } from '../access.ts';
import { CertificateDay, certificateState } from './certificate.tsx';
import type { RegisterView } from './registerView.ts';

/** 检查对象名录库 */
export const agencyView: RegisterView<'agency'> = {
  register: registers.agency,
  slug: 'agencies',
  listKeys: [
    'name',
    'uscc',
    'kinds',
    'district',
    'riskClass',
    'listing',
    'status',
    'lastInspectedOn',
    'visitsThisYear',
  ],
  filterKeys: ['kinds', 'district', 'riskClass', 'listing', 'status'],
  searchKeys: ['uscc', 'name', 'nameEn', 'agencyCode', 'filingNo', 'legalRepresentative'],
  namesOfOthers: false,
  load: (store) => store.agencies(),
  path: ({ uscc }) => `/registers/agencies/${encodeURIComponent(uscc)}`,
  readers,
  exporters: readers,
  entered: true,
};

/** 专利代理师名录 */
export const practitionerView: RegisterView<'practitioner'> = {
  register: registers.practitioner,
  slug: 'practitioners',
  listKeys: ['name', 'licenceNo', 'agencyUscc', 'practisingSince', 'status'],
  filterKeys: ['status'],
  searchKeys: ['name', 'licenceNo', 'agencyUscc'],
  namesOfOthers: true,
  added: [
    {
      key: 'agency',
      label: (lang) => text(lang, 'registers.agency'),
      text: (row, { agencyNames }) => agencyNames.get(row.agencyUscc) ?? '',
    },
  ],
  load: (store) => store.allPractitioners(),
  path: ({ licenceNo }) => `/registers/practitioners/${encodeURIComponent(licenceNo)}`,
  readers,
  exporters: readers,
  entered: false,
};

/** 执法检查人员名录库 */
export const inspectorView: RegisterView<'inspector'> = {
  register: registers.inspector,
  slug: 'inspectors',
  listKeys: [
    'name',
    'id',
    'unit',
    'district',
    'quals',
    'cap',
    'certificateNo',
    'certificateValidTo',
    'status',
  ],
  filterKeys: ['district', 'quals', 'status'],
  searchKeys: ['id', 'name', 'unit', 'certificateNo'],
  namesOfOthers: false,
  addedFilters: [
    {
      name: 'certificate',
      label: (lang) => text(lang, 'registers.certificate'),
      choices: (['valid', 'ending', 'expired'] as const).map((value) => ({
        value,
        label: (lang) => text(lang, `registers.certificate.${value}`),
      })),
      keep: (row, value, { today }) => certificateState(row, today) === value,
    },
  ],
  cells: {
    certificateValidTo: (row, { lang, today }) => (
      <CertificateDay inspector={row} today={today} lang={lang} />
    ),
  },
  load: (store) => store.inspectors(),
  path: ({ id }) => `/registers/inspectors/${encodeURIComponent(id)}`,
  readers,
  exporters: readers,
  entered: true,
};

/** 回避关系. The reason is in the file, so only those who may read it get the file. */
export const relationView: RegisterView<'relation'> = {
  register: registers.relation,
  slug: 'relations',
  listKeys: ['inspectorId', 'agencyUscc', 'declaredOn', 'source'],
  filterKeys: ['source'],
  searchKeys: ['inspectorId', 'agencyUscc'],
  namesOfOthers: true,
  added: [
    {
      key: 'inspector',
      label: (lang) => text(lang, 'registers.inspector'),
      text: (row, { inspectorNames }) => inspectorNames.get(row.inspectorId) ?? '',
    },
    {
      key: 'agency',
      label: (lang) => text(lang, 'registers.agency'),
      text: (row, { agencyNames }) => agencyNames.get(row.agencyUscc) ?? '',
    },
  ],
  load: (store) => store.relations(),
  path: (row) => relationPath(row),
  readers,
  exporters: confidentialReaders,
  entered: true,
};

export function relationPath(row: { readonly inspectorId: string; readonly agencyUscc: string }): string {
  return `/registers/relations/${encodeURIComponent(row.inspectorId)}/${encodeURIComponent(row.agencyUscc)}`;
}

/** 随机抽查事项清单 */
export const itemView: RegisterView<'item'> = {
  register: registers.item,
  slug: 'items',
  listKeys: ['name', 'code', 'version', 'kinds', 'method', 'announced', 'status', 'validFrom'],
  filterKeys: ['kinds', 'method', 'status'],
  searchKeys: ['code', 'name', 'legalBasis'],
  namesOfOthers: false,
  load: (store) => store.items(),
  path: ({ code }) => `/registers/items/${encodeURIComponent(code)}`,
  readers,
  exporters: readers,
  entered: true,
};
