import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { LinkTokens } from '@huanbao/identity';
import type { BodyDoor } from '@huanbao/platform';

/** In a header, so that no address and no log holds the key of a seat. */
export const SEAT_TOKEN = 'x-seat-token';

/** A sheet of five hundred bids is read only from who holds a link of ours; whether that seat may still act is asked afterwards. */
@Injectable()
export class SeatDoor implements BodyDoor {
  constructor(private readonly links: LinkTokens) {}

  admits(headers: IncomingHttpHeaders): boolean {
    return this.links.idOf('evaluation-seat', String(headers[SEAT_TOKEN] ?? '')) !== undefined;
  }
}
