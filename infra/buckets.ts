import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  HttpMethods,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Parameters } from './parameters.ts';

const closed: BucketProps = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  removalPolicy: RemovalPolicy.RETAIN,
};

/** Days for which network logs are kept: more than the six months of 网络安全法 art. 23. */
const accessLogDays = 400;

/** Draw records and audit roots, uploads, evidence, the public site, and the access logs of all but the uploads. */
export class Buckets extends Construct {
  readonly records: Bucket;
  readonly uploads: Bucket;
  readonly evidence: Bucket;
  readonly publicity: Bucket;
  readonly accessLogs: Bucket;

  constructor(scope: Construct, id: string, parameters: Parameters) {
    super(scope, id);
    this.accessLogs = new Bucket(this, 'AccessLogs', {
      ...closed,
      lifecycleRules: [{ expiration: Duration.days(accessLogDays) }],
    });
    this.records = new Bucket(this, 'Records', {
      ...closed,
      ...this.logged('records'),
      versioned: true,
      objectLockEnabled: true,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    lockObjects(this.records, parameters);
    // Without an access log: it would keep the network address of whoever files without a name beside their case.
    this.uploads = new Bucket(this, 'Uploads', {
      ...closed,
      lifecycleRules: [
        { expiration: Duration.days(7), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      cors: [
        {
          allowedOrigins: [parameters.ConsoleUrl.valueAsString, parameters.PublicUrl.valueAsString],
          allowedMethods: [HttpMethods.POST],
          allowedHeaders: ['content-type'],
          maxAge: 3600,
        },
      ],
    });
    // No Object Lock and no expiry: what it holds about persons must be erasable when a dated rule says so, not before.
    this.evidence = new Bucket(this, 'Evidence', {
      ...closed,
      ...this.logged('evidence'),
      versioned: true,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    this.publicity = new Bucket(this, 'Publicity', {
      ...closed,
      ...this.logged('publicity'),
      versioned: true,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(400),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
  }

  private logged(prefix: string): BucketProps {
    // The interfaces of the CDK are not written for exactOptionalPropertyTypes.
    const serverAccessLogsBucket = this.accessLogs as IBucket;
    return { serverAccessLogsBucket, serverAccessLogsPrefix: `${prefix}/` };
  }
}

/** The default retention is a parameter, which the L2 construct cannot take. */
function lockObjects(bucket: Bucket, parameters: Parameters): void {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) throw new Error('A bucket without a bucket resource');
  resource.objectLockConfiguration = {
    objectLockEnabled: 'Enabled',
    rule: {
      defaultRetention: {
        mode: parameters.RecordRetentionMode.valueAsString,
        days: parameters.RecordRetentionDays.valueAsNumber,
      },
    },
  };
}
