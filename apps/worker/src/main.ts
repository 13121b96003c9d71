import { NestFactory } from '@nestjs/core';
import { createLogger, HandlerRegistry, JobRunner, loadCity, loadEnv, OutboxRelay, QueueBackend, QueueConsumer, QueueSender, runProcess, Scheduler, WorkerEndpoint } from '@huanbao/platform';
import { WorkerModule } from './worker.module';

const GRACE_MS = 1200;

void runProcess('worker', async () => {
  const env = loadEnv(process.env);
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot({ env, city: loadCity(env.HB_CITY_FILE) }), { logger: createLogger(env, 'worker'), abortOnError: false });
  app.get(HandlerRegistry).assertComplete();
  const runner = app.get(JobRunner);
  app.get(QueueConsumer).start(id => runner.run(id));
  await app.get(OutboxRelay).start();
  app.get(Scheduler).start();
  await app.get(WorkerEndpoint).start();
  process.send?.('ready');
  return {
    stop: async () => {
      await app.get(WorkerEndpoint).stop();
      app.get(Scheduler).stop();
      await app.get(OutboxRelay).stop();
      await app.get(QueueConsumer).stop(GRACE_MS);
      await app.get(QueueSender).close();
      await app.close();
      await app.get(QueueBackend).close();
    },
  };
});
