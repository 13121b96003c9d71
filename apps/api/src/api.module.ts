import { DynamicModule, Module } from '@nestjs/common';
import { IdentityModule } from '@huanbao/identity';
import { City, Clock, Env, PlatformAdminHttpModule, PlatformHttpModule, PlatformModule, ProblemCatalogue, ProblemPagesModule } from '@huanbao/platform';
import { IdentityNames } from './identity-names';
import problems from './problems.json';
import { PublicController } from './public.controller';
import { ENTITIES, HTTP_ROOMS } from './rooms';

/** Who looks after the machinery, and what its errors mean. */
const MACHINERY = [PlatformAdminHttpModule.forRoot({ adminRoles: ['bureau.admin'], names: { imports: [IdentityModule], useClass: IdentityNames } }), ProblemPagesModule.forRoot(problems as ProblemCatalogue)];

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
      imports: [PlatformModule.forRoot({ ...options, entities: ENTITIES }), PlatformHttpModule, ...MACHINERY, ...HTTP_ROOMS],
      controllers: [PublicController],
    };
  }
}
