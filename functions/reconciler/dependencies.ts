import { resumeDeps } from '../../shared/adapters/drawDeps.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoDrawDesk } from '../../shared/adapters/dynamoDrawDesk.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { once } from '../../shared/adapters/once.ts';
import type { ReconcilerDeps } from './handler.ts';

export const dependencies = once(
  (): ReconcilerDeps => ({
    ...resumeDeps(),
    desk: new DynamoDrawDesk(documentClient(), environment('CORE_TABLE')),
  }),
);
