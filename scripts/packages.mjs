import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Makes node_modules what package-lock.json says; does nothing, and needs no network, when it already is.
 * @returns {Promise<boolean>} whether the packages are there
 */
export async function installMissing(family, { production }) {
  const [wanted, installed] = [packagesOf('package-lock.json'), packagesOf('node_modules/.package-lock.json')];
  if (isComplete(wanted, installed, production)) return true;
  console.error('Installing packages: this takes a minute the first time.');
  const withoutDev = production && !Object.values(installed).some(({ dev }) => dev);
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(withoutDev ? ['--omit=dev'] : [])];
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] };
  const exit = await (npm ? family.spawn([npm, ...args], options) : family.run('npm', args, options)).exit;
  const told = exit > 128; // a signal: somebody wants it to stop
  if (exit !== 0 && !told) console.error('The packages could not be installed: npm says why above.');
  return exit === 0;
}

/** Whether every package that is needed is there in the version that is wanted. Those for other platforms may lack. */
function isComplete(wanted, installed, production) {
  return Object.entries(wanted).every(([place, { version, dev, devOptional, optional }]) => {
    const found = installed[place];
    if (found) return found.version === version;
    return place === '' || optional || (production && (dev || devOptional));
  });
}

/** npm keeps, inside node_modules, the part of the lock that it has really installed. */
function packagesOf(lock) {
  const file = path.join(root, lock);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).packages ?? {}) : {};
}
