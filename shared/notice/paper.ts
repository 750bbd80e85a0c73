/** One numbered or plain paragraph of a paper. */
export type PaperBlock =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  /** Label and value, e.g. the time and place of the visit. */
  | { readonly type: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly type: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/**
 * An official paper as data: mail, page and print are made from the same words. Plain text throughout;
 * whoever renders it escapes it.
 */
export interface Paper {
  readonly office: string;
  readonly title: string;
  readonly number: string;
  /** Whom it is addressed to, without the colon; `''` on a paper that is kept in the file. */
  readonly addressee: string;
  readonly blocks: readonly PaperBlock[];
  /** Contact line of the office. */
  readonly contact: string;
  /** `2026年11月2日`. */
  readonly date: string;
  /** What a reader has to know of the paper itself, below the contact line. */
  readonly notes?: readonly string[];
  /** One English line on what the paper is; it has no legal effect. */
  readonly summaryEn: string;
}

/** The paper as plain text, lines ending in LF: the text part of a mail. */
export function paperText(paper: Paper): string {
  const to = paper.addressee === '' ? [] : [`${paper.addressee}：`, ''];
  const lines = [paper.office, paper.title, paper.number, '', ...to];
  for (const block of paper.blocks) lines.push(...blockText(block), '');
  lines.push(paper.contact, ...(paper.notes ?? []), '', paper.office, paper.date);
  return lines.join('\n');
}

function blockText(block: PaperBlock): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.text];
    case 'list':
      return block.items.map((item, index) => `${index + 1}. ${item}`);
    case 'facts':
      return block.rows.map(([label, value]) => `${label}：${value}`);
    case 'table':
      return [
        block.caption,
        ...block.rows.map((row) => row.map((cell, i) => `${block.head[i] ?? ''}：${cell}`).join('；')),
      ];
  }
}
