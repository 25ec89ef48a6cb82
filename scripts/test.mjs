// `npm test`: installs what is missing and runs the tests; arguments go to vitest.
import path from 'node:path';
import { Family } from './family.mjs';
import { installMissing, root } from './packages.mjs';

const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const family = new Family();

if (await installMissing(family, { production: false })) {
  const run = family.spawn([vitest, 'run', ...process.argv.slice(2)], { stdio: 'inherit', detached: false });
  // The terminal's Ctrl-C reaches vitest by itself; what it does then is worth waiting for.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => run.child.kill('SIGTERM'));
  process.exitCode = await run.exit;
} else process.exitCode = 1;
