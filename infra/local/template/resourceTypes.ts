/** What one resource is called on this machine. */
export interface Identity {
  readonly logicalId: string;
  /** The physical name: the one the template gives, else made from the logical id. */
  readonly name: string;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** Properties with intrinsics resolved as far as the name needs them. */
  text(property: string): string | undefined;
  /** Loopback address of an HTTP API or the AWS endpoint. */
  address(of: 'api' | 'aws'): string;
}

interface ResourceType {
  /** Property that may carry the physical name. */
  readonly nameProperty?: string;
  readonly ref: (it: Identity) => string;
  readonly attributes: Readonly<Record<string, (it: Identity) => string>>;
}

const arn =
  (service: string, path: (it: Identity) => string) =>
  (it: Identity): string =>
    `arn:${it.partition}:${service}:${it.region}:${it.account}:${path(it)}`;

const globalArn =
  (service: string, path: (it: Identity) => string) =>
  (it: Identity): string =>
    `arn:${it.partition}:${service}:::${path(it)}`;

const byName = (it: Identity) => it.name;
const silent = (attributes: ResourceType['attributes'] = {}): ResourceType => ({ ref: byName, attributes });

const tableArn = arn('dynamodb', (it) => `table/${it.name}`);
const table: ResourceType = {
  nameProperty: 'TableName',
  ref: byName,
  attributes: { Arn: tableArn, TableId: byName, StreamArn: (it) => `${tableArn(it)}/stream/local` },
};
const functionArn = arn('lambda', (it) => `function:${it.name}`);
const machineArn = arn('states', (it) => `stateMachine:${it.name}`);
const queueUrl = (it: Identity) => `${it.address('aws')}/${it.account}/${it.name}`;
const roleArn = (it: Identity) => `arn:${it.partition}:iam::${it.account}:role/${it.name}`;
const suffixed = (of: string, suffix: string) => (it: Identity) => `${it.text(of) ?? ''}:${suffix}`;

/**
 * Every resource type this runtime takes from a template, with its `Ref` and `Fn::GetAtt` values. Types that
 * have no effect on one machine (policies, alarms, log groups) are listed so that nothing is ignored silently:
 * a type that is missing here stops the start.
 */
