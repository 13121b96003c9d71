import { Injectable, OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { routeAccess, SIGNED_IN } from './access.guard';
import { policyOf } from './policy';

export interface RouteEntry {
  readonly method: string;
  readonly path: string;
  /** The action needed, `public`, or `signed-in`. */
  readonly access: string;
  readonly handler: string;
}

/** Lists every route with its access and refuses to boot when one has none. */
@Injectable()
export class AccessAudit implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    this.routes();
  }

  /** @throws Error naming the handlers without policy, or with an action no policy knows. */
  routes(): RouteEntry[] {
    const entries: RouteEntry[] = [];
    const problems: string[] = [];
    for (const { instance, metatype } of this.discovery.getControllers()) {
      if (!instance || !metatype) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name] as object;
        const path = Reflect.getMetadata('path', handler) as string | string[] | undefined;
        if (path === undefined) continue;
        const access = routeAccess(this.reflector, handler, metatype);
        const label = `${metatype.name}.${name}`;
        const word = access.isPublic ? 'public' : access.action;
        if (!word) problems.push(`${label} has neither @Allow nor @Public`);
        else if (word !== 'public' && word !== SIGNED_IN && !policyOf(word)) problems.push(`${label} needs "${word}", which no policy defines`);
        entries.push({ method: methodOf(handler), path: joinPath(metatype, path), access: word ?? 'none', handler: label });
      }
    }
    if (problems.length > 0) throw new Error(`Routes without a policy:\n  ${problems.join('\n  ')}`);
    return entries.sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`));
  }
}

function methodOf(handler: object): string {
  return RequestMethod[Reflect.getMetadata('method', handler) as number] ?? 'GET';
}

function joinPath(controller: object, path: string | string[]): string {
  const base = Reflect.getMetadata('path', controller) as string | string[] | undefined;
  const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''));
  const joined = `/${first(base)}/${first(path)}`.replace(/\/+/g, '/');
  return joined.length > 1 ? joined.replace(/\/$/, '') : joined;
}
