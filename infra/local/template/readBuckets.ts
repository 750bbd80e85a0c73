import * as z from 'zod';
import type { BucketRules } from '../s3/objectStore.ts';
import type { Stack } from './stack.ts';

const retention = z.looseObject({
  Mode: z.string(),
  Days: z.coerce.number().optional(),
  Years: z.coerce.number().optional(),
});

const bucketProperties = z.looseObject({
  VersioningConfiguration: z.looseObject({ Status: z.string() }).optional(),
  ObjectLockConfiguration: z
    .looseObject({ Rule: z.looseObject({ DefaultRetention: retention }).optional() })
    .optional(),
});

/** The buckets of a stack with the rules that are kept here: versioning and object lock. */
export function readBuckets(stack: Stack): readonly BucketRules[] {
  return stack.ofType('AWS::S3::Bucket').map(({ name, properties }): BucketRules => {
    const { VersioningConfiguration, ObjectLockConfiguration } = bucketProperties.parse(properties);
    const rule = ObjectLockConfiguration?.Rule?.DefaultRetention;
    return {
      name,
      versioned: VersioningConfiguration?.Status === 'Enabled',
      defaultRetention: rule && { mode: rule.Mode, days: rule.Days ?? (rule.Years ?? 0) * 365 },
    };
  });
}
