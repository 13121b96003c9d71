import type { IncomingHttpHeaders } from 'node:http';
import type { Type } from '@nestjs/common';
import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import { errorCodes, type FastifyRequest, type RouteOptions } from 'fastify';

/** Says from the head of a request alone whether its sender may send a longer body than the house takes. */
export interface BodyDoor {
  admits(headers: IncomingHttpHeaders): boolean;
}

interface Asked {
  readonly bodyLimitBytes?: number;
  readonly bodyDoor?: Type<BodyDoor>;
}

/**
 * Lets a route take a longer body than the house does: a table that is filled in by hand and saved as a whole. The body is
 * read into memory before anybody is asked who they are, so the door is asked first, and whoever it does not know stays with the limit
 * of the house. Name no more bytes than the form can fill; files are uploads.
 * @param door a provider of the application
 */
export const BodyLimit = (bytes: number, door: Type<BodyDoor>): MethodDecorator => RouteConfig({ bodyLimitBytes: bytes, bodyDoor: door });

/** Must run before the routes are made. @param usual what every other route takes, in bytes */
export function registerBodyLimits(app: NestFastifyApplication, usual: number): void {
  app.getHttpAdapter().getInstance().addHook('onRoute', (route: RouteOptions) => {
    const { bodyLimitBytes, bodyDoor } = (route.config ?? {}) as Asked;
    if (bodyLimitBytes === undefined || bodyDoor === undefined) return;
    route.bodyLimit = bodyLimitBytes;
    const before = route.onRequest === undefined ? [] : [route.onRequest].flat();
    route.onRequest = [...before, (request, _reply, done): void => (mayBeLong(request, usual) && !app.get<BodyDoor>(bodyDoor, { strict: false }).admits(request.headers) ? done(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE()) : done())];
  });
}

/** It says so, or does not say how long it is. */
const mayBeLong = ({ headers }: FastifyRequest, usual: number): boolean => !(Number(headers['content-length']) <= usual);
