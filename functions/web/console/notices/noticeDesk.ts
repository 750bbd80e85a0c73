import type { StoredCase } from '../../../../shared/case/caseStore.ts';
import type { Notice } from '../../../../shared/notice/notice.ts';

/** Reads the notices as the office lists them. */
export interface NoticeDesk {
  /** The notices of one draw in the order of their numbers. */
  ofDraw(draw: string): Promise<readonly StoredCase<Notice>[]>;
  /** Notices that a person has still to serve, the oldest task first. */
  open(limit: number): Promise<readonly StoredCase<Notice>[]>;
  countOpen(): Promise<number>;
}
