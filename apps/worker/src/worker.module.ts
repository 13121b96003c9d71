import { DynamicModule, Module } from '@nestjs/common';
import { City, Clock, Env, PlatformJobsModule, PlatformModule } from '@huanbao/platform';
import { ENTITIES, JOB_ROOMS } from './rooms';

/** Composition of the worker process: relay, queue, schedules and the rooms' jobs. */
@Module({})
export class WorkerModule {
  static forRoot(options: { readonly env: Env; readonly city: City; readonly clock?: Clock }): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.forRoot({ ...options, entities: ENTITIES }), PlatformJobsModule, ...JOB_ROOMS],
    };
  }
}
