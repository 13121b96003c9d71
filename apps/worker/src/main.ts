import { NestFactory } from '@nestjs/core';
import { HandlerRegistry, JobRunner, loadCity, loadEnv, OutboxRelay, QueueBackend, QueueConsumer, QueueSender, runProcess, Scheduler } from '@huanbao/platform';
import { WorkerModule } from './worker.module';

const GRACE_MS = 1200;

void runProcess('worker', async () => {
  const env = loadEnv(process.env);
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot({ env, city: loadCity(env.HB_CITY_FILE) }), { bufferLogs: true, abortOnError: false });
  app.get(HandlerRegistry).assertComplete();
  const runner = app.get(JobRunner);
  app.get(QueueConsumer).start(id => runner.run(id));
  await app.get(OutboxRelay).start();
  app.get(Scheduler).start();
  process.send?.('ready');
  return {
    stop: async () => {
      app.get(Scheduler).stop();
      await app.get(OutboxRelay).stop();
      await app.get(QueueConsumer).stop(GRACE_MS);
      await app.get(QueueSender).close();
      await app.close();
      await app.get(QueueBackend).close();
    },
  };
});
