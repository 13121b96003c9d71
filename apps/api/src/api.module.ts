import { DynamicModule, Module } from '@nestjs/common';
import { City, Clock, Env, PlatformHttpModule, PlatformModule } from '@huanbao/platform';
import { PublicController } from './public.controller';
import { ENTITIES, HTTP_ROOMS } from './rooms';

export interface ApiOptions {
  readonly env: Env;
  readonly city: City;
  readonly clock?: Clock;
}

/** Composition of the HTTP process: which rooms speak, nothing else. */
@Module({})
export class ApiModule {
  static forRoot(options: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.forRoot({ ...options, entities: ENTITIES }), PlatformHttpModule, ...HTTP_ROOMS],
      controllers: [PublicController],
    };
  }
}
