import type { PaperBlock } from './paper.ts';

/** What somebody wrote in a field of several lines, as paragraphs of a paper. */
export function textBlocks(text: string): readonly PaperBlock[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', text: line }));
}
