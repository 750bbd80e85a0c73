/**
 * A case id in an address: `#` ends the path of an address and gateways differ in what they decode, so it is
 * written as `~`, which no id contains.
 */
export function caseSegment(caseId: string): string {
  return encodeURIComponent(caseId.replaceAll('#', '~'));
}

/** The case id of an address; a `#` that came through percent-encoded is taken as it is. */
export function caseIdOf(segment: string): string {
  return segment.replaceAll('~', '#');
}

export function auditPath(caseId: string): string {
  return `/audit/${caseSegment(caseId)}`;
}
