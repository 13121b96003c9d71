import 'reflect-metadata';
import { join } from 'node:path';
import { migrate } from '@huanbao/platform';

/** Migrations alone, without the rooms: what a test's template database and an operator's first look need. */
migrate(process.env['DATABASE_URL'] ?? '', join(__dirname, '../../../migrations/*.js'), !process.env['QUEUE_URL']?.startsWith('redis')).then(
  report => process.stdout.write(`${JSON.stringify(report)}\n`),
  (error: Error) => {
    process.stderr.write(`migrate: ${error.stack ?? error.message}\n`);
    process.exit(1);
  },
);
