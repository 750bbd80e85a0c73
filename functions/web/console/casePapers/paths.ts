import type { CasePaper } from '../../../../shared/notice/casePaper.ts';

/** Sections of the console by the prefix of their case ids. */
const sections: Readonly<Record<string, string>> = {
  CP: '/complaints',
  NL: '/listings',
  PN: '/penalties',
  RP: '/repairs',
};

/** @param caseId with its prefix */
export function casePagePath(caseId: string): string {
  const at = caseId.indexOf('#');
  const section = sections[caseId.slice(0, at)];
  if (section === undefined) throw new Error(`no pages show ${caseId}`);
  return `${section}/${encodeURIComponent(caseId.slice(at + 1))}`;
}

/** What a paper is called in its address: one order can be written to two parties. */
export function paperName({ occasion, recipient }: Pick<CasePaper, 'occasion' | 'recipient'>): string {
  return `${occasion}.${recipient.type}`;
}

/** The papers of a case. */
export const papersPath = (caseId: string) => `${casePagePath(caseId)}/papers`;

/** The paper on A4; its service is under it. */
export function paperPath(paper: Pick<CasePaper, 'case' | 'occasion' | 'recipient'>): string {
  return `${papersPath(paper.case)}/${encodeURIComponent(paperName(paper))}`;
}
