import { CfnOutput, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Buckets } from './buckets.ts';
import type { FunctionTable } from './functionDeclaration.ts';
import type { GrantTargets } from './grants.ts';
import { Api } from './httpApis.ts';
import { Lambdas } from './lambdas.ts';
import { Machine } from './machine.ts';
import { type EnvName, product } from './names.ts';
import { Operators } from './operators.ts';
import { declareParameters, officeJson, type Parameters } from './parameters.ts';
import { Schedules } from './schedules.ts';
import { Secrets } from './secrets.ts';
import { Tables } from './tables.ts';

export interface DoubleRandomStackProps extends StackProps {
  readonly table: FunctionTable;
  /** Folder with one bundled folder per function. */
  readonly bundles: string;
}

/** Everything that is deployed, in one stack and one template for every region. */
export class DoubleRandomStack extends Stack {
  private readonly parameters: Parameters;
  private readonly tables: Tables;
  private readonly buckets: Buckets;
  private readonly secrets: Secrets;
  private readonly lambdas: Lambdas;
  private readonly draw: Machine;
  private readonly inspection: Machine;
  private readonly complaint: Machine;
  private readonly penalty: Machine;

  constructor(scope: Construct, id: string, props: DoubleRandomStackProps) {
    super(scope, id, props);
    const { table, bundles } = props;
    this.parameters = declareParameters(this);
    this.tables = new Tables(this, 'Tables');
    this.buckets = new Buckets(this, 'Buckets', this.parameters);
    this.secrets = new Secrets(this, 'Secrets');
    const operators = new Operators(this, 'Operators', this.parameters);
    const { deadLetters } = operators;
    this.lambdas = new Lambdas(this, 'Functions', { table, bundles, deadLetters });
    const OpenTaskFunction = this.lambdas.get('open-task');
    this.draw = new Machine(this, 'Draw', {
      definition: 'draw',
      comment: 'One draw, from its planning to its published record',
      workers: { DrawStepFunction: this.lambdas.get('draw-step'), OpenTaskFunction },
    });
    this.inspection = new Machine(this, 'Inspection', {
      definition: 'inspection',
      comment: 'One inspection, from its team to its published and closed result',
      workers: { InspectionStepFunction: this.lambdas.get('inspection-step'), OpenTaskFunction },
    });
    this.complaint = new Machine(this, 'Complaint', {
      definition: 'complaint',
      comment: 'One complaint or report, from its acceptance to its end',
      workers: { ComplaintStepFunction: this.lambdas.get('complaint-step'), OpenTaskFunction },
    });
    this.penalty = new Machine(this, 'Penalty', {
      definition: 'penalty',
      comment: 'One penalty case, from its lead to its closed file',
      workers: { PenaltyStepFunction: this.lambdas.get('penalty-step'), OpenTaskFunction },
    });
    operators.watch(
      [this.draw, this.inspection, this.complaint, this.penalty].map(
        ({ machine }) => machine.stateMachineArn,
      ),
    );
    this.lambdas.connect(this.environmentValues(), this.targets());
    const office = new Api(this, 'ConsoleApi', 'console', this.lambdas);
    const open = new Api(this, 'PublicApi', 'public', this.lambdas);
    new Schedules(this, 'Schedules', { table, lambdas: this.lambdas, deadLetters });
    new Alarms(this, 'Alarms', {
      operators,
      console: office,
      public: open,
      lambdas: this.lambdas,
      topic: operators.topic,
    });
    this.output('ConsoleApiUrl', office.api.apiEndpoint, 'Where ConsoleUrl has to lead');
    this.output('PublicApiUrl', open.api.apiEndpoint, 'Where PublicUrl has to lead');
    this.output('PublicityBucketName', this.buckets.publicity.bucketName, 'Where PublicityUrl has to lead');
    this.output('DrawMachineAlias', this.draw.aliasArn, 'The draw machine, as it is started');
    this.output(
      'InspectionMachineAlias',
      this.inspection.aliasArn,
      'The inspection machine, as it is started',
    );
    this.output('ComplaintMachineAlias', this.complaint.aliasArn, 'The complaint machine, as it is started');
    this.output('PenaltyMachineAlias', this.penalty.aliasArn, 'The penalty machine, as it is started');
    this.output('OperatorQueueUrl', operators.executions.queueUrl, 'Ended executions that wait for a person');
    this.output('DeadLetterQueueUrl', deadLetters.queueUrl, 'Undelivered calls that wait for a person');
    Tags.of(this).add('product', product);
  }

  private output(id: string, value: string, description: string): void {
    new CfnOutput(this, id, { value, description });
  }

