import { DynamicModule, Module, ModuleMetadata, Type } from '@nestjs/common';
import { HealthHttpModule } from '../observability/health';
import { AuditLog } from './audit-log';
import { AuditLogController, OutboxAdminController, SystemController } from './operator.controller';
import { defineOperatorPolicy } from './operator.policy';
import { OutboxAdmin } from './outbox-admin';
import { PeopleNames } from './people-names';
import { SystemState } from './system-state';

interface AdminOptions {
  readonly adminRoles: readonly string[];
  /** Who knows what people are called, and where it lives. */
  readonly names: { readonly imports: ModuleMetadata['imports']; readonly useClass: Type<PeopleNames> };
}

/** The operator's view of the machinery. */
@Module({})
export class PlatformAdminHttpModule {
  static forRoot({ adminRoles, names }: AdminOptions): DynamicModule {
    defineOperatorPolicy(adminRoles);
    return {
      module: PlatformAdminHttpModule,
      imports: [HealthHttpModule, ...(names.imports ?? [])],
      controllers: [OutboxAdminController, AuditLogController, SystemController],
      providers: [OutboxAdmin, AuditLog, SystemState, { provide: PeopleNames, useClass: names.useClass }],
    };
  }
}
