import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Db, Outbox } from '@huanbao/platform';
import { counted, FaultModule } from './fault-jobs';

/** Publishes the events, each in a transaction of its own, as requests would. */
async function main(): Promise<void> {
  const events = Number(process.argv[2]);
  const app = await NestFactory.createApplicationContext(FaultModule.forRoot(), { logger: ['error'] });
  const [db, outbox] = [app.get(Db), app.get(Outbox)];
  for (let n = 0; n < events; n++) await db.transaction(() => outbox.publish(counted, { n }));
  await app.close();
  process.exit(0);
}

void main();
