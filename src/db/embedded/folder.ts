import { chmod, mkdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** Where the server keeps its things. The major version is in the name: a later one will stand beside it. */
export type Folder = {
  root: string;
  data: string;
  log: string;
  /** What the passwords come from. */
  secret: string;
  /** One file per user of the server. */
  users: string;
  /** Who may start or stop it just now. */
  turns: string;
};

export async function openFolder(dataDir: string): Promise<Folder> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const root = await realpath(dataDir);
  const { uid, mode } = await stat(root);
  if (uid === process.getuid?.() && (mode & 0o077) !== 0) await chmod(root, mode & 0o700);
  const at = (name: string): string => path.join(root, name);
  const folder = {
    root,
    data: at('pg17'),
    log: at('pg17.log'),
    secret: at('pg17.secret'),
    users: at('pg17.users'),
    turns: at('pg17.turns'),
  };
  await mkdir(folder.users, { recursive: true });
  await mkdir(folder.turns, { recursive: true });
  return folder;
}
