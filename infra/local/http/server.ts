import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export interface LocalServer {
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  /** Who answers; may be set after the port is known. */
  handle(handler: Handler): void;
  close(): Promise<void>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Thrown by `readBody` when the request is longer than the limit. */
export class BodyTooLarge extends Error {}

/** Reads a whole request body. @throws BodyTooLarge */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(part);
    size += bytes.length;
    // Read on to the end: closing early would reset the connection before the answer is seen.
    if (size <= limit) parts.push(bytes);
  }
  if (size > limit) throw new BodyTooLarge(`more than ${limit} bytes`);
  return Buffer.concat(parts);
}

/** A name server could map a foreign name to the loopback address; only our own names are served. */
function isOwnHost(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return host === '127.0.0.1' || host === 'localhost' || host === '[::1]';
}

/** What to say when a port cannot be bound. */
export function portProblem(port: number, error: Error): Error {
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error;
  return new Error(
    `端口 ${port} 已被占用，可用 PORT_BASE=9100 换一组端口。 Port ${port} is taken. PORT_BASE=9100 moves all ports.`,
  );
}

/** Connections that may wait to be taken: in a burst the usual 511 are reached, and those above are cut off. */
const BACKLOG = 4_096;

/** Listens on the loopback address; port 0 takes any free one. */
export function listen(port: number): Promise<LocalServer> {
  let handler: Handler = (_, response) => {
    response.writeHead(503, { 'retry-after': '1' }).end('starting');
  };
  const server = createServer((request, response) => {
    if (!isOwnHost(request)) {
      response.writeHead(421).end('Misdirected Request');
      return;
    }
    Promise.resolve(handler(request, response)).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(error instanceof BodyTooLarge ? 413 : 500);
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portProblem(port, error)));
    server.listen({ port, host: '127.0.0.1', backlog: BACKLOG }, () => {
      const bound = server.address();
      const actual = typeof bound === 'object' && bound ? bound.port : port;
      resolve({
        port: actual,
        address: `http://127.0.0.1:${actual}`,
        handle: (given) => {
          handler = given;
        },
        close: () => close(server),
      });
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
