import { createServer } from 'node:net';
import { type LocalServer, listen } from './http/server.ts';
import { PORT_OFFSETS, type PortName } from './settings.ts';

/** A port that is free now, for what can only be told a number. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const bound = probe.address();
      const port = typeof bound === 'object' && bound ? bound.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

export interface OpenPorts {
  readonly console: LocalServer;
  readonly public: LocalServer;
  readonly publicity: LocalServer;
  readonly tools: LocalServer;
  readonly aws: LocalServer;
  readonly credit: LocalServer;
  /** Numbers for the servers that listen by themselves. */
  readonly oidc: number;
  readonly smtp: number;
  close(): Promise<void>;
}

/** The number of a port; with base 0 every port is any free one. */
function numberOf(name: PortName, base: number): number {
  return base === 0 ? 0 : base + PORT_OFFSETS[name];
}

/** Binds every HTTP port of one runtime; gives back those it bound when one is taken. */
export async function openPorts(base: number): Promise<OpenPorts> {
  const open: LocalServer[] = [];
  const bind = async (name: PortName) => {
    const server = await listen(numberOf(name, base));
    open.push(server);
    return server;
  };
  const close = async () => void (await Promise.all(open.map((server) => server.close())));
  try {
    return {
      console: await bind('console'),
      public: await bind('public'),
      publicity: await bind('publicity'),
      tools: await bind('tools'),
      aws: await bind('aws'),
      credit: await bind('credit'),
      oidc: base === 0 ? await freePort() : numberOf('oidc', base),
      smtp: numberOf('smtp', base),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
