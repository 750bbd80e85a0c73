import type { ServerResponse } from 'node:http';
import { AwsError } from '../aws/awsError.ts';

/** Text for an XML element. */
export function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

const HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n';

export function writeXml(response: ServerResponse, status: number, xml: string): void {
  const body = HEADER + xml;
  response.writeHead(status, {
    'content-type': 'application/xml',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

/** Writes an error in the form of S3. HEAD answers carry no body, so the status must say enough. */
export function writeS3Error(response: ServerResponse, error: unknown, isHead: boolean): void {
  const { name, message, status } =
    error instanceof AwsError ? error : { name: 'InternalError', message: String(error), status: 500 };
  if (isHead) response.writeHead(status).end();
  else {
    writeXml(
      response,
      status,
      `<Error><Code>${escapeXml(name)}</Code><Message>${escapeXml(message)}</Message></Error>`,
    );
  }
}
