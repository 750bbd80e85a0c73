import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

type Fault = 'none' | 'rcpt-450' | 'rcpt-550' | 'data-552' | 'drop-after-data' | 'hang-at-rcpt';

/** A mail server on loopback that keeps what it takes and fails on demand. */
export async function startInbox() {
  const mails: { readonly to: readonly string[]; readonly raw: Buffer }[] = [];
  const state = { fault: 'none' as Fault, connections: 0 };
  const refuse = (code: number) => Object.assign(new Error('refused'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onConnect(_session, done) {
      state.connections += 1;
      done();
    },
    onRcptTo(_address, _session, done) {
      if (state.fault === 'rcpt-450') done(refuse(450));
      else if (state.fault === 'rcpt-550') done(refuse(550));
      else if (state.fault !== 'hang-at-rcpt') done();
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (state.fault === 'data-552') {
          done(refuse(552));
          return;
        }
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts),
        });
        // Taken, but the answer never arrives.
        if (state.fault !== 'drop-after-data') done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    state,
    mails,
    port,
    parsed: (): Promise<Email[]> => Promise.all(mails.map(({ raw }) => PostalMime.parse(raw))),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
