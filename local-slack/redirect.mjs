// Sends what a program would send to slack.com's Web API to $SLACK_API_URL instead; the program stays as it is:
//   SLACK_API_URL=http://127.0.0.1:3001/api/ node --import ./local-slack/redirect.mjs app.js
const SLACK = 'https://slack.com/api/';
// oxlint-disable-next-line node/no-process-env -- a program of its own, with no other way to be told
const { SLACK_API_URL } = process.env;

if (!SLACK_API_URL || !URL.canParse(SLACK_API_URL)) {
  process.stderr.write('Set SLACK_API_URL to the address of local-slack, such as http://127.0.0.1:3001/api/.\n');
  process.exit(1);
}

const { fetch } = globalThis;
globalThis.fetch = (address, init) => {
  const url = address instanceof Request ? address.url : String(address);
  if (!url.startsWith(SLACK)) return fetch(address, init);
  const there = new URL(url.slice(SLACK.length), SLACK_API_URL);
  return fetch(address instanceof Request ? new Request(there, address) : there, init);
};
