import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';

const LONGEST = 10 * 1024 * 1024;

/**
 * Makes the folder of the data, which is for its owner alone: there are people's words in it.
 * @throws {Error} with a sentence, if it cannot be had
 */
export function openData(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { mode, uid } = statSync(folder);
    if (uid === process.getuid?.() && mode & 0o077) chmodSync(folder, mode & 0o700);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (['EEXIST', 'ENOTDIR'].includes(error.code))
      throw new Error(`${folder} is not a folder: remove it, so that the data can be kept there.`, { cause: error });
    if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(error.code))
      throw new Error(`The folder ${folder} cannot be written: make it writable for this user and start again.`, {
        cause: error,
      });
    throw error;
  }
}

/** Goes on with the log of the starts before; a long one is laid aside. */
export function openLog(file) {
  try {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LONGEST) renameSync(file, `${file}.1`);
    return openSync(file, 'a', 0o600);
  } catch (error) {
    throw new Error(`The log ${file} cannot be written (${error.code}): remove it, or make it this user's.`, {
      cause: error,
    });
  }
}

/** A key of this folder's own for what is masked here, made once, beside the database and not in it: enough to try it. */
export function keysIn(file) {
  if (!existsSync(file)) writeFileSync(file, `local:${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
