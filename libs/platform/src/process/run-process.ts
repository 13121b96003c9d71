import { ConfigError } from '../config/env';

interface Running {
  stop(): Promise<void>;
}

const FORCE_AFTER_MS = 1500;

/**
 * Runs one process of the house: starts it, stops it cleanly on SIGTERM/SIGINT or when the parent that started it is
 * gone (the IPC channel closes), and says in one line why it could not start.
 */
export async function runProcess(name: string, start: () => Promise<Running>): Promise<void> {
  try {
    const running = await start();
    let stopping = false;
    const stop = (): void => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(0), FORCE_AFTER_MS).unref();
      running.stop().then(
        () => process.exit(0),
        (error: Error) => {
          process.stderr.write(`${name}: stop failed: ${error.message}\n`);
          process.exit(1);
        },
      );
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    process.on('disconnect', stop);
  } catch (error) {
    const text = error instanceof ConfigError ? error.message : ((error as Error).stack ?? String(error));
    process.stderr.write(`${name}: ${text}\n`);
    process.exit(1);
  }
}
