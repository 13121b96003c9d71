import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** A collection stops everything: the work gets this many times as long as the last one took. */
const SHARE = 9;

/**
 * What `work` holds at most beyond what was held before, in MB: looked at after a collection each time. Without one the heap only
 * says how much of the machine's memory the collector let lie.
 */
export async function heldMemory<T>(work: () => Promise<T>): Promise<{ result: T; megabytes: number }> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = (): number => {
    collect();
    return process.memoryUsage().heapUsed / 1e6;
  };
  const before = held();
  let most = before;
  let timer: NodeJS.Timeout;
  const look = (): void => {
    const started = performance.now();
    most = Math.max(most, held());
    timer = setTimeout(look, (performance.now() - started) * SHARE);
  };
  look();
  try {
    const result = await work();
    return { result, megabytes: Math.max(most, held()) - before };
  } finally {
    clearTimeout(timer!);
  }
}
