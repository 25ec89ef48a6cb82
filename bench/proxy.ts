import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Ground } from './ground.ts';

/** One question to Postgres that somebody waits for. */
export type Trip = {
  app: string;
  sql: string;
  /** Asked once on every connection: what the statement takes and gives. */
  prepares: boolean;
};

const SSL_REQUEST = 80_877_103;
const HEADER = 5;

/** Stands between a client and Postgres and writes down every round trip. */
export async function openProxy(ground: Ground, databaseUrl: string) {
  const target = new URL(databaseUrl);
  let trips: Trip[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const there = connect(Number(target.port), target.hostname);
    const read = reader((trip) => trips.push(trip));
    client.on('data', read);
    client.pipe(there).pipe(client);
    for (const socket of [client, there]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => {});
      socket.on('close', () => {
        client.destroy();
        there.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ground.onStop(async () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === 'object' && address ? address.port : 0);
  return {
    url: url.href,
    /** What has been asked since the last look. */
    take(): Trip[] {
      const taken = trips;
      trips = [];
      return taken;
    },
  };
}

/** Follows what one client sends. The server answers at every Sync, Flush and simple query: each is a round trip. */
function reader(onTrip: (trip: Trip) => void): (chunk: Buffer) => void {
  let left = Buffer.alloc(0);
  let app: string | null = null;
  let sql = '';
  const prepared = new Map<string, string>();
  const message = (type: string, body: Buffer) => {
    const [first = '', second = ''] = body.toString('utf8').split('\0', 2);
    if (type === 'P') prepared.set(first, (sql = second));
    if (type === 'B') sql = prepared.get(second) ?? '';
    if (type === 'Q') sql = first;
    if (type === 'Q' || type === 'S' || type === 'H') onTrip({ app: app ?? '', sql, prepares: type === 'H' });
  };
  return (chunk) => {
    left = Buffer.concat([left, chunk]);
    for (;;) {
      if (app === null) {
        if (left.length < 8) return;
        const length = left.readInt32BE(0);
        if (left.length < length) return;
        if (left.readInt32BE(4) !== SSL_REQUEST) {
          const words = left.subarray(8, length).toString('utf8').split('\0');
          app = words[words.indexOf('application_name') + 1] ?? '';
          if (!words.includes('application_name')) app = '';
        }
        left = left.subarray(length);
      } else {
        if (left.length < HEADER) return;
        const length = 1 + left.readInt32BE(1);
        if (left.length < length) return;
        message(String.fromCharCode(left[0] ?? 0), left.subarray(HEADER, length));
        left = left.subarray(length);
      }
    }
  };
}
