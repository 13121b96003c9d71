import type { LoggerService } from '@nestjs/common';
import { Logger as NestPino, PinoLogger } from 'nestjs-pino';
import pino, { DestinationStream, Logger as Pino, LoggerOptions } from 'pino';
import type { Env } from '../config/env';
import { redact, redactText } from './redact';
import { workFields } from './trace';

/** What the framework says about each module and route at the start: 300 lines that nobody reads. */
const CHATTER = new Set(['InstanceLoader', 'RouterExplorer', 'RoutesResolver', 'NestFactory']);

/** Takes its own pino instead of the one per process that the base class keeps. */
class OwnPino extends PinoLogger {
  constructor(private readonly own: Pino) {
    super({ pinoHttp: { logger: own } });
  }
  override get logger(): Pino {
    return this.own;
  }
}

class HouseLogger extends NestPino {
  override log(message: unknown, ...rest: unknown[]): void {
    if (CHATTER.has(String(rest[rest.length - 1]))) super.debug(message, ...(rest as []));
    else super.log(message, ...(rest as []));
  }
}

/**
 * The log of one process: one JSON object a line on standard output, with the request or job it belongs to and its
 * `traceparent`, and without secrets or personal data. Give it to `NestFactory` as `logger`; code logs through Nest's `Logger`.
 */
export function createLogger(env: Pick<Env, 'HB_LOG_LEVEL'>, processName: string, destination?: DestinationStream): LoggerService {
  const own = pino(options(env.HB_LOG_LEVEL, processName), destination ?? pino.destination(1));
  return new HouseLogger(new OwnPino(own), {});
}

function options(level: string, processName: string): LoggerOptions {
  return {
    level,
    base: { process: processName, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => workFields(),
    formatters: {
      level: label => ({ level: label }),
      log: line => redact(line) as Record<string, unknown>,
    },
    // redact() has turned errors into plain objects already
    serializers: { err: (error: unknown) => error },
    hooks: {
      logMethod(args, method) {
        method.apply(this, withSentence(args).map((arg: unknown) => (typeof arg === 'string' ? redactText(arg) : arg)) as Parameters<typeof method>);
      },
    },
  };
}

/** Where an error comes without a sentence, pino would take the error's own after the fields have been looked through. */
function withSentence(args: readonly unknown[]): readonly unknown[] {
  const [first, second] = args;
  const error = first instanceof Error ? first : (first as { err?: unknown } | null)?.err;
  return error instanceof Error && second === undefined ? [first, error.message] : args;
}
