import type { CellCodec } from './cellCodec.ts';

/**
 * One column of a register. The template, the matching of headers, the import, the export and the form on the
 * page are all made from it.
 */
export type Column = {
  /** The property of the row, dotted when it is nested: `electronicServiceConsent.on`. */
  readonly key: string;
  readonly header: { readonly zh: string; readonly en: string };
  /** Other headers people use. */
  readonly aliases: readonly string[];
  /** Whether a row without it is refused. */
  readonly required: boolean;
  readonly codec: CellCodec;
  /** What to write, for the second sheet of the template and the hint of the form. */
  readonly hint: { readonly zh: string; readonly en: string };
  /** Width in the exported sheet, in characters. */
  readonly width: number;
};

type Options = {
  readonly aliases?: readonly string[];
  readonly optional?: true;
  readonly width?: number;
  readonly hint?: readonly [zh: string, en: string];
};

/** Writes one line of a column table: key, Chinese header, English header, codec, the rest. */
export function column(key: string, zh: string, en: string, codec: CellCodec, options: Options = {}): Column {
  const words = codec.vocabulary;
  const hint = options.hint ?? [
    words === undefined ? '' : words.map((term) => term.zh).join('、'),
    words === undefined ? '' : words.map((term) => term.en).join(', '),
  ];
  return {
    key,
    header: { zh, en },
    aliases: options.aliases ?? [],
    required: options.optional === undefined,
    codec,
    hint: { zh: hint[0], en: hint[1] },
    width: options.width ?? Math.max(10, zh.length * 2 + 2),
  };
}
