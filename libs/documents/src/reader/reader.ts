import { ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What one document may take. */
export interface Limits {
  readonly milliseconds: number;
  readonly memoryMb: number;
}

/** Why a reader was ended: time, memory, or the document broke it. */
export type ReaderEnd = 'too-long' | 'too-large' | 'damaged';
export type ReaderAnswer<Result> = { readonly result: Result } | { readonly ended: ReaderEnd };

/** What is sent to the process, and what comes back. `isTired`: it holds much and takes no further document. */
export interface ReaderTask {
  readonly task: unknown;
  readonly memoryMb: number;
}
export type ReaderMessage = { readonly result: unknown; readonly isTired: boolean } | { readonly ended: ReaderEnd };

interface Kept {
  readonly child: ChildProcess;
  uses: number;
  idle?: NodeJS.Timeout;
}

export interface ReaderOptions<Task, Result> {
  /** The compiled module that reads, run as a thread: it answers each message with one. */
  readonly thread: string;
  /** Whether the process may read another document after this one. */
  readonly staysAfter: (task: Task, result: Result) => boolean;
}

const HEAP_MB = 384;
/** Documents after which a process is begun anew, and how long and how many wait for further ones. */
const MOST_USES = 20;
const IDLE_MS = 10_000;
const MOST_IDLE = 2;
/** How an ended process says that its memory was not enough: by itself, or by the system. */
const OUT_OF_MEMORY = new Set<number | string | null>([134, 'SIGABRT', 'SIGKILL']);

/** A module that runs apart: compiled beside the one that asks; under the tests' compiler the built copy is used. */
export function builtFile(folder: string, name: string): string {
  const beside = join(folder, name);
  return existsSync(beside) ? beside : join(folder.replace(/([\\/])libs([\\/])(?!.*[\\/]libs[\\/])/, '$1dist$1libs$2'), name);
}

/**
 * Reads documents in processes of their own: without our settings and keys in their environment, with limits of time and
 * memory, so that a file made to hang, to swell or to break its reader ends that process and nothing else. Loading a reader
 * costs four times what a usual document does: a process that has read one well waits a moment for the next.
 */
export class Reader<Task, Result> {
  private readonly idle: Kept[] = [];

  constructor(private readonly options: ReaderOptions<Task, Result>) {}

  read(task: Task, { milliseconds, memoryMb }: Limits): Promise<ReaderAnswer<Result>> {
    const kept = this.taken();
    const { child } = kept;
    return new Promise(resolve => {
      const finish = (answer: ReaderAnswer<Result>, stays = false): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        child.on('error', () => undefined);
        if (stays) this.rest(kept);
        else child.kill('SIGKILL');
        resolve(answer);
      };
      const timer = setTimeout(() => finish({ ended: 'too-long' }), milliseconds);
      child.once('message', (message: ReaderMessage) => {
        if ('ended' in message) return finish(message);
        const result = message.result as Result;
        finish({ result }, !message.isTired && this.options.staysAfter(task, result));
      });
      child.once('error', () => finish({ ended: 'damaged' }));
      // a reader that dies without a word has run out of memory or tripped over the file
      child.once('close', (code, signal) => finish({ ended: OUT_OF_MEMORY.has(signal ?? code) ? 'too-large' : 'damaged' }));
      child.send({ task, memoryMb } satisfies ReaderTask, error => error && finish({ ended: 'damaged' }));
    });
  }

  private taken(): Kept {
    const kept = this.idle.pop();
    if (!kept) return { child: fork(builtFile(__dirname, 'reader.child.js'), [this.options.thread], { env: {}, execArgv: [`--max-old-space-size=${HEAP_MB}`], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }), uses: 1 };
    clearTimeout(kept.idle);
    kept.child.removeAllListeners();
    kept.child.ref();
    kept.child.channel?.ref();
    kept.uses += 1;
    return kept;
  }

  /** Waits for the next document without keeping anybody's process alive. */
  private rest(kept: Kept): void {
    const { child } = kept;
    if (kept.uses >= MOST_USES || this.idle.length >= MOST_IDLE) return void child.kill('SIGKILL');
    const leave = (): void => {
      clearTimeout(kept.idle);
      this.idle.splice(0, Infinity, ...this.idle.filter(one => one !== kept));
      child.kill('SIGKILL');
    };
    kept.idle = setTimeout(leave, IDLE_MS).unref();
    child.once('exit', leave);
    child.unref();
    child.channel?.unref();
    this.idle.push(kept);
  }
}
