import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import type { RouteOptions } from 'fastify';

interface Asked {
  readonly bodyLimitBytes?: number;
}

/**
 * Lets a route take a longer body than the house does: a table that is filled in by hand and saved as a whole. The body is
 * read into memory before anybody is asked who they are, so name no more than the form can fill; files are uploads.
 */
export const BodyLimit = (bytes: number): MethodDecorator => RouteConfig({ bodyLimitBytes: bytes });

/** Must run before the routes are made. */
export function registerBodyLimits(app: NestFastifyApplication): void {
  app.getHttpAdapter().getInstance().addHook('onRoute', (route: RouteOptions) => {
    const { bodyLimitBytes } = (route.config ?? {}) as Asked;
    if (bodyLimitBytes !== undefined) route.bodyLimit = bodyLimitBytes;
  });
}
