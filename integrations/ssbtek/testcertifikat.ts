import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A certificate and its key as PEM texts, for tests of mutual TLS. */
export interface Testcertifikat {
  cert: string;
  key: string;
}

/** A certificate authority for tests that issues certificates for 127.0.0.1, both for servers and for clients. */
export function testutfärdare(namn: string): Testcertifikat & { utfärda(namn: string): Testcertifikat } {
  const nyckel = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    cert: certifikat(namn, nyckel, namn, nyckel, true),
    key: pem(nyckel),
    utfärda: (för) => {
      const egen = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
      return { cert: certifikat(för, egen, namn, nyckel, false), key: pem(egen) };
    },
  };
}

const der = (tag: number, ...delar: Buffer[]): Buffer => {
  const innehåll = Buffer.concat(delar);
  const n = innehåll.length;
  const längd = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255];
  return Buffer.concat([Buffer.from([tag, ...längd]), innehåll]);
};
const sekvens = (...delar: Buffer[]) => der(0x30, ...delar);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const ECDSA_SHA256 = sekvens(oid('2a8648ce3d040302'));

/** X.509 v3 (RFC 5280), as little of it as TLS asks for. */
function certifikat(för: string, nyckel: KeyObject, av: string, avsNyckel: KeyObject, utfärdare: boolean): string {
  const namn = (text: string) => sekvens(der(0x31, sekvens(oid('550403'), der(0x0c, Buffer.from(text)))));
  const tid = (text: string) => der(0x18, Buffer.from(text));
  const tillägg = utfärdare
    ? sekvens(oid('551d13'), der(0x01, Buffer.from([255])), der(0x04, sekvens(der(0x01, Buffer.from([255])))))
    : sekvens(oid('551d11'), der(0x04, sekvens(der(0x87, Buffer.from([127, 0, 0, 1])))));
  const innehåll = sekvens(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([utfärdare ? 1 : 2 + (för.length % 100)])),
    ECDSA_SHA256,
    namn(av),
    sekvens(tid('20200101000000Z'), tid('21200101000000Z')),
    namn(för),
    createPublicKey(nyckel).export({ type: 'spki', format: 'der' }),
    der(0xa3, sekvens(tillägg)),
  );
  const signatur = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', innehåll, avsNyckel)]));
  const base64 = sekvens(innehåll, ECDSA_SHA256, signatur).toString('base64').replace(/.{64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
}
