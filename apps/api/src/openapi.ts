import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { City, Env } from '@huanbao/platform';
import { ApiModule } from './api.module';
import metadata from './metadata';

const OUTPUT = 'openapi.json';

/** Writes `openapi.json` from the controllers, without a database: preview mode builds no provider. */
async function writeOpenApi(): Promise<void> {
  const options = { env: new Env(), city: {} as City };
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(options), new FastifyAdapter(), { preview: true, logger: false });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics', 'problems', 'problems/:code'] });
  await SwaggerModule.loadPluginMetadata(metadata);
  const config = new DocumentBuilder()
    .setTitle('环保管家 API')
    .setDescription('Errors are RFC 9457 problem+json with a stable `code`, a Chinese and an English sentence, and a JSON pointer per field.')
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('hb_at')
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}` });
  writeFileSync(OUTPUT, `${JSON.stringify(document, null, 2)}\n`);
}

writeOpenApi().catch((error: Error) => {
  process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exit(1);
});
