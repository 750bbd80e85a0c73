/** The only keys that a log line of the web functions may have. Nothing a person typed is among them. */
const allowed = [
  'requestId',
  'route',
  'method',
  'status',
  'durationMs',
  'actorId',
  'error',
  'frames',
] as const;

export type LogFields = Partial<Record<(typeof allowed)[number], string | number | undefined>>;

/** The part of a structured logger that is used here. */
export interface LineWriter {
  info(message: string, fields: Record<string, unknown>): void;
  error(message: string, fields: Record<string, unknown>): void;
}

/** Keeps the allowed keys and drops everything else, whatever a caller hands in. */
export function allowedFields(fields: Readonly<Record<string, unknown>>): LogFields {
  const kept: LogFields = {};
  for (const key of allowed) {
    const value = fields[key];
    if (typeof value === 'string' || typeof value === 'number') kept[key] = value;
  }
  return kept;
}

/**
 * Name and call stack of a fault without its message: messages quote the data they failed on.
 */
export function faultFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
    .join(' | ');
  return { error: error.name, frames };
}

/** A log of requests that cannot say too much. */
export function requestLog(writer: LineWriter): {
  request(fields: LogFields): void;
  fault(fields: LogFields): void;
} {
  return {
    request: (fields) => writer.info('request', { ...allowedFields(fields) }),
    fault: (fields) => writer.error('fault', { ...allowedFields(fields) }),
  };
}

export type RequestLog = ReturnType<typeof requestLog>;