  private environmentValues(): Readonly<Record<EnvName, string>> {
    const { parameters, tables, buckets, secrets, lambdas } = this;
    return {
      CORE_TABLE: tables.core.tableName,
      VAULT_TABLE: tables.vault.tableName,
      AUDIT_TABLE: tables.audit.tableName,
      RECORDS_BUCKET: buckets.records.bucketName,
      UPLOADS_BUCKET: buckets.uploads.bucketName,
      EVIDENCE_BUCKET: buckets.evidence.bucketName,
      PUBLICITY_BUCKET: buckets.publicity.bucketName,
      VAULT_KEY_ID: secrets.vaultKey.keyId,
      APP_SECRET_ARN: secrets.app.secretArn,
      SIGNING_SECRET_ARN: secrets.signing.secretArn,
      DRAW_MACHINE_ARN: this.draw.aliasArn,
      INSPECTION_MACHINE_ARN: this.inspection.aliasArn,
      COMPLAINT_MACHINE_ARN: this.complaint.aliasArn,
      PENALTY_MACHINE_ARN: this.penalty.aliasArn,
      MAIL_WORKER: lambdas.get('mail-worker').functionName,
      CREDIT_WORKER: lambdas.get('credit-worker').functionName,
      FILER_MAIL_WORKER: lambdas.get('filer-mail-worker').functionName,
      PUBLICITY_WORKER: lambdas.get('publicity-worker').functionName,
      IMPORT_WORKER: lambdas.get('import-worker').functionName,
      REPLACEMENT_WORKER: lambdas.get('replacement-worker').functionName,
      INSPECTION_RECONCILER: lambdas.get('inspection-reconciler').functionName,
      COMPLAINT_RECONCILER: lambdas.get('complaint-reconciler').functionName,
      COMPLAINT_FILE_WORKER: lambdas.get('complaint-file-worker').functionName,
      PENALTY_RECONCILER: lambdas.get('penalty-reconciler').functionName,
      DEADLINE_SWEEPER: lambdas.get('deadline-sweeper').functionName,
      LEAD_WORKER: lambdas.get('lead-worker').functionName,
      CONSOLE_URL: parameters.ConsoleUrl.valueAsString,
      PUBLIC_URL: parameters.PublicUrl.valueAsString,
      PUBLICITY_URL: parameters.PublicityUrl.valueAsString,
      OIDC_ISSUER: parameters.OidcIssuer.valueAsString,
      OIDC_CLIENT_ID: parameters.OidcClientId.valueAsString,
      OFFICE: officeJson(parameters),
      OFFICE_NAME: parameters.OfficeName.valueAsString,
      MAIL_FROM: parameters.MailFrom.valueAsString,
      OFFICE_USCC: parameters.OfficeUscc.valueAsString,
      CREDIT_TRANSPORT: parameters.CreditTransport.valueAsString,
      CREDIT_URL: parameters.CreditUrl.valueAsString,
    };
  }

  private targets(): GrantTargets {
    const { tables, buckets, secrets, lambdas, draw, inspection, complaint, penalty } = this;
    return {
      coreTable: tables.core.tableArn,
      vaultTable: tables.vault.tableArn,
      auditTable: tables.audit.tableArn,
      recordsBucket: buckets.records.bucketArn,
      uploadsBucket: buckets.uploads.bucketArn,
      evidenceBucket: buckets.evidence.bucketArn,
      publicityBucket: buckets.publicity.bucketArn,
      vaultKey: secrets.vaultKey.keyArn,
      appSecret: secrets.app.secretArn,
      signingSecret: secrets.signing.secretArn,
      drawMachine: draw.machine.stateMachineArn,
      drawExecutions: draw.executionsArn,
      inspectionMachine: inspection.machine.stateMachineArn,
      inspectionExecutions: inspection.executionsArn,
      complaintMachine: complaint.machine.stateMachineArn,
      complaintExecutions: complaint.executionsArn,
      penaltyMachine: penalty.machine.stateMachineArn,
      penaltyExecutions: penalty.executionsArn,
      mailWorker: lambdas.get('mail-worker').functionArn,
      creditWorker: lambdas.get('credit-worker').functionArn,
      filerMailWorker: lambdas.get('filer-mail-worker').functionArn,
      publicityWorker: lambdas.get('publicity-worker').functionArn,
      importWorker: lambdas.get('import-worker').functionArn,
      replacementWorker: lambdas.get('replacement-worker').functionArn,
      inspectionReconciler: lambdas.get('inspection-reconciler').functionArn,
      complaintReconciler: lambdas.get('complaint-reconciler').functionArn,
      complaintFileWorker: lambdas.get('complaint-file-worker').functionArn,
      penaltyReconciler: lambdas.get('penalty-reconciler').functionArn,
      deadlineSweeper: lambdas.get('deadline-sweeper').functionArn,
      leadWorker: lambdas.get('lead-worker').functionArn,
    };
  }
}