const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::Lambda::Function': {
    nameProperty: 'FunctionName',
    ref: byName,
    attributes: { Arn: functionArn },
  },
  'AWS::Lambda::Version': {
    ref: (it) => `${it.text('FunctionName')}:1`,
    attributes: { Version: () => '1', FunctionArn: suffixed('FunctionName', '1') },
  },
  'AWS::Lambda::Alias': {
    ref: (it) => `${it.text('FunctionName')}:${it.text('Name')}`,
    attributes: { AliasArn: (it) => `${it.text('FunctionName')}:${it.text('Name')}` },
  },
  'AWS::Lambda::Permission': silent(),
  'AWS::Lambda::EventInvokeConfig': silent(),
  'AWS::StepFunctions::StateMachine': {
    nameProperty: 'StateMachineName',
    ref: machineArn,
    attributes: { Arn: machineArn, Name: byName, StateMachineRevisionId: () => 'local' },
  },
  'AWS::StepFunctions::StateMachineVersion': {
    ref: suffixed('StateMachineArn', '1'),
    attributes: { Arn: suffixed('StateMachineArn', '1') },
  },
  'AWS::StepFunctions::StateMachineAlias': {
    ref: (it) => `alias:${it.logicalId}`,
    attributes: { Arn: (it) => `alias:${it.logicalId}` },
  },
  'AWS::S3::Bucket': {
    nameProperty: 'BucketName',
    ref: byName,
    attributes: {
      Arn: globalArn('s3', byName),
      DomainName: (it) => `${it.name}.s3.amazonaws.com`,
      RegionalDomainName: (it) => `${it.name}.s3.${it.region}.amazonaws.com`,
    },
  },
  'AWS::S3::BucketPolicy': silent(),
  'AWS::KMS::Key': {
    ref: byName,
    attributes: { Arn: arn('kms', (it) => `key/${it.name}`), KeyId: byName },
  },
  'AWS::KMS::Alias': { nameProperty: 'AliasName', ref: byName, attributes: {} },
  'AWS::SecretsManager::Secret': {
    nameProperty: 'Name',
    ref: arn('secretsmanager', (it) => `secret:${it.name}`),
    attributes: { Id: arn('secretsmanager', (it) => `secret:${it.name}`) },
  },
  'AWS::SecretsManager::ResourcePolicy': silent(),
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    ref: queueUrl,
    attributes: { Arn: arn('sqs', byName), QueueName: byName, QueueUrl: queueUrl },
  },
  'AWS::SQS::QueuePolicy': silent(),
  'AWS::ApiGatewayV2::Api': {
    ref: byName,
    attributes: { ApiEndpoint: (it) => it.address('api'), ApiId: byName },
  },
  'AWS::ApiGatewayV2::Route': { ref: byName, attributes: { RouteId: byName } },
  'AWS::ApiGatewayV2::Integration': { ref: byName, attributes: { IntegrationId: byName } },
  'AWS::ApiGatewayV2::Stage': { nameProperty: 'StageName', ref: byName, attributes: {} },
  'AWS::Scheduler::Schedule': {
    nameProperty: 'Name',
    ref: byName,
    attributes: { Arn: arn('scheduler', (it) => `schedule/default/${it.name}`) },
  },
  'AWS::Scheduler::ScheduleGroup': {
    nameProperty: 'Name',
    ref: byName,
    attributes: { Arn: arn('scheduler', (it) => `schedule-group/${it.name}`) },
  },
  'AWS::Events::Rule': {
    nameProperty: 'Name',
    ref: byName,
    attributes: { Arn: arn('events', (it) => `rule/${it.name}`) },
  },
  'AWS::Logs::LogGroup': {
    nameProperty: 'LogGroupName',
    ref: byName,
    attributes: { Arn: arn('logs', (it) => `log-group:${it.name}:*`) },
  },
  'AWS::Logs::ResourcePolicy': silent(),
  'AWS::Logs::MetricFilter': silent(),
  'AWS::IAM::Role': {
    nameProperty: 'RoleName',
    ref: byName,
    attributes: { Arn: roleArn, RoleId: byName },
  },
  'AWS::IAM::Policy': silent(),
  'AWS::IAM::ManagedPolicy': {
    ...silent(),
    ref: (it) => `arn:${it.partition}:iam::${it.account}:policy/${it.name}`,
  },
  'AWS::CloudWatch::Alarm': {
    nameProperty: 'AlarmName',
    ref: byName,
    attributes: { Arn: arn('cloudwatch', (it) => `alarm:${it.name}`) },
  },
  'AWS::CloudWatch::CompositeAlarm': {
    nameProperty: 'AlarmName',
    ref: byName,
    attributes: { Arn: arn('cloudwatch', (it) => `alarm:${it.name}`) },
  },
  'AWS::CloudWatch::Dashboard': silent(),
  'AWS::SNS::Topic': {
    nameProperty: 'TopicName',
    ref: arn('sns', byName),
    attributes: { TopicArn: arn('sns', byName), TopicName: byName },
  },
  'AWS::SNS::TopicPolicy': silent(),
  'AWS::SNS::Subscription': silent(),
  'AWS::SSM::Parameter': {
    nameProperty: 'Name',
    ref: byName,
    attributes: { Type: (it) => it.text('Type') ?? 'String', Value: (it) => it.text('Value') ?? '' },
  },
  'AWS::CDK::Metadata': silent(),
};

/** The description of a type. Throws with the type's name when this runtime does not know it. */
export function resourceType(type: string, logicalId: string): ResourceType {
  const known = Object.hasOwn(RESOURCE_TYPES, type) ? RESOURCE_TYPES[type] : undefined;
  if (!known) throw new Error(`${logicalId}: the resource type ${type} cannot be run locally`);
  return known;
}
