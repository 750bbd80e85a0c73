/** Names that the template hands to the functions; nothing here knows how they are used. */

/** Environment variables whose values are resources or parameters of the stack. */
export const envNames = [
  'CORE_TABLE',
  'VAULT_TABLE',
  'AUDIT_TABLE',
  'RECORDS_BUCKET',
  'UPLOADS_BUCKET',
  'EVIDENCE_BUCKET',
  'PUBLICITY_BUCKET',
  'VAULT_KEY_ID',
  'APP_SECRET_ARN',
  'SIGNING_SECRET_ARN',
  'DRAW_MACHINE_ARN',
  'INSPECTION_MACHINE_ARN',
  'COMPLAINT_MACHINE_ARN',
  'PENALTY_MACHINE_ARN',
  'MAIL_WORKER',
  'FILER_MAIL_WORKER',
  'CREDIT_WORKER',
  'PUBLICITY_WORKER',
  'IMPORT_WORKER',
  'REPLACEMENT_WORKER',
  'INSPECTION_RECONCILER',
  'COMPLAINT_RECONCILER',
  'COMPLAINT_FILE_WORKER',
  'PENALTY_RECONCILER',
  'DEADLINE_SWEEPER',
  'LEAD_WORKER',
  'CONSOLE_URL',
  'PUBLIC_URL',
  'PUBLICITY_URL',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OFFICE',
  'OFFICE_NAME',
  'MAIL_FROM',
  'OFFICE_USCC',
  'CREDIT_TRANSPORT',
  'CREDIT_URL',
] as const;

export type EnvName = (typeof envNames)[number];

/** Alias of the state machine under which every execution is started. */
export const machineAlias = 'live';

/** Every schedule is read in the office's own time zone. */
export const timeZone = 'Asia/Shanghai';

/** First segment of the metric names, tags and groups of this product. */
export const product = 'double-random';
