import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Extraction, failed } from './extract';

const WATCH_MS = 50;
const MB = 1024 * 1024;
const HEAP_MB = 384;

/** The reading itself runs in a thread; this side stays free to watch memory, which limits of the thread do not cover for buffers. */
function main([path = '', mediaType = '', memoryMb = '0']: readonly string[]): void {
  const answer = (result: Extraction): void => {
    process.send?.(result, () => process.exit(0));
  };
  const thread = new Worker(join(__dirname, 'extract.thread.js'), { workerData: { path, mediaType }, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB }, stdout: true, stderr: true });
  const stop = (reason: string): void => {
    clearInterval(watch);
    thread.removeAllListeners();
    thread.on('error', () => undefined);
    answer(failed(reason));
  };
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > Number(memoryMb) * MB) stop('too-large');
  }, WATCH_MS);
  thread.once('message', (result: Extraction) => {
    clearInterval(watch);
    answer(result);
  });
  thread.once('error', (error: NodeJS.ErrnoException) => stop(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'damaged'));
  // the parent is gone: nobody waits for an answer
  process.once('disconnect', () => process.exit(0));
}

main(process.argv.slice(2));
