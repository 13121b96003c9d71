import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { allJobs, JobDefinition } from './definitions';
import type { Delivery } from './delivery';

const HANDLES = 'huanbao:handles';

type HandlerMethod<P extends object> = (payload: P, delivery: Delivery) => Promise<void>;
type TypedDecorator<P extends object> = (
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<HandlerMethod<P>> | TypedPropertyDescriptor<(payload: P) => Promise<void>>,
) => void;

/** Marks the one method that does the job. A payload that does not match the job does not compile. */
export function Handles<P extends object>(job: JobDefinition<P>): TypedDecorator<P> {
  return (_target, _key, descriptor) => {
    Reflect.defineMetadata(HANDLES, job.name, descriptor.value as object);
  };
}

/** Collects the handlers of the modules that were composed into this process. */
@Injectable()
export class HandlerRegistry {
  private handlers?: Map<string, HandlerMethod<object>>;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error when a job has no handler or two: the worker does not boot. */
  assertComplete(): void {
    const missing = allJobs().filter(job => !this.all().has(job.name));
    if (missing.length > 0) throw new Error(`Jobs without a handler: ${missing.map(job => job.name).join(', ')}`);
  }

  handlerOf(job: string): HandlerMethod<object> | undefined {
    return this.all().get(job);
  }

  private all(): Map<string, HandlerMethod<object>> {
    this.handlers ??= this.discover();
    return this.handlers;
  }

  private discover(): Map<string, HandlerMethod<object>> {
    const found = new Map<string, HandlerMethod<object>>();
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const method = prototype[name];
        if (typeof method !== 'function') continue;
        const job = this.reflector.get<string | undefined>(HANDLES, method as () => void);
        if (!job) continue;
        if (found.has(job)) throw new Error(`Job ${job} has two handlers`);
        found.set(job, (method as HandlerMethod<object>).bind(instance));
      }
    }
    return found;
  }
}
