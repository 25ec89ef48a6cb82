import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** The keys that seal what was masked; they never stand in the database. The first one seals, all of them unseal. */
export type Ring = readonly [Key, ...Key[]];
type Key = { id: string; key: Buffer };
/** Nonce, tag and sealed words in one, and by which key. */
export type Sealed = { keyId: string; sealed: Buffer };

const CIPHER = 'aes-256-gcm';
const [KEY, NONCE, TAG] = [32, 12, 16];

/** A random nonce each (NIST SP 800-38D, 8.2.2). `about`: to what it belongs; elsewhere it is not unsealed. */
export function seal([{ id, key }]: Ring, words: string, about: string): Sealed {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
  return { keyId: id, sealed: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
}

/** The words again. Null: its key is lost or another one, or it was sealed for another place. */
export function unseal(ring: Ring, { keyId, sealed }: Sealed, about: string): string | null {
  const found = ring.find(({ id }) => id === keyId);
  if (!found || sealed.length < NONCE + TAG) return null;
  const [nonce, tag, body] = [
    sealed.subarray(0, NONCE),
    sealed.subarray(NONCE, NONCE + TAG),
    sealed.subarray(NONCE + TAG),
  ];
  const decipher = createDecipheriv(CIPHER, found.key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(about));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

const EXAMPLE = 'for example MASKING_KEYS=2026:<64 hexadecimal digits>; openssl rand -hex 32  makes one.';
const ENTRY = /^([A-Za-z0-9_-]{1,20}):([0-9a-fA-F]{64})$/;

/** The setting as a ring: `id:key`, with commas between, the current one first. A sentence: what is wrong with it. */
export function ringFrom(setting: string): Ring | string {
  const entries = setting.split(',').map((entry) => ENTRY.exec(entry.trim()));
  const keys = entries.map((entry) => ({ id: entry?.[1] ?? '', key: Buffer.from(entry?.[2] ?? '', 'hex') }));
  const [first, ...others] = keys;
  if (!first || keys.some(({ id, key }) => id === '' || key.length !== KEY))
    return `MASKING_KEYS must be keys of 32 bytes with a name before each, the current one first, ${EXAMPLE}`;
  if (new Set(keys.map(({ id }) => id)).size < keys.length)
    return 'MASKING_KEYS has two keys of one name: what one of them sealed could not be told from the other.';
  return [first, ...others];
}
