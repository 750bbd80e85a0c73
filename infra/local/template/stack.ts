import { createHash } from 'node:crypto';
import { type Meanings, resolveIntrinsics } from './intrinsics.ts';
import { type Identity, resourceType } from './resourceTypes.ts';
import type { Assembly, Resource } from './template.ts';

/** A resource of the template with every intrinsic replaced. */
export interface ResolvedResource {
  readonly logicalId: string;
  readonly type: string;
  readonly name: string;
  readonly ref: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Value of one `Fn::GetAtt`. */
  attribute(name: string): string;
}

export interface Stack {
  ofType(...types: readonly string[]): readonly ResolvedResource[];
  byLogicalId(logicalId: string): ResolvedResource | undefined;
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Folder or file of the asset an S3 key names. Throws when it is not in the assembly. */
  asset(key: string): string;
}

export interface StackSettings {
  readonly region: string;
  readonly account: string;
  /** Local values of template parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Where the AWS endpoint listens. */
  readonly awsAddress: string;
  /** Where an HTTP API listens, by logical id. */
  apiAddress(logicalId: string): string;
}

/** `aws-cn` for the regions of mainland China, `aws` elsewhere. */
export function partitionOf(region: string): 'aws' | 'aws-cn' {
  return region.startsWith('cn-') ? 'aws-cn' : 'aws';
}

function suffixOf(region: string): string {
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
}

/** The logical id without the digest that the CDK appends, unless another resource would be called the same. */
function shortName(logicalId: string, all: readonly string[]): string {
  const stem = logicalId.replace(/[0-9A-F]{8}$/, '');
  const isAlone = all.filter((other) => other.replace(/[0-9A-F]{8}$/, '') === stem).length === 1;
  return stem !== '' && isAlone ? stem : logicalId;
}

/** A physical name as CloudFormation would make one, but readable. S3 buckets must be lower case. */
function madeName(type: string, logicalId: string, all: readonly string[]): string {
  if (type === 'AWS::S3::Bucket') return shortName(logicalId, all).toLowerCase();
  if (type === 'AWS::KMS::Key') {
    const hash = createHash('sha256').update(logicalId).digest('hex');
    return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  }
  if (type === 'AWS::ApiGatewayV2::Api') {
    return createHash('sha256').update(logicalId).digest('hex').slice(0, 10);
  }
  return shortName(logicalId, all);
}

function parameterValues(assembly: Assembly, settings: StackSettings): Map<string, unknown> {
  const values = new Map<string, unknown>([
    ['AWS::Region', settings.region],
    ['AWS::Partition', partitionOf(settings.region)],
    ['AWS::URLSuffix', suffixOf(settings.region)],
    ['AWS::AccountId', settings.account],
    ['AWS::StackName', 'double-random'],
    [
      'AWS::StackId',
      `arn:${partitionOf(settings.region)}:cloudformation:${settings.region}:${settings.account}:stack/double-random/local`,
    ],
    ['AWS::NotificationARNs', []],
    ['AWS::NoValue', undefined],
  ]);
  for (const [name, parameter] of Object.entries(assembly.template.Parameters)) {
    const value = settings.parameters[name] ?? parameter.Default;
    if (value === undefined) throw new Error(`The template parameter ${name} has no local value`);
    values.set(name, parameter.Type === 'CommaDelimitedList' ? String(value).split(',') : value);
  }
  return values;
}

