import * as z from 'zod';

/** A word of a closed list with its texts; `alias` are other spellings accepted from spreadsheets. */
export type Term<Code extends string = string> = {
  readonly code: Code;
  readonly zh: string;
  readonly en: string;
  readonly alias?: readonly string[];
};

/** A closed list in its canonical order. */
export type Vocabulary<Code extends string = string> = readonly Term<Code>[];

/** The zod enum of a vocabulary's codes. */
export function codesOf<Code extends string>(vocabulary: Vocabulary<Code>) {
  return z.enum(vocabulary.map((term) => term.code) as [Code, ...Code[]]);
}

/** What an agency is licensed or filed to do. */
export const agencyKinds = [
  { code: 'patent', zh: '专利', en: 'Patent', alias: ['专利代理', '专利代理机构'] },
  { code: 'trademark', zh: '商标', en: 'Trademark', alias: ['商标代理', '商标代理机构'] },
] as const satisfies Vocabulary;
export type AgencyKind = (typeof agencyKinds)[number]['code'];

export const agencyStatuses = [
  { code: 'active', zh: '存续', en: 'Active', alias: ['正常', '在业', '开业'] },
  { code: 'suspended', zh: '停业', en: 'Suspended', alias: ['暂停', '歇业'] },
  { code: 'closed', zh: '注销', en: 'Closed', alias: ['关闭', '吊销', '撤销'] },
] as const satisfies Vocabulary;
export type AgencyStatus = (typeof agencyStatuses)[number]['code'];

/** Ours, from the published formula; not CNIPA's credit grade. */
export const riskClasses = [
  { code: 'A', zh: 'A', en: 'A', alias: ['A级', 'A类'] },
  { code: 'B', zh: 'B', en: 'B', alias: ['B级', 'B类'] },
  { code: 'C', zh: 'C', en: 'C', alias: ['C级', 'C类'] },
  { code: 'D', zh: 'D', en: 'D', alias: ['D级', 'D类'] },
] as const satisfies Vocabulary;
export type RiskClass = (typeof riskClasses)[number]['code'];

/** 专利代理管理办法 arts. 37 and 38: the two lists that order an on-site inspection (art. 40(2)). */
export const listings = [
  { code: 'none', zh: '未列入', en: 'Not listed', alias: ['无', '否', '正常'] },
  { code: 'abnormal', zh: '经营异常名录', en: 'Abnormal list', alias: ['经营异常', '异常'] },
  {
    code: 'serious',
    zh: '严重违法失信名单',
    en: 'Serious-breach list',
    alias: ['严重违法失信', '严重违法', '严重失信'],
  },
] as const satisfies Vocabulary;
export type Listing = (typeof listings)[number]['code'];

/** CNIPA's credit grade of a patent agency (专利代理信用评价管理办法（试行）); not our risk class. */
export const creditGrades = [
  { code: 'A+', zh: 'A+', en: 'A+' },
  { code: 'A', zh: 'A', en: 'A' },
  { code: 'B', zh: 'B', en: 'B' },
  { code: 'C', zh: 'C', en: 'C' },
  { code: 'D', zh: 'D', en: 'D' },
] as const satisfies Vocabulary;
export type CreditGrade = (typeof creditGrades)[number]['code'];

export const practitionerStatuses = [
  { code: 'practising', zh: '执业', en: 'Practising', alias: ['在执业', '执业中'] },
  { code: 'suspended', zh: '停止执业', en: 'Suspended', alias: ['停止承办新业务'] },
  { code: 'left', zh: '已离职', en: 'Left', alias: ['离职', '解聘', '注销'] },
] as const satisfies Vocabulary;
export type PractitionerStatus = (typeof practitionerStatuses)[number]['code'];

/** What an inspector may do in a team: the seats of the draw name these. */
export const inspectorQuals = [
  { code: 'lead', zh: '组长', en: 'Team leader', alias: ['带队', '主办'] },
  { code: 'patent', zh: '专利', en: 'Patent', alias: ['专利执法'] },
  { code: 'trademark', zh: '商标', en: 'Trademark', alias: ['商标执法'] },
] as const satisfies Vocabulary;
export type InspectorQual = (typeof inspectorQuals)[number]['code'];

export const inspectorStatuses = [
  { code: 'active', zh: '在岗', en: 'Active', alias: ['有效', '正常'] },
  { code: 'inactive', zh: '离岗', en: 'Inactive', alias: ['失效', '停用', '调离', '退休'] },
] as const satisfies Vocabulary;
export type InspectorStatus = (typeof inspectorStatuses)[number]['code'];

/** 专利代理管理办法 art. 40(1): written, on-site, network monitoring. */
export const inspectionMethods = [
  { code: 'onsite', zh: '实地检查', en: 'On site', alias: ['实地', '现场', '现场检查'] },
  { code: 'written', zh: '书面检查', en: 'Written', alias: ['书面'] },
  { code: 'online', zh: '网络监测', en: 'Network monitoring', alias: ['网络', '网络检查', '网络监测检查'] },
] as const satisfies Vocabulary;
export type InspectionMethod = (typeof inspectionMethods)[number]['code'];

export const itemStatuses = [
  { code: 'draft', zh: '草稿', en: 'Draft' },
  { code: 'published', zh: '已公布', en: 'Published', alias: ['公布', '有效'] },
  { code: 'withdrawn', zh: '已废止', en: 'Withdrawn', alias: ['废止', '撤回', '失效'] },
] as const satisfies Vocabulary;
export type ItemStatus = (typeof itemStatuses)[number]['code'];

/** Who told us that an inspector must not visit an agency (行政处罚法 art. 43). */
export const relationSources = [
  { code: 'inspector', zh: '检查人员申报', en: 'Declared by the inspector', alias: ['本人申报', '自行申报'] },
  { code: 'agency', zh: '机构申请回避', en: 'Requested by the agency', alias: ['机构申请', '当事人申请'] },
  { code: 'office', zh: '机关认定', en: 'Found by the office', alias: ['局认定', '单位认定'] },
] as const satisfies Vocabulary;
export type RelationSource = (typeof relationSources)[number]['code'];
