import { Client } from 'pg';

/**
 * A connection that never ends the process. The pool listens to idle connections and TypeORM to lent ones, but between
 * the two, while a promise is handed on, nobody does: a server that cuts the connection in that instant would be an
 * unhandled error. The work on the connection fails all the same, and the pool replaces it.
 */
export class SteadyClient extends Client {
  constructor(...settings: ConstructorParameters<typeof Client>) {
    super(...settings);
    this.on('error', () => undefined);
  }
}
