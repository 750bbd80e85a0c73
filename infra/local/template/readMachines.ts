import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { MachineSource } from '../machines/stateMachines.ts';
import type { Stack } from './stack.ts';

const machineProperties = z.looseObject({
  DefinitionString: z.string().optional(),
  Definition: z.record(z.string(), z.unknown()).optional(),
  DefinitionS3Location: z.looseObject({ Key: z.string() }).optional(),
  DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
  StateMachineType: z.enum(['STANDARD']).default('STANDARD'),
});

/** The state machines of a stack, with `${Name}` replaced from DefinitionSubstitutions. */
export function readMachines(stack: Stack): readonly MachineSource[] {
  return stack.ofType('AWS::StepFunctions::StateMachine').map((resource): MachineSource => {
    const parsed = machineProperties.safeParse(resource.properties);
    if (!parsed.success) {
      throw new Error(`${resource.logicalId} cannot be run locally: ${z.prettifyError(parsed.error)}`);
    }
    const { DefinitionString, Definition, DefinitionS3Location, DefinitionSubstitutions } = parsed.data;
    const text =
      DefinitionString ??
      (Definition === undefined ? undefined : JSON.stringify(Definition)) ??
      (DefinitionS3Location === undefined
        ? undefined
        : readFileSync(stack.asset(DefinitionS3Location.Key), 'utf8'));
    if (text === undefined) throw new Error(`${resource.logicalId} has no definition`);
    const definition = text.replace(/\$\{([A-Za-z0-9_]+)\}/g, (whole, name: string) => {
      const value = DefinitionSubstitutions[name];
      return value === undefined ? whole : JSON.stringify(value).slice(1, -1);
    });
    return { name: resource.name, arn: resource.attribute('Arn'), definition };
  });
}
