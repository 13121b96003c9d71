import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { SessionCookies } from '@huanbao/identity';
import { createLogger, fastifyOptions, registerCsrf, registerObservability, registerSecurity, registerWeb } from '@huanbao/platform';
import { ApiModule, ApiOptions } from './api.module';

interface CreateOptions extends ApiOptions {
  /** Tests keep the log quiet. */
  readonly quiet?: boolean;
}

/**
 * The HTTP application, ready to listen or to be injected into. Production, tests and the command line all start
 * this one, so what the tests see is what runs.
 */
export async function createApi({ quiet = false, ...options }: CreateOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(fastifyOptions(options.env));
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(options), adapter, {
    logger: quiet ? false : createLogger(options.env, 'api'),
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics', 'problems', 'problems/:code'] });
  registerObservability(app);
  await registerSecurity(app, options.env);
  registerCsrf(app, options.env, app.get(SessionCookies));
  if (options.env.HB_WEB_ROOT) await registerWeb(app, options.env.HB_WEB_ROOT);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
