// `npm start`. This file alone must be understood by any Node, so that an old one gets a sentence and not a stack.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 20 || (major === 20 && minor >= 19)) {
  void import('./launch.mjs').then(({ launch }) => launch());
} else {
  console.error(`Threadesk needs Node 20.19 or later, and this is ${process.versions.node}: install a newer one.`);
  process.exitCode = 1;
}
