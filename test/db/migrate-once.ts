import { migrate } from '../../src/db/migrate.ts';

await migrate(process.argv[2] ?? '');
