import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect, Server, Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';

export interface TestScanner {
  readonly url: string;
  /** `clamd` itself, or the protocol spoken by the tests. */
  readonly kind: 'clamd' | 'protocol';
  stop(): Promise<void>;
}

/** The test signature: its name and its bytes in hex. */
export interface Signature {
  readonly name: string;
  readonly text: string;
}

/** clamd accepts no stream longer than this. */
export const STREAM_LIMIT_BYTES = 1024 * 1024;

/** A real clamd with one signature of our own where it is installed; otherwise a server that speaks its INSTREAM. */
export async function startScanner(signature: Signature): Promise<TestScanner> {
  return isInstalled() ? startClamd(signature) : startProtocol(signature);
}

function isInstalled(): boolean {
  try {
    execFileSync('clamd', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function startClamd({ name, text }: Signature): Promise<TestScanner> {
  const folder = mkdtempSync(join(tmpdir(), 'huanbao-clamd-'));
  const port = await freePort();
  writeFileSync(join(folder, 'test.ndb'), `${name}:0:*:${Buffer.from(text, 'latin1').toString('hex')}\n`);
  const settings = [`DatabaseDirectory ${folder}`, `TCPSocket ${port}`, 'TCPAddr 127.0.0.1', 'Foreground yes', 'SelfCheck 0', 'MaxThreads 2', `StreamMaxLength ${STREAM_LIMIT_BYTES}`, ''];
  writeFileSync(join(folder, 'clamd.conf'), settings.join('\n'));
  chmodSync(folder, 0o755);
  const child = spawn('clamd', ['--config-file', join(folder, 'clamd.conf')], { stdio: ['ignore', 'pipe', 'pipe'] });
  await answers(port, child);
  const stop = async (): Promise<void> => {
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `tcp://127.0.0.1:${port}`, kind: 'clamd', stop };
}

async function answers(port: number, child: ChildProcess): Promise<void> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => (said += piece.toString()));
  for (let left = 150; left > 0; left -= 1) {
    if (child.exitCode !== null) break;
    if (await pong(port)) return;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Error(`clamd did not start: ${said}`);
}

function pong(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => socket.write('zPING\0'));
    socket.once('data', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

async function startProtocol(signature: Signature): Promise<TestScanner> {
  const server: Server = createServer(socket => void serve(socket, signature));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `tcp://127.0.0.1:${port}`, kind: 'protocol', stop: () => new Promise(resolve => server.close(() => resolve())) };
}

/** `zINSTREAM\0`, pieces with their length in front, a piece of length 0; then one line. */
async function serve(socket: Socket, { name, text }: Signature): Promise<void> {
  let received = Buffer.alloc(0);
  let content = Buffer.alloc(0);
  let at = 'zINSTREAM\0'.length;
  socket.on('error', () => undefined);
  for await (const piece of socket) {
    received = Buffer.concat([received, piece as Buffer]);
    while (received.length >= at + 4) {
      const length = received.readUInt32BE(at);
      if (length === 0) return void socket.end(`stream: ${content.includes(text) ? `${name} FOUND` : 'OK'}\0`);
      if (received.length < at + 4 + length) break;
      content = Buffer.concat([content, received.subarray(at + 4, at + 4 + length)]);
      at += 4 + length;
      if (content.length > STREAM_LIMIT_BYTES) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
    }
  }
}
