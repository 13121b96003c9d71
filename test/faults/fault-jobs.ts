import { DynamicModule, Injectable, Module } from '@nestjs/common';
import { City, Db, defineEvent, defineJob, Delivery, Handles, loadEnv, PlatformJobsModule, PlatformModule } from '@huanbao/platform';

/** A job small enough that only the machinery around it is under test. */
export const counted = defineEvent<{ n: number }>('fault.counted');
export const count = defineJob<{ n: number }>('fault.count', { queue: 'quick', on: counted, attempts: 50 });

const WORK_MS = 3;

@Injectable()
class FaultHandlers {
  constructor(private readonly db: Db) {}

  /** Some work, then the effect and the done mark together. */
  @Handles(count)
  async count({ n }: { n: number }, delivery: Delivery): Promise<void> {
    await new Promise(done => setTimeout(done, WORK_MS));
    await delivery.complete(() => this.db.query('INSERT INTO fault_effect (n) VALUES ($1)', [n]));
  }
}

@Module({})
export class FaultModule {
  static forRoot(): DynamicModule {
    const env = loadEnv(process.env);
    return { module: FaultModule, imports: [PlatformModule.forRoot({ env, city: {} as City, entities: [] }), PlatformJobsModule], providers: [FaultHandlers] };
  }
}
