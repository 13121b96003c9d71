import { Injectable } from '@nestjs/common';
import { Actor, RequestWithActor } from '@huanbao/platform';

type Resolve = (token: string, request: RequestWithActor) => Promise<Actor>;

/** Tokens of programs that other rooms issue, told apart by their prefix. A room that is not there opens nothing. */
@Injectable()
export class ProgramTokens {
  private readonly rooms = new Map<string, Resolve>();

  /** @param resolve says for whom a token speaks, or throws 401 */
  register(prefix: string, resolve: Resolve): void {
    if (this.rooms.has(prefix)) throw new Error(`Tokens that begin with ${prefix} have an issuer`);
    this.rooms.set(prefix, resolve);
  }

  /** The actor of `Authorization: Bearer <prefix>…`; null for every other header. */
  async actorOf(request: RequestWithActor): Promise<Actor | null> {
    const header = request.headers['authorization'];
    if (typeof header !== 'string' || !header.startsWith('Bearer ')) return null;
    const token = header.slice('Bearer '.length);
    for (const [prefix, resolve] of this.rooms) if (token.startsWith(prefix)) return resolve(token, request);
    return null;
  }
}
