import { Worker } from 'node:worker_threads';
import type { ReaderEnd, ReaderMessage, ReaderTask } from './reader';

const WATCH_MS = 50;
const MB = 1024 * 1024;
const HEAP_MB = 384;
/** What a process may hold after a document to take a further one. */
const TIRED_MB = 320;

/** The reading itself runs in a thread; this side stays free to watch memory, which limits of the thread do not cover for buffers. */
function main(file: string): void {
  const thread = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB }, stdout: true, stderr: true });
  thread.stdout.resume();
  thread.stderr.resume();
  let watch: NodeJS.Timeout | undefined;
  const holds = (): number => process.memoryUsage.rss() / MB;
  const answer = (message: ReaderMessage, then: () => void = () => undefined): void => {
    clearInterval(watch);
    process.send?.(message, then);
  };
  const end = (ended: ReaderEnd): void => {
    thread.removeAllListeners();
    thread.on('error', () => undefined);
    answer({ ended }, () => process.exit(0));
  };
  process.on('message', ({ task, memoryMb }: ReaderTask) => {
    watch = setInterval(() => holds() > memoryMb && end('too-large'), WATCH_MS);
    thread.postMessage(task);
  });
  thread.on('message', (result: unknown) => answer({ result, isTired: holds() > TIRED_MB }));
  thread.once('error', (error: NodeJS.ErrnoException) => end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'damaged'));
  // the parent is gone: nobody waits for an answer
  process.once('disconnect', () => process.exit(0));
}

main(process.argv[2] as string);
