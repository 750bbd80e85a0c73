import * as z from 'zod';
import { AwsError } from './awsError.ts';

/** One operation of one service: takes the parsed JSON body, gives the JSON answer. */
export type Operation = (input: unknown) => Promise<unknown> | unknown;

/** Operations by `x-amz-target`. */
export type OperationTable = Readonly<Record<string, Operation>>;

/** An operation whose input is checked first; a wrong one is a ValidationException. */
export function operation<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.infer<Schema>) => Promise<unknown> | unknown,
): Operation {
  return (input) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw new AwsError('ValidationException', z.prettifyError(parsed.error));
    return run(parsed.data);
  };
}
