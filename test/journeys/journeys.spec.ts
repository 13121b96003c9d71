import { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { INestApplicationContext } from '@nestjs/common';
import { JobRunner, loadCity, OutboxRelay, QueueBackend, QueueConsumer, QueueSender } from '@huanbao/platform';
import { createApi } from '../../apps/api/src/bootstrap';
import { seedDemo, seedReferenceData } from '../../apps/api/src/seed';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { createTestDatabase, TestDatabase } from '../harness/database';
import { testEnv } from '../harness/env';
import { Journey, People } from './steps/journey';
import { permitJourney } from './steps/permit.journey';
import { reviewWorkJourney } from './steps/review-work.journey';
import { taskJourney } from './steps/task.journey';

/** The journeys of the smoke test over HTTP, with relay, queue and worker running as in production. */
describe.each([permitJourney, reviewWorkJourney, taskJourney] as Journey<unknown>[])('$name', journey => {
  let database: TestDatabase;
  let api: NestFastifyApplication;
  let worker: INestApplicationContext;
  let context: unknown;

  beforeAll(async () => {
    database = await createTestDatabase();
    const options = { env: testEnv(database.url), city: loadCity('config/city.json') };
    api = await createApi({ ...options, quiet: true });
    await api.listen(0, '127.0.0.1');
    worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), { logger: false, abortOnError: false });
    const runner = worker.get(JobRunner);
    worker.get(QueueConsumer).start(id => runner.run(id));
    await worker.get(OutboxRelay).start();
    await seedReferenceData(api);
    const accounts = (await seedDemo(api)) ?? [];
    const { port } = api.getHttpServer().address() as AddressInfo;
    context = await journey.begin(new People(`http://127.0.0.1:${port}`, accounts));
  });

  afterAll(async () => {
    await worker.get(OutboxRelay).stop();
    await worker.get(QueueConsumer).stop(2000);
    await worker.get(QueueSender).close();
    await worker.close();
    await api.close();
    await worker.get(QueueBackend).close();
    await database.drop();
  });

  it.each(journey.steps.map(step => [step.title, step] as const))('%s', async (_, step) => {
    await step.run(context);
  });
});
