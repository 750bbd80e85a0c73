import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * The document client of a function, made once per process. Undefined values are dropped, because an
 * optional field that is not set has no attribute. Throttles and transaction conflicts are retried by the
 * SDK with jitter; three attempts keep a page's answer under its budget.
 */
export function documentClient(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 3 }), {
    marshallOptions: { removeUndefinedValues: true },
  });
}
