import { DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MixedList } from 'typeorm';
import { AccessAudit } from './access/access-audit';
import { AccessGuard } from './access/access.guard';
import { ActNames } from './audit/act-names';
import { Audit } from './audit/audit';
import { AuditSecrets } from './operator/audit-secrets';
import { Clock } from './clock/clock';
import { City } from './config/city';
import { Env } from './config/env';
import { CITY, ENV } from './config/tokens';
import { FieldCipher } from './crypto/field-cipher';
import { Passwords } from './crypto/passwords';
import { Signer } from './crypto/signer';
import { Db } from './database/db';
import { SnakeNaming } from './database/snake-naming';
import { SteadyClient } from './database/steady-client';
import { EtagInterceptor } from './http/etag';
import { ProblemFilter } from './http/problem.filter';
import { AddressLimitGuard, RateLimitGuard, RateLimits } from './http/rate-limit';
import { StrictValidationPipe } from './http/validation.pipe';
import { LiveBus } from './live/live-bus';
import { Numbering } from './numbering/numbering';
import { HealthHttpModule } from './observability/health';
import { Metrics } from './observability/metrics';
import { ReadinessProbe } from './observability/readiness';
import { WorkerEndpoint } from './observability/worker-endpoint';
import { Housekeeping } from './outbox/housekeeping';
import { HandlerRegistry } from './outbox/handlers';
import { Outbox } from './outbox/outbox';
import { OutboxRelay } from './outbox/relay';
import { JobRunner } from './outbox/runner';
import { Scheduler } from './outbox/scheduler';
import { QueueBackend, QueueConsumer, QueueSender } from './queue/queues';
import { createStorage } from './storage/create-storage';
import { Storage } from './storage/storage';
import './platform.acts';

type Entities = MixedList<new () => object>;

const SERVICES = [Db, Audit, ActNames, AuditSecrets, Outbox, Numbering, LiveBus, Metrics];

interface PlatformOptions {
  readonly env: Env;
  readonly city: City;
  readonly entities: Entities;
  /** Tests bring a clock that they can move. */
  readonly clock?: Clock;
}

/** The technical services every room builds on. Imported once by each composition root. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule, TypeOrmModule.forRoot(databaseOptions(options.env, options.entities))],
      providers: [
        { provide: ENV, useValue: options.env },
        { provide: CITY, useValue: options.city },
        { provide: Clock, useValue: options.clock ?? new Clock() },
        { provide: Storage, useFactory: () => createStorage(options.env.STORAGE_URL) },
        { provide: FieldCipher, useFactory: () => new FieldCipher(options.env.HB_FIELD_KEYS) },
        { provide: Signer, useFactory: () => new Signer(options.env.HB_SIGNING_KEY, options.env.HB_FORMER_SIGNING_KEYS?.split(',')) },
        Passwords,
        ...SERVICES,
      ],
      exports: [ENV, CITY, Clock, Storage, FieldCipher, Signer, Passwords, ...SERVICES, DiscoveryModule],
    };
  }
}

/** What an HTTP process adds: the guard, the one filter, strict validation, ETags. The identity room brings the `ActorResolver`. */
@Module({
  imports: [DiscoveryModule, ThrottlerModule.forRoot({ throttlers: [] }), HealthHttpModule],
  providers: [
    AccessAudit,
    RateLimits,
    { provide: APP_GUARD, useClass: AddressLimitGuard },
    // the actor before the named limits: they are counted per session
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: StrictValidationPipe },
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
  ],
  exports: [AccessAudit],
})
export class PlatformHttpModule {}

/** What a worker process adds: the relay, the queue, the runner and the schedules. Started by the worker's main. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    HandlerRegistry,
    JobRunner,
    OutboxRelay,
    Scheduler,
    QueueSender,
    QueueConsumer,
    Housekeeping,
    ReadinessProbe,
    WorkerEndpoint,
    { provide: QueueBackend, useFactory: (env: Env) => new QueueBackend(env), inject: [ENV] },
  ],
  exports: [HandlerRegistry, JobRunner, OutboxRelay, Scheduler, QueueSender, QueueConsumer, QueueBackend, WorkerEndpoint],
})
export class PlatformJobsModule {}

function databaseOptions(env: Env, entities: Entities): Parameters<typeof TypeOrmModule.forRoot>[0] {
  return {
    type: 'postgres',
    url: env.DATABASE_URL,
    entities,
    synchronize: false,
    namingStrategy: new SnakeNaming(),
    logging: false,
    retryAttempts: 10,
    retryDelay: 500,
    applicationName: 'huanbao',
    // a connection keeps its plans: those of a quiet quarter of an hour are there when all come at once before a deadline
    // `pipeline`: what is sent without waiting goes on its way at once (Db.withCommit)
    extra: { Client: SteadyClient, pipeline: true, max: env.HB_DB_POOL, idleTimeoutMillis: 15 * 60_000, connectionTimeoutMillis: 5000, statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 },
  };
}
