// Stops the embedded Postgres of a data folder, if nobody who lives uses it.
import { stopUnusedPostgres } from '../src/db/embedded.ts';

await stopUnusedPostgres(process.argv[2]);
