import * as z from 'zod';
import type { BucketRules } from '../s3/objectStore.ts';
import type { Stack } from './stack.ts';

const retention = z.looseObject({
  Mode: z.string(),
  Days: z.coerce.number().optional(),
  Years: z.coerce.number().optional(),
});

const corsRule = z.looseObject({
  AllowedOrigins: z.array(z.string()),
  AllowedMethods: z.array(z.string()),
  AllowedHeaders: z.array(z.string()).default([]),
  ExposedHeaders: z.array(z.string()).default([]),
  MaxAge: z.coerce.number().optional(),
});

const bucketProperties = z.looseObject({
  VersioningConfiguration: z.looseObject({ Status: z.string() }).optional(),
  ObjectLockConfiguration: z
    .looseObject({ Rule: z.looseObject({ DefaultRetention: retention }).optional() })
    .optional(),
  CorsConfiguration: z.looseObject({ CorsRules: z.array(corsRule) }).optional(),
});

/** The buckets of a stack with the rules that are kept here: versioning, object lock and cross-origin requests. */
export function readBuckets(stack: Stack): readonly BucketRules[] {
  return stack.ofType('AWS::S3::Bucket').map(({ name, properties }): BucketRules => {
    const { VersioningConfiguration, ObjectLockConfiguration, CorsConfiguration } =
      bucketProperties.parse(properties);
    const rule = ObjectLockConfiguration?.Rule?.DefaultRetention;
    return {
      name,
      versioned: VersioningConfiguration?.Status === 'Enabled',
      defaultRetention: rule && { mode: rule.Mode, days: rule.Days ?? (rule.Years ?? 0) * 365 },
      cors: (CorsConfiguration?.CorsRules ?? []).map((one) => ({
        origins: one.AllowedOrigins,
        methods: one.AllowedMethods,
        headers: one.AllowedHeaders,
        exposed: one.ExposedHeaders,
        maxAge: one.MaxAge,
      })),
    };
  });
}
