import { CfnParameter } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** An https origin, or http on the machine itself for a try-out; no path, no trailing slash. */
const origin = '^(https://[^/\\s]+|http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?)$';
const address = '^(https://\\S+|http://(localhost|127\\.0\\.0\\.1)\\S*)$';
/** The same, or nothing: not connected. */
const optionalAddress = `^$|${address}`;
const mailbox = '^[^@\\s]+@[^@\\s]+$';
/** One line that stands between the quotes of a JSON text as it is. */
const line = '^[^"\\\\\\s]([^"\\\\\\r\\n\\t]*[^"\\\\\\s])?$';

/** What the office that deploys the stack decides. Non-secret; secrets are in Secrets Manager. */
export const parameterTable = {
  ConsoleUrl: {
    type: 'String',
    description: 'Origin under which the office opens the console, e.g. https://console.example.gov.cn',
    allowedPattern: origin,
  },
  PublicUrl: {
    type: 'String',
    description: 'Origin of the signed links that agencies and witnesses receive',
    allowedPattern: origin,
  },
  PublicityUrl: {
    type: 'String',
    description: 'Address under which the public site (the contents of the publicity bucket) is read',
    allowedPattern: address,
  },
  OidcIssuer: {
    type: 'String',
    description: 'Issuer of the identity provider of the office, as in its discovery document',
    allowedPattern: address,
  },
  OidcClientId: {
    type: 'String',
    description: 'Client id of the console at the identity provider',
    minLength: 1,
  },
  OfficeName: {
    type: 'String',
    description: 'Name of the office on pages and papers',
    default: '北京市知识产权局',
    allowedPattern: line,
  },
  OfficeNameEn: {
    type: 'String',
    description: 'Name of the office in English',
    default: 'Beijing Municipal Intellectual Property Office',
    allowedPattern: line,
  },
  OfficeCode: {
    type: 'String',
    description: 'Prefix of draw numbers; part of what a draw commits to, never changed later',
    default: 'BJIPO',
    allowedPattern: '^[A-Z]{2,10}$',
  },
  OfficeShort: {
    type: 'String',
    description: 'Prefix of document numbers, e.g. 京知抽〔2026〕1号',
    default: '京知抽',
    allowedPattern: line,
  },
  OfficeComplaintShort: {
    type: 'String',
    description: 'Prefix of the numbers of papers on complaints and reports, e.g. 京知诉〔2026〕1号',
    default: '京知诉',
    allowedPattern: line,
  },
  OfficePenaltyShort: {
    type: 'String',
    description: 'Prefix of the numbers of penalty decisions, e.g. 京知罚〔2026〕1号',
    default: '京知罚',
    allowedPattern: line,
  },
  OfficeListingShort: {
    type: 'String',
    description: 'Prefix of the numbers of decisions on the lists of agencies, e.g. 京知名〔2026〕1号',
    default: '京知名',
    allowedPattern: line,
  },
  OfficeUscc: {
    type: 'String',
    description: 'Unified social credit code of the office, by which the credit system knows the authority',
    default: '11110000000021231Y',
    allowedPattern: '^[0-9A-Z]{2}[0-9]{6}[0-9A-Z]{10}$',
  },
  OfficeRepairShort: {
    type: 'String',
    description: 'Prefix of the numbers of papers on credit repair, e.g. 京知修〔2026〕1号',
    default: '京知修',
    allowedPattern: line,
  },
  OfficeContactUnit: {
    type: 'String',
    description: 'Department that notices name for questions',
    allowedPattern: line,
  },
  OfficeContactPhone: {
    type: 'String',
    description: 'Telephone number that notices name for questions',
    allowedPattern: '^\\+?[0-9][0-9 -]{4,22}[0-9]$',
  },
  OfficeAddress: {
    type: 'String',
    description: 'Postal address of the office on notices',
    allowedPattern: line,
  },
  MailFrom: {
    type: 'String',
    description: 'Sender address of the mail of the office',
    allowedPattern: mailbox,
  },
  OperatorMail: {
    type: 'String',
    description: 'Mail address that is told of alarms; it confirms the subscription once',
    allowedPattern: mailbox,
  },
  CreditTransport: {
    type: 'String',
    description: 'How records go to the credit-information system: JSON over HTTPS, or a file a day',
    allowedValues: ['https', 'files'],
    default: 'https',
  },
  CreditUrl: {
    type: 'String',
    description: 'Base address of the credit-information system; empty: not connected, everything waits',
    default: '',
    allowedPattern: optionalAddress,
  },
  RecordRetentionMode: {
    type: 'String',
    description: 'Object Lock mode of draw records and audit roots; GOVERNANCE only for a try-out',
    allowedValues: ['COMPLIANCE', 'GOVERNANCE'],
    default: 'COMPLIANCE',
  },
  RecordRetentionDays: {
    type: 'Number',
    description: 'Days for which nobody can delete draw records and audit roots',
    minValue: 1,
    default: 3650,
  },
} as const;

export type ParameterName = keyof typeof parameterTable;

export type Parameters = Readonly<Record<ParameterName, CfnParameter>>;

/** Who issues the papers, as the JSON text that functions read; the patterns above keep it one. */
export function officeJson(parameters: Parameters): string {
  const office = {
    name: parameters.OfficeName,
    code: parameters.OfficeCode,
    nameEn: parameters.OfficeNameEn,
    numberPrefix: parameters.OfficeShort,
    complaintPrefix: parameters.OfficeComplaintShort,
    penaltyPrefix: parameters.OfficePenaltyShort,
    listingPrefix: parameters.OfficeListingShort,
    repairPrefix: parameters.OfficeRepairShort,
    contactUnit: parameters.OfficeContactUnit,
    contactPhone: parameters.OfficeContactPhone,
    address: parameters.OfficeAddress,
  };
  const fields = Object.entries(office).map(([name, parameter]) => `"${name}":"${parameter.valueAsString}"`);
  return `{${fields.join(',')}}`;
}

/** Declares every parameter of the template. */
export function declareParameters(scope: Construct): Parameters {
  const made = Object.entries(parameterTable).map(([name, props]) => [
    name,
    new CfnParameter(scope, name, mutable(props)),
  ]);
  return Object.fromEntries(made) as Parameters;
}

function mutable<T extends object>(props: T): T & { allowedValues?: string[] } {
  return 'allowedValues' in props
    ? { ...props, allowedValues: [...(props.allowedValues as string[])] }
    : props;
}
