import { AddressInfo } from 'node:net';
import { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Db, FixedClock, JobRunner, loadCity, OutboxRelay, QueueBackend, QueueConsumer, QueueSender } from '@huanbao/platform';
import { createApi } from '../../apps/api/src/bootstrap';
import { seedDemo, seedReferenceData } from '../../apps/api/src/seed';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { createTestDatabase, TestDatabase } from '../harness/database';
import { testEnv } from '../harness/env';
import { Inside, People } from './steps/journey';

/** The demonstration city with relay, queue and worker running as in production; with a clock of its own where one is given. */
export class JourneyCity {
  people!: People;
  private database!: TestDatabase;
  private api!: NestFastifyApplication;
  private worker!: INestApplicationContext;

  constructor(private readonly clock?: FixedClock) {}

  async begin(): Promise<void> {
    this.database = await createTestDatabase();
    const options = { env: testEnv(this.database.url), city: loadCity('config/city.json'), ...(this.clock ? { clock: this.clock } : {}) };
    this.api = await createApi({ ...options, quiet: true });
    await this.api.listen(0, '127.0.0.1');
    this.worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), { logger: false, abortOnError: false });
    const runner = this.worker.get(JobRunner);
    this.worker.get(QueueConsumer).start(id => runner.run(id));
    await this.worker.get(OutboxRelay).start();
    await seedReferenceData(this.api);
    const accounts = (await seedDemo(this.api)) ?? [];
    const { port } = this.api.getHttpServer().address() as AddressInfo;
    const { clock } = this;
    this.people = new People(`http://127.0.0.1:${port}`, accounts, clock ? () => clock.now().getTime() : undefined);
  }

  /** Another day, and the rows behind the API. */
  get inside(): Inside {
    const db = this.api.get(Db);
    return {
      rows: (sql, values = []) => db.query(sql, values),
      moveTo: async instant => {
        if (!this.clock) throw new Error('this city has the clock of the wall');
        this.clock.set(instant);
        // everybody has changed the password meanwhile
        await db.query('UPDATE app_user SET password_changed_at = $1', [this.clock.now()]);
      },
    };
  }

  async end(): Promise<void> {
    await this.worker.get(OutboxRelay).stop();
    await this.worker.get(QueueConsumer).stop(2000);
    await this.worker.get(QueueSender).close();
    await this.worker.close();
    await this.api.close();
    await this.worker.get(QueueBackend).close();
    await this.database.drop();
  }
}
