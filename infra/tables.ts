import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, type TableProps } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type IndexName, indexPrefixes, listAttributes } from '../shared/adapters/coreTable.ts';

const string = (name: string) => ({ name, type: AttributeType.STRING });

/** Request units a second beyond which a table throttles: a fuse against a loop that costs money. */
export const fuse = { maxReadRequestUnits: 2_000, maxWriteRequestUnits: 1_000 };

const kept: TableProps = {
  partitionKey: string('pk'),
  sortKey: string('sk'),
  billingMode: BillingMode.PAY_PER_REQUEST,
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
  ...fuse,
};

/** The database: core (single table), vault (encrypted identities and secrets), audit (append only). */
export class Tables extends Construct {
  readonly core: Table;
  readonly vault: Table;
  readonly audit: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.core = new Table(this, 'Core', { ...kept, timeToLiveAttribute: 'ttl' });
    for (const [indexName, prefix] of Object.entries(indexPrefixes) as [IndexName, string][]) {
      this.core.addGlobalSecondaryIndex({
        indexName,
        partitionKey: string(`${prefix}pk`),
        sortKey: string(`${prefix}sk`),
        ...projection(indexName),
        ...fuse,
      });
    }
    this.vault = new Table(this, 'Vault', kept);
    this.audit = new Table(this, 'Audit', { ...kept, resourcePolicy: appendOnly() });
  }
}

function projection(index: IndexName): { projectionType: ProjectionType; nonKeyAttributes?: string[] } {
  return index === 'queue'
    ? { projectionType: ProjectionType.KEYS_ONLY }
    : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...listAttributes] };
}

/**
 * Nobody changes or deletes an audit entry, whatever their own policies allow. A put that would replace an entry
 * is refused by the condition of the append; the daily root shows it if it ever happened.
 */
function appendOnly(): PolicyDocument {
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: 'AppendOnly',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: [
          'dynamodb:UpdateItem',
          'dynamodb:DeleteItem',
          'dynamodb:BatchWriteItem',
          'dynamodb:PartiQLUpdate',
          'dynamodb:PartiQLDelete',
        ],
        // The policy is part of the table: its own ARN cannot be named here.
        resources: ['*'],
      }),
    ],
  });
}
