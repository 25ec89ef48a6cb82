import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';

/** Where the server keeps its things. The major version is in the name: a later one will stand beside it. */
export type Folder = {
  root: string;
  data: string;
  log: string;
  /** One file per user of the server. */
  users: string;
  /** Who may start or stop it just now. */
  turns: string;
};

export async function openFolder(dataDir: string): Promise<Folder> {
  await mkdir(dataDir, { recursive: true });
  const root = await realpath(dataDir);
  const at = (name: string): string => path.join(root, name);
  const folder = { root, data: at('pg17'), log: at('pg17.log'), users: at('pg17.users'), turns: at('pg17.turns') };
  await mkdir(folder.users, { recursive: true });
  await mkdir(folder.turns, { recursive: true });
  return folder;
}
