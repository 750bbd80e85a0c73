import {
  codeCell,
  dateCell,
  emailCell,
  monthCell,
  phoneCell,
  termCell,
  termsCell,
  textCell,
  usccCell,
  wholeNumberCell,
  yesNoCell,
} from './cellCodec.ts';
import { type Column, column } from './column.ts';
import { districts, inspectorDistricts } from './district.ts';
import { questionsCell } from './questionsCell.ts';
import type { RegisterKind } from './registerStore.ts';
import {
  agencyKinds,
  agencyStatuses,
  creditGrades,
  inspectionMethods,
  inspectorQuals,
  inspectorStatuses,
  itemStatuses,
  listings,
  practitionerStatuses,
  relationSources,
  riskClasses,
} from './vocabulary.ts';

const OPTIONAL = { optional: true } as const;
const USCC_HINT = ['18 位，含数字和大写字母', '18 digits and capital letters'] as const;
const DATE_HINT = ['例如 2026-03-02', 'e.g. 2026-03-02'] as const;

const agency: readonly Column[] = [
  column('uscc', '统一社会信用代码', 'Unified social credit code', usccCell, {
    aliases: ['信用代码', '社会信用代码', 'USCC'],
    hint: USCC_HINT,
    width: 22,
  }),
  column('name', '机构名称', 'Agency name', textCell, { aliases: ['名称', '单位名称', 'Name'], width: 36 }),
  column('nameEn', '英文名称', 'English name', textCell, { ...OPTIONAL, width: 30 }),
  column('kinds', '业务类型', 'Kinds', termsCell(agencyKinds), {
    aliases: ['机构类型', '类型', 'Type'],
    hint: ['专利、商标，两类都做的都写', 'Patent, Trademark; both if it does both'],
  }),
  column('agencyCode', '专利代理机构代码', 'Patent agency code', codeCell, {
    ...OPTIONAL,
    aliases: ['机构代码', 'Agency code'],
    hint: ['5 位数字', '5 digits'],
  }),
  column('filingNo', '商标代理备案号', 'Trademark filing number', codeCell, {
    ...OPTIONAL,
    aliases: ['备案号', '商标备案号'],
  }),
  column('district', '所在区', 'District', termCell(districts), {
    aliases: ['区', '区县', '辖区', '行政区'],
  }),
  column('address', '地址', 'Address', textCell, {
    aliases: ['住所', '经营场所', '办公地址', '注册地址'],
    width: 40,
  }),
  column('headOf', '总部统一社会信用代码', 'Code of the main agency', usccCell, {
    ...OPTIONAL,
    aliases: ['总所信用代码', '主机构代码'],
    hint: ['分支机构填写总部的代码', 'Only for a branch'],
    width: 22,
  }),
  column('legalRepresentative', '法定代表人', 'Legal representative', textCell, {
    aliases: ['负责人', '执行事务合伙人', '法人', '法人代表'],
  }),
  column('phone', '联系电话', 'Telephone', phoneCell, { aliases: ['电话', '手机', 'Phone'], width: 18 }),
  column('email', '电子邮箱', 'E-mail', emailCell, { aliases: ['邮箱', '电子邮件', 'Email'], width: 28 }),
  column('status', '状态', 'Status', termCell(agencyStatuses), { aliases: ['经营状态', '机构状态'] }),
  column('riskClass', '风险类别', 'Risk class', termCell(riskClasses), { aliases: ['风险等级', '风险分类'] }),
  column('listing', '名录情况', 'Listing', termCell(listings), {
    aliases: ['列入名录', '异常名录'],
    width: 18,
  }),
  column('listedSince', '列入日期', 'Listed since', dateCell, { ...OPTIONAL, hint: DATE_HINT }),
  column('exclusion', '不参加抽查原因', 'Reason for exclusion', textCell, {
    ...OPTIONAL,
    aliases: ['排除原因'],
    width: 24,
  }),
  column('creditGrade', '信用评价等级', 'Credit grade', termCell(creditGrades), {
    ...OPTIONAL,
    aliases: ['信用等级'],
  }),
  column('lastInspectedOn', '上次检查日期', 'Last inspected on', dateCell, {
    ...OPTIONAL,
    aliases: ['上次抽查日期', '最近检查日期'],
    hint: DATE_HINT,
  }),
  column('visitsThisYear', '本年检查次数', 'Visits this year', wholeNumberCell, {
    ...OPTIONAL,
    aliases: ['年内检查次数'],
  }),
  column('electronicServiceConsent.on', '同意电子送达日期', 'E-service consent on', dateCell, {
    ...OPTIONAL,
    hint: ['签署确认书的日期，与送达邮箱同时填写', 'Day of the signed confirmation; with the address'],
  }),
  column('electronicServiceConsent.address', '电子送达邮箱', 'E-service address', emailCell, {
    ...OPTIONAL,
    hint: ['与同意电子送达日期同时填写', 'With the day of the consent'],
    width: 28,
  }),
  column('nextRisk.class', '下一风险类别', 'Next risk class', termCell(riskClasses), {
    ...OPTIONAL,
    hint: ['与起始月份同时填写', 'Together with its first month'],
  }),
  column('nextRisk.from', '下一风险类别起始月份', 'Next risk class from', monthCell, {
    ...OPTIONAL,
    hint: ['例如 2027-03', 'e.g. 2027-03'],
  }),
];

