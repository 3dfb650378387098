import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * A large document as bytes for the database: JSON text in UTF-8, deflated (RFC 1951). A receipt is a tenth of its text, and the
 * database need neither parse nor compress it.
 */
export function packJson(value: unknown): Buffer {
  return deflateRawSync(JSON.stringify(value), { level: 1 });
}

/** What `packJson` packed. */
export function unpackJson(bytes: Uint8Array): unknown {
  return JSON.parse(inflateRawSync(bytes).toString('utf8'));
}
