import { once } from 'node:events';
import { createConnection, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { ENV, Env } from '@huanbao/platform';

const TIMEOUT_MS = 60_000;
const PIECE_BYTES = 64 * 1024;
/** Between two pieces; slower each time an answer was lost, so that it is there before the next piece leaves. */
const PAUSES_MS = [0, 5, 20, 50];
const CUT_OFF = Symbol('cut off');

export type Verdict = { readonly state: 'clean' } | { readonly state: 'infected' | 'unscanned'; readonly finding: string };

/** clamd over TCP (its INSTREAM command), when one is configured. */
@Injectable()
export class Scanner {
  constructor(@Inject(ENV) private readonly env: Env) {}

  get isConfigured(): boolean {
    return this.env.CLAMAV_URL !== undefined;
  }

  /**
   * `unscanned` means that clamd refuses the size (its StreamMaxLength): that answer will not change by asking again.
   * @param open the file's bytes from the beginning, as often as they are needed
   * @throws Error when clamd cannot be reached or answers anything else: the job is tried again, the file stays blocked
   */
  async scan(open: () => Promise<Readable>): Promise<Verdict> {
    for (const pauseMs of PAUSES_MS) {
      const answer = await this.ask(await open(), pauseMs);
      if (answer !== CUT_OFF) return verdictOf(answer);
    }
    throw new Error('clamd broke off every time before its answer could be read');
  }

  private async ask(stream: Readable, pauseMs: number): Promise<string | typeof CUT_OFF> {
    const { hostname, port } = new URL(this.env.CLAMAV_URL as string);
    const socket = createConnection({ host: hostname, port: Number(port), timeout: TIMEOUT_MS });
    socket.on('timeout', () => socket.destroy(new Error('clamd did not answer in time')));
    try {
      const answer = answerOf(socket);
      // a file that cannot be read ends the conversation; a broken connection is the answer's own matter
      send(socket, stream, pauseMs).catch((error: Error) => socket.destroy(error));
      return await answer;
    } finally {
      stream.destroy();
      socket.destroy();
    }
  }
}

async function send(socket: Socket, stream: Readable, pauseMs: number): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const chunk of stream)
    for (let at = 0; at < (chunk as Buffer).length; at += PIECE_BYTES) {
      // clamd may answer in the middle (too large) and hang up: its answer is read before the next piece runs into the closed door
      await wait(pauseMs);
      if (socket.destroyed || socket.readableEnded) return;
      const piece = (chunk as Buffer).subarray(at, at + PIECE_BYTES);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.length);
      socket.write(length);
      if (!socket.write(piece)) await once(socket, 'drain');
    }
  socket.write(Buffer.alloc(4));
}

/**
 * What clamd said until it hung up. What it said before the connection broke counts, the broken connection does not;
 * `CUT_OFF` when a piece ran into the door it had just closed, and with that its answer was lost.
 */
function answerOf(socket: Socket): Promise<string | typeof CUT_OFF> {
  return new Promise((resolve, reject) => {
    let text = '';
    let broken: Error | undefined;
    socket.on('data', (piece: Buffer) => (text += piece.toString('utf8')));
    socket.on('error', error => (broken = error));
    socket.once('close', () => {
      if (!broken || text !== '') resolve(text.replace(/\0+$/, '').trim());
      else if (['EPIPE', 'ECONNRESET'].includes((broken as NodeJS.ErrnoException).code ?? '') && socket.bytesWritten > PIECE_BYTES) resolve(CUT_OFF);
      else reject(broken);
    });
  });
}

function verdictOf(answer: string): Verdict {
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found) return { state: 'infected', finding: found.slice(0, 200) };
  if (answer === 'stream: OK') return { state: 'clean' };
  if (/size limit exceeded/i.test(answer)) return { state: 'unscanned', finding: 'too large for the scanner' };
  throw new Error(`clamd answered: ${answer.slice(0, 200) || 'nothing'}`);
}
