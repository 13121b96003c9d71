import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { JobRunner, OutboxRelay, QueueConsumer } from '@huanbao/platform';
import { FaultModule } from './fault-jobs';

/** A worker that is going to be killed. */
async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(FaultModule.forRoot(), { logger: ['error'] });
  const runner = app.get(JobRunner);
  app.get(QueueConsumer).start(id => runner.run(id));
  await app.get(OutboxRelay).start();
  process.send?.('ready');
}

void main();
