// Bolt's receiver for AWS Lambda. In place of Amazon's gateway, a server of ten lines turns requests into its events.
const { createServer } = require('node:http');
const { App, AwsLambdaReceiver } = require('@slack/bolt');

const receiver = new AwsLambdaReceiver({ signingSecret: process.env.SLACK_SIGNING_SECRET });
const app = new App({ token: process.env.SLACK_BOT_TOKEN, receiver, processBeforeResponse: true });

app.message('are you there', async ({ message, say }) => {
  await say({ text: 'Here I am.', thread_ts: message.ts });
});

app.command('/lambda', async ({ ack, command }) => {
  await ack(`Ran for ${command.user_name}`);
});

async function answer(request, response) {
  let body = '';
  for await (const part of request) body += part;
  const handler = await receiver.start();
  const given = { body, headers: request.headers, isBase64Encoded: false, httpMethod: 'POST', path: '/' };
  const { statusCode, headers, body: said } = await handler(given, {}, () => {});
  response.writeHead(statusCode, headers).end(said);
}

createServer((request, response) => void answer(request, response)).listen(Number(process.env.PORT), '127.0.0.1');