/** Gives every resource of an assembly its local name, address and resolved properties. */
export function resolveStack(assembly: Assembly, settings: StackSettings): Stack {
  const { template, assets } = assembly;
  const values = parameterValues(assembly, settings);
  const find = (logicalId: string): Resource => {
    const resource = Object.hasOwn(template.Resources, logicalId) ? template.Resources[logicalId] : undefined;
    if (!resource) throw new Error(`The template refers to ${logicalId}, which it does not hold`);
    return resource;
  };
  const logicalIds = Object.keys(template.Resources);
  const identities = new Map<string, Identity>();
  const identity = (logicalId: string): Identity => {
    const known = identities.get(logicalId);
    if (known) return known;
    const { Type, Properties } = find(logicalId);
    const { nameProperty } = resourceType(Type, logicalId);
    const text = (property: string) => {
      const value = resolve(Properties[property]);
      return typeof value === 'string' ? value : undefined;
    };
    const made: Identity = {
      logicalId,
      name:
        (nameProperty === undefined ? undefined : text(nameProperty)) ??
        madeName(Type, logicalId, logicalIds),
      partition: partitionOf(settings.region),
      region: settings.region,
      account: settings.account,
      text,
      address: (of) => (of === 'aws' ? settings.awsAddress : settings.apiAddress(logicalId)),
    };
    identities.set(logicalId, made);
    return made;
  };
  const ref = (logicalId: string): string => {
    const { Type, Properties } = find(logicalId);
    if (Type === 'AWS::StepFunctions::StateMachineAlias') return aliasArn(Properties);
    return resourceType(Type, logicalId).ref(identity(logicalId));
  };
  const aliasArn = (properties: Resource['Properties']): string => {
    const routing = resolve(properties['RoutingConfiguration'] ?? [properties['DeploymentPreference']]);
    const first: unknown = Array.isArray(routing) ? routing[0] : undefined;
    const version =
      typeof first === 'object' && first && 'StateMachineVersionArn' in first
        ? first.StateMachineVersionArn
        : '';
    return `${String(version).replace(/:\d+$/, '')}:${String(resolve(properties['Name']))}`;
  };
  const attribute = (logicalId: string, name: string): string => {
    const { Type, Properties } = find(logicalId);
    if (Type === 'AWS::StepFunctions::StateMachineAlias' && name === 'Arn') return aliasArn(Properties);
    const made = resourceType(Type, logicalId).attributes[name];
    if (!made) throw new Error(`${logicalId}: the attribute ${name} of ${Type} is not known locally`);
    return made(identity(logicalId));
  };
  const meanings: Meanings = { values, ref, attribute };
  const resolve = (value: unknown): unknown => resolveIntrinsics(value, template, meanings);

  const gatewayAddresses = Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === 'AWS::ApiGatewayV2::Api')
    .map(([logicalId]) => ({
      deployed: `https://${identity(logicalId).name}.execute-api.${settings.region}.${suffixOf(settings.region)}`,
      local: settings.apiAddress(logicalId),
    }));
  const localise = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return gatewayAddresses.reduce((text, { deployed, local }) => text.replaceAll(deployed, local), value);
    }
    if (Array.isArray(value)) return value.map(localise);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, localise(item)]));
  };

  const resources: ResolvedResource[] = [];
  for (const [logicalId, { Type, Properties, Condition }] of Object.entries(template.Resources)) {
    resourceType(Type, logicalId);
    if (Condition !== undefined && resolve({ Condition }) !== true) continue;
    const properties = localise(resolve(NO_EFFECT.has(Type) ? {} : Properties));
    resources.push({
      logicalId,
      type: Type,
      name: identity(logicalId).name,
      ref: ref(logicalId),
      properties: isRecord(properties) ? properties : {},
      attribute: (name) => attribute(logicalId, name),
    });
  }
  return {
    ofType: (...types) => resources.filter(({ type }) => types.includes(type)),
    byLogicalId: (logicalId) => resources.find((resource) => resource.logicalId === logicalId),
    outputs: Object.fromEntries(
      Object.entries(template.Outputs).map(([name, { Value }]) => [name, localise(resolve(Value))]),
    ),
    asset: (key) => {
      const hash = /[0-9a-f]{64}/.exec(key)?.[0] ?? key;
      const place = assets.get(hash);
      if (!place) throw new Error(`The asset ${key} is not in the assembly`);
      return place;
    },
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Types whose properties mean nothing on one machine: they are not resolved, so that an attribute only a
 * policy or an alarm needs does not stop the start.
 */
const NO_EFFECT: ReadonlySet<string> = new Set([
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Role',
  'AWS::S3::BucketPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::SecretsManager::ResourcePolicy',
  'AWS::Logs::ResourcePolicy',
  'AWS::Logs::MetricFilter',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::CDK::Metadata',
  'AWS::Lambda::Permission',
]);
