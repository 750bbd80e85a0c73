import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const resourceSchema = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
});

const templateSchema = z.looseObject({
  Parameters: z
    .record(z.string(), z.looseObject({ Type: z.string(), Default: z.unknown().optional() }))
    .default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z.record(z.string(), z.looseObject({ Value: z.unknown() })).default({}),
});

export type Template = z.infer<typeof templateSchema>;
export type Resource = z.infer<typeof resourceSchema>;

/** A synthesised template and where the assets it names lie on disk (asset hash → folder or file). */
export interface Assembly {
  readonly template: Template;
  readonly assets: ReadonlyMap<string, string>;
}

const assetsSchema = z.looseObject({
  files: z.record(z.string(), z.looseObject({ source: z.looseObject({ path: z.string() }) })).default({}),
});

/**
 * Reads the one template of a folder that `cdk synth` (or `node infra/app.ts`) wrote, with its assets.
 * Throws when the folder holds no template or more than one.
 */
export function readAssembly(folder: string): Assembly {
  const templates = readdirSync(folder).filter((name) => name.endsWith('.template.json'));
  const [name, ...more] = templates;
  if (!name || more.length > 0) {
    throw new Error(`${folder} must hold exactly one *.template.json, found ${templates.length}`);
  }
  const template = templateSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const assets = new Map<string, string>();
  for (const entry of readdirSync(folder)) {
    const match = /^asset\.([0-9a-f]{64})(\.[a-z]+)?$/.exec(entry);
    if (match?.[1]) assets.set(match[1], join(folder, entry));
  }
  const manifest = join(folder, name.replace(/\.template\.json$/, '.assets.json'));
  if (existsSync(manifest)) {
    const { files } = assetsSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
    for (const [hash, { source }] of Object.entries(files)) assets.set(hash, join(folder, source.path));
  }
  return { template, assets };
}
