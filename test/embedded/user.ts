/** A process that uses the embedded Postgres of a folder until it is told to stop. */
import { startEmbeddedPostgres } from '../../src/db/embedded.ts';

const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' });
process.send?.({ url: server.url, adopted: server.adopted });
process.once('message', () => {
  void server.stop().then(() => process.disconnect());
});
