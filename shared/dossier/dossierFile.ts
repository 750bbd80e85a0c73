import * as z from 'zod/mini';
import { utf8 } from '../draw/bytes.ts';
import { canonicalJson } from '../draw/canonicalJson.ts';
import { readShape } from '../draw/shape.ts';
import { parseStrictJson } from '../draw/strictJson.ts';
import { problem, type Result } from '../problem.ts';

/** The bytes of a dossier's file: canonical, with a newline at the end. */
export function dossierFileBytes(dossier: { readonly v: string }): Uint8Array {
  return utf8(`${canonicalJson(dossier)}\n`);
}

/**
 * A dossier of one kind from the bytes of its file. Problems: `dossier.other` when it says it is something else,
 * `draw.record.notUtf8`, `draw.json.*` with the position, `draw.shape.*` with the path as field.
 */
export function readDossierFile<Dossier>(
  bytes: Uint8Array,
  version: string,
  schema: z.ZodMiniType<Dossier>,
): Result<Dossier> {
  const content = textOf(bytes);
  if (content === undefined) return problem('draw.record.notUtf8');
  const json = parseStrictJson(content);
  if (!json.ok) return json;
  const named = z.looseObject({ v: z.literal(version) }).safeParse(json.value);
  return named.success ? readShape(schema, json.value) : problem('dossier.other');
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
