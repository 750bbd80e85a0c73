import * as z from 'zod';
import type { ResolvedResource } from '../template/stack.ts';
import { AwsError } from './awsError.ts';
import { type OperationTable, operation } from './operations.ts';

/** GetParameter and GetParameters of SSM over the parameters of the template. */
export function parameterOperations(resources: readonly ResolvedResource[]): OperationTable {
  const describe = ({ name, properties }: ResolvedResource) => ({
    Name: name,
    Type: properties['Type'],
    Value: properties['Value'],
    Version: 1,
  });
  return {
    'AmazonSSM.GetParameter': operation(z.object({ Name: z.string() }), ({ Name }) => {
      const found = resources.find(({ name }) => name === Name);
      if (!found) throw new AwsError('ParameterNotFound', Name);
      return { Parameter: describe(found) };
    }),
    'AmazonSSM.GetParameters': operation(z.object({ Names: z.array(z.string()) }), ({ Names }) => ({
      Parameters: resources.filter(({ name }) => Names.includes(name)).map(describe),
      InvalidParameters: Names.filter((wanted) => !resources.some(({ name }) => name === wanted)),
    })),
  };
}
