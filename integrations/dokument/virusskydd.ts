import { connect } from 'node:net';

/** What a malware scanner says about a file. `kunde-inte`: it could not be asked, so nothing is known. */
export type Virussvar = { slag: 'ren' } | { slag: 'skadlig'; namn: string } | { slag: 'kunde-inte'; skäl: string };

/** Looks for malware in a file. */
export interface Virusskydd {
  kontrollera(bytes: Uint8Array): Promise<Virussvar>;
}

/** Where a clamd listens. */
export type Clamdadress = { host: string; port: number } | { path: string };

/** Reads `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`; undefined when it is neither. */
export function läsClamdadress(text: string): Clamdadress | undefined {
  const [, path] = /^unix:(\/.+)$/.exec(text) ?? [];
  if (path) return { path };
  const [, host, port] = /^tcp:\/\/([\w.-]+|\[[0-9a-f:]+\]):(\d{1,5})$/i.exec(text) ?? [];
  return host && Number(port) < 65536 ? { host: host.replace(/^\[|\]$/g, ''), port: Number(port) } : undefined;
}

/** Largest piece of an INSTREAM message, in bytes. */
const PIECE = 64 * 1024;
/** Longest answer that is read, in bytes. */
const LONGEST_ANSWER = 4096;

/**
 * A ClamAV daemon, asked with INSTREAM: the file goes over the connection and nothing is written to disk on either side.
 * A daemon that is down, slow, or answers something else gives `kunde-inte`; nobody's file is called clean because of it.
 *
 * @param tidsgräns milliseconds until the daemon is given up
 */
export function clamd(adress: Clamdadress, tidsgräns: number = 30_000): Virusskydd {
  return {
    kontrollera: (bytes) =>
      new Promise((resolve) => {
        const socket = connect(adress);
        let answer = '';
        const end = (svar: Virussvar) => {
          clearTimeout(timer);
          socket.destroy();
          resolve(svar);
        };
        const timer = setTimeout(() => end({ slag: 'kunde-inte', skäl: 'Svaret kom inte i tid.' }), tidsgräns);
        socket.on('error', (fault) => end(read(answer) ?? { slag: 'kunde-inte', skäl: fault.message }));
        socket.on('data', (data) => {
          answer += data.toString('latin1');
          if (answer.length > LONGEST_ANSWER) end({ slag: 'kunde-inte', skäl: 'Svaret var för långt.' });
          else if (answer.includes('\0'))
            end(read(answer) ?? { slag: 'kunde-inte', skäl: 'Svaret gick inte att tolka.' });
        });
        socket.on('end', () => end(read(answer) ?? { slag: 'kunde-inte', skäl: 'Svaret gick inte att tolka.' }));
        socket.on('connect', () => {
          socket.write('zINSTREAM\0');
          for (let at = 0; at < bytes.length; at += PIECE) {
            const piece = bytes.subarray(at, at + PIECE);
            const length = Buffer.alloc(4);
            length.writeUInt32BE(piece.length);
            socket.write(length);
            socket.write(piece);
          }
          socket.write(Buffer.alloc(4));
        });
      }),
  };
}

/** `stream: OK` or `stream: NAME FOUND`; anything else says nothing about the file. */
function read(answer: string): Virussvar | undefined {
  const text = answer.replace(/\0[\s\S]*$/, '').trim();
  if (text === 'stream: OK') return { slag: 'ren' };
  const [, namn] = /^stream: (.+) FOUND$/.exec(text) ?? [];
  return namn ? { slag: 'skadlig', namn } : undefined;
}
