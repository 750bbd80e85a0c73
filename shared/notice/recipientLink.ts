/** Purpose of the links with which agencies and inspectors open what concerns them in one draw. */
export const RECIPIENT_PURPOSE = 'recipient';

export interface Recipient {
  readonly draw: string;
  readonly type: 'agency' | 'inspector';
  /** Unified social credit code of the agency, id of the inspector. */
  readonly id: string;
}

/** The subject of the recipient's signed link. */
export function recipientSubject({ draw, type, id }: Recipient): string {
  return `${draw}|${type}|${id}`;
}

/** What a link's subject says; undefined when it is none of ours. */
export function readRecipient(subject: string): Recipient | undefined {
  const [draw, type, id, ...rest] = subject.split('|');
  if (draw === undefined || draw === '' || id === undefined || id === '' || rest.length > 0) return undefined;
  return type === 'agency' || type === 'inspector' ? { draw, type, id } : undefined;
}
