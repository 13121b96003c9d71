import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Limits, Reader } from '@huanbao/documents';

interface Task {
  readonly verb: 'say' | 'hang' | 'throw' | 'exit' | 'swell';
}
interface Said {
  readonly pid: number;
  readonly keys: readonly string[];
  readonly nth: number;
}

/** A reader of our own making: what a document could do to one, by name. */
const THREAD = `
const { parentPort } = require('node:worker_threads');
let nth = 0;
const kept = [];
const acts = {
  say: () => undefined,
  hang: () => { for (;;) nth += 0; },
  throw: () => { throw new Error('broken'); },
  exit: () => { process.kill(process.pid, 'SIGABRT'); for (;;) nth += 0; },
  swell: () => { for (;;) kept.push(Buffer.alloc(20_000_000, 1)); },
};
parentPort.on('message', ({ verb }) => {
  acts[verb]();
  parentPort.postMessage({ pid: process.pid, keys: Object.keys(process.env), nth: ++nth });
});
`;
const LIMITS: Limits = { milliseconds: 30_000, memoryMb: 400 };

let folder: string;
let thread: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hb-reader-'));
  thread = join(folder, 'thread.js');
  writeFileSync(thread, THREAD);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readerOf = (staysAfter: (task: Task, said: Said) => boolean = () => true): Reader<Task, Said> => new Reader<Task, Said>({ thread, staysAfter });
const isGone = async (pid: number): Promise<boolean> => {
  for (let tries = 0; tries < 100; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return false;
};
async function said(reader: Reader<Task, Said>): Promise<Said> {
  const answer = await reader.read({ verb: 'say' }, LIMITS);
  if ('ended' in answer) throw new Error(answer.ended);
  return answer.result;
}

describe('a process that reads documents', () => {
  it('reads one after the other, knows nothing of our settings, and is begun anew after twenty', async () => {
    const reader = readerOf();
    const all: Said[] = [];
    for (let nth = 0; nth < 21; nth++) all.push(await said(reader));
    expect(all.map(one => one.nth)).toEqual([...Array.from({ length: 20 }, (_, nth) => nth + 1), 1]);
    expect(new Set(all.map(one => one.pid)).size).toBe(2);
    expect(all.flatMap(one => one.keys)).toEqual([]);
    expect(await isGone((all[0] as Said).pid)).toBe(true);
  });

  it('two documents at once are read by two', async () => {
    const reader = readerOf();
    const [one, two] = await Promise.all([said(reader), said(reader)]);
    expect(one.pid).not.toBe(two.pid);
  });

  it('does not stay after a document of which the owner says so', async () => {
    const reader = readerOf(() => false);
    const [one, two] = [await said(reader), await said(reader)];
    expect(two).toMatchObject({ nth: 1 });
    expect(one.pid).not.toBe(two.pid);
    expect(await isGone(one.pid)).toBe(true);
  });

  it.each([['throw', 'damaged'], ['exit', 'too-large'], ['swell', 'too-large'], ['hang', 'too-long']] as const)('a document that makes it %s ends it alone: %s, and the next is read by a new one', async (verb, ended) => {
    const reader = readerOf();
    const before = await said(reader);
    expect(await reader.read({ verb }, verb === 'hang' ? { ...LIMITS, milliseconds: 500 } : LIMITS)).toEqual({ ended });
    expect(await isGone(before.pid)).toBe(true);
    expect((await said(reader)).nth).toBe(1);
  });

  it('one that is killed while it waits is not asked again', async () => {
    const reader = readerOf();
    const { pid } = await said(reader);
    process.kill(pid, 'SIGKILL');
    await isGone(pid);
    await new Promise(resolve => setTimeout(resolve, 200));
    expect((await said(reader)).pid).not.toBe(pid);
  });
});