const practitioner: readonly Column[] = [
  column('licenceNo', '资格证号', 'Licence number', codeCell, {
    aliases: ['执业备案号', '执业证号', '资格证书号', '代理师编号'],
    width: 18,
  }),
  column('name', '姓名', 'Name', textCell),
  column('agencyUscc', '所在机构统一社会信用代码', 'Code of the agency', usccCell, {
    aliases: ['机构统一社会信用代码', '统一社会信用代码', '机构信用代码'],
    hint: USCC_HINT,
    width: 24,
  }),
  column('practisingSince', '执业日期', 'Practising since', dateCell, {
    ...OPTIONAL,
    aliases: ['执业之日', '首次执业日期'],
    hint: DATE_HINT,
  }),
  column('status', '状态', 'Status', termCell(practitionerStatuses), { aliases: ['执业状态'] }),
];

const inspector: readonly Column[] = [
  column('id', '人员编号', 'Inspector number', codeCell, { aliases: ['编号', '工号', 'ID'] }),
  column('name', '姓名', 'Name', textCell),
  column('certificateNo', '执法证号', 'Certificate number', codeCell, {
    aliases: ['行政执法证号', '执法证件号', '证件号'],
    width: 18,
  }),
  column('certificateValidTo', '执法证有效期至', 'Certificate valid to', dateCell, {
    aliases: ['有效期至', '证件有效期', '有效期'],
    hint: DATE_HINT,
  }),
  column('unit', '单位', 'Unit', textCell, { aliases: ['所在单位', '处室', '部门'], width: 24 }),
  column('district', '所在区', 'District', termCell(inspectorDistricts), { aliases: ['区', '区县', '辖区'] }),
  column('quals', '执法资格', 'Qualifications', termsCell(inspectorQuals), {
    ...OPTIONAL,
    aliases: ['资格', '资质'],
  }),
  column('cap', '单次最多席位', 'Most seats per draw', wholeNumberCell, { aliases: ['席位上限', '上限'] }),
  column('email', '电子邮箱', 'E-mail', emailCell, { aliases: ['邮箱', '电子邮件', 'Email'], width: 28 }),
  column('status', '状态', 'Status', termCell(inspectorStatuses), { aliases: ['在岗状态'] }),
];

const item: readonly Column[] = [
  column('code', '事项编码', 'Item code', codeCell, { aliases: ['编码', '事项代码'] }),
  column('version', '版本', 'Version', wholeNumberCell, { aliases: ['版本号'] }),
  column('name', '抽查事项', 'Inspection item', textCell, {
    aliases: ['事项名称', '名称', '检查事项'],
    width: 40,
  }),
  column('legalBasis', '检查依据', 'Legal basis', textCell, {
    aliases: ['法律依据', '依据'],
    hint: ['法律、法规、规章的名称和条款', 'Title and article of the law'],
    width: 40,
  }),
  column('kinds', '检查对象', 'Kinds', termsCell(agencyKinds), { aliases: ['对象', '适用对象', '业务类型'] }),
  column('method', '检查方式', 'Method', termCell(inspectionMethods), { aliases: ['方式'] }),
  column('announced', '事先通知', 'Announced', yesNoCell, {
    aliases: ['是否事先通知', '是否通知'],
    hint: ['是、否', 'Yes, No'],
  }),
  column('questions', '检查表', 'Checklist', questionsCell, {
    ...OPTIONAL,
    aliases: ['检查表问题', '问题'],
    hint: [
      '每行一个问题：编号|问题|方法|依据|答案类型|需取证据|必须。答案类型：符合/不符合/不适用、未发现/发现/不适用、一致/不一致/不适用；必须：是、否。内容中的“|”写成“\\|”。单元格内换行用 Alt+Enter。草稿可以留空，公布前必须填写',
      'One question per line: number|question|how to check|basis|answers|evidence|required (Yes, No). A “|” inside a text is written “\\|”; a line break in a cell is Alt+Enter. A draft may leave it empty, a published version may not',
    ],
    width: 60,
  }),
  column('status', '状态', 'Status', termCell(itemStatuses), { aliases: ['事项状态'] }),
  column('validFrom', '生效日期', 'Valid from', dateCell, { aliases: ['施行日期'], hint: DATE_HINT }),
];

const relation: readonly Column[] = [
  column('inspectorId', '人员编号', 'Inspector number', codeCell, {
    aliases: ['检查人员编号', '编号', '工号'],
  }),
  column('agencyUscc', '机构统一社会信用代码', 'Code of the agency', usccCell, {
    aliases: ['统一社会信用代码', '信用代码', 'USCC'],
    hint: USCC_HINT,
    width: 24,
  }),
  column('reason', '回避事由', 'Reason', textCell, {
    aliases: ['事由', '原因', '回避原因'],
    hint: ['保密，不对外公布', 'Confidential, never published'],
    width: 36,
  }),
  column('declaredOn', '申报日期', 'Declared on', dateCell, { aliases: ['日期'], hint: DATE_HINT }),
  column('source', '来源', 'Source', termCell(relationSources), { aliases: ['申报来源'], width: 18 }),
];

/** The columns of every register, in the order of the template. */
export const columnsOf: Readonly<Record<RegisterKind, readonly Column[]>> = {
  agency,
  practitioner,
  inspector,
  item,
  relation,
};
