import { createServer, type Socket } from 'node:net';

/** The harmless text that every malware scanner knows, in two parts so that no scanner stops this source. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A stand-in for clamd that speaks INSTREAM and finds EICAR. */
export interface StandInClamd {
  readonly port: number;
  /** `normal`, or how it fails. */
  läge: 'normal' | 'svarar-inte' | 'stryper' | 'obegripligt';
  stop(): Promise<void>;
}

/** Starts on a free local port; `störst` is the daemon's StreamMaxLength in bytes. */
export async function startStandInClamd(störst: number = 25 * 1024 * 1024): Promise<StandInClamd> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    let received = Buffer.alloc(0);
    socket.on('data', (data: Buffer) => {
      if (standIn.läge === 'stryper') return socket.destroy();
      received = Buffer.concat([received, data]);
      const answer = svara(received, störst);
      if (answer === undefined || standIn.läge === 'svarar-inte') return;
      socket.end(`${standIn.läge === 'obegripligt' ? 'stream: maybe' : answer}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const standIn: StandInClamd = {
    port: typeof address === 'object' && address ? address.port : 0,
    läge: 'normal',
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return standIn;
}

/** The answer when the stream has ended; undefined while more is to come. */
function svara(received: Buffer, störst: number): string | undefined {
  const command = 'zINSTREAM\0';
  if (received.length < command.length) return undefined;
  if (received.subarray(0, command.length).toString('latin1') !== command) return 'UNKNOWN COMMAND';
  const pieces: Buffer[] = [];
  let total = 0;
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0)
      return Buffer.concat(pieces).includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
    total += length;
    if (total > störst) return 'INSTREAM size limit exceeded. ERROR';
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
