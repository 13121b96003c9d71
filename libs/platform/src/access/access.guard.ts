import { CanActivate, ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError, forbidden, unauthenticated } from '../http/app-error';
import { Actor, isProgram, RequestWithActor } from './actor';
import { policyOf } from './policy';

const ALLOW = 'huanbao:allow';
const PUBLIC = 'huanbao:public';

/** The handler needs this action of a registered policy. */
export const Allow = (action: string): MethodDecorator & ClassDecorator => SetMetadata(ALLOW, action);

/** Anyone may call the handler, signed in or not. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

/** Any signed-in person, whatever the role: own session, own profile, own inbox. */
export const SIGNED_IN = 'signed-in';

/** Finds out who asks. The identity room provides it; the platform knows no users. */
export abstract class ActorResolver {
  /** @throws AppError 401 for credentials that were sent but do not hold; null when none were sent. */
  abstract resolve(request: RequestWithActor): Promise<Actor | null>;
}

export interface RouteAccess {
  readonly action?: string;
  readonly isPublic: boolean;
}

export function routeAccess(reflector: Reflector, handler: object, controller: object): RouteAccess {
  const targets = [handler, controller] as Parameters<Reflector['getAllAndOverride']>[1];
  return {
    action: reflector.getAllAndOverride<string | undefined>(ALLOW, targets),
    isPublic: reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets) ?? false,
  };
}

/** First gate of three: the route. Default deny: without `@Allow` or `@Public` nothing passes. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(ActorResolver) private readonly resolver: ActorResolver,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const access = routeAccess(this.reflector, context.getHandler(), context.getClass());
    if (access.isPublic) {
      request.actor = await this.resolver.resolve(request).catch(asVisitor);
      return true;
    }
    request.actor = await this.resolver.resolve(request);
    if (!request.actor) throw unauthenticated();
    // own account, inbox and files are a person's, never a program's
    if (access.action === SIGNED_IN && isProgram(request.actor)) throw forbidden();
    if (access.action === SIGNED_IN) return true;
    const policy = access.action ? policyOf(access.action) : undefined;
    if (!access.action || !policy || !policy.opens(request.actor, access.action)) throw forbidden();
    return true;
  }
}

/** Expired credentials do not keep anybody from a public page; a database that does not answer is no visitor. */
function asVisitor(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}
