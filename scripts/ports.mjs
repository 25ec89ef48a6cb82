import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * The port that was asked for, or the first free one from the usual on.
 * @throws {Error} with a sentence, if the one that was asked for is taken or is none
 */
export async function choosePort({ name, asked, usual, host, not }) {
  if (asked) {
    if (!(/^\d+$/.test(asked) && Number(asked) <= 65_535))
      throw new Error(`${name} is ${JSON.stringify(asked)}, which is no port: choose a number up to 65535.`);
    if (await isFree(Number(asked), host)) return asked;
    throw new Error(`${name} is ${asked}, and another program uses that port: stop it, or choose another port.`);
  }
  for (let port = usual; port < usual + 200; port++)
    if (String(port) !== not && (await isFree(port, host))) return String(port);
  throw new Error(`No port from ${usual} on is free: set ${name}.`);
}

/** Anything but a port in use is left for the one who opens it to complain about. */
async function isFree(port, host) {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return true;
  } catch (error) {
    return error.code !== 'EADDRINUSE';
  }
}
