import { Injectable } from '@nestjs/common';
import { Actor, Db } from '@huanbao/platform';
import type { WaitingCountsView } from './case.view';
import { claimablePosts, ownScope, prefixes } from './cases.query';

type Side = 'office' | 'party';
type Count = (actor: Actor) => Promise<number>;

/** How much waits for the actor, by kind of case: the badges of the menu. One statement, and one for each room whose matters are no cases of the reader. */
@Injectable()
export class Waiting {
  private readonly rooms: Readonly<Record<Side, Map<string, Count>>> = { office: new Map(), party: new Map() };

  constructor(private readonly db: Db) {}

  /** A room says how many of a kind wait for the reader, where the holder of a case does not tell. */
  register(side: Side, kind: string, count: Count): void {
    this.rooms[side].set(kind, count);
  }

  /** At the actor’s posts, free or taken by the actor. Who steps in anywhere is not told of everything. */
  office(actor: Actor): Promise<WaitingCountsView> {
    const posts = claimablePosts({ ...actor, roles: actor.roles.filter(role => role !== 'bureau.supervisor') });
    return this.with('office', actor, this.db.query<Row>(
      `SELECT kind, count(*)::int AS count FROM case_record
        WHERE submitted_at IS NOT NULL AND closed_at IS NULL AND region_code LIKE ANY ($1) AND holder = ANY ($2) AND (claimed_by IS NULL OR claimed_by = $3) GROUP BY kind`,
      [prefixes(actor), actor.roles.includes('bureau.supervisor') ? [...posts, 'bureau.supervisor'] : posts, actor.userId],
    ));
  }

  /** Cases of the reader’s organisation and its principals in which the ball is with them. */
  party(actor: Actor): Promise<WaitingCountsView> {
    const scope = ownScope(actor).add('closed_at IS NULL').add(`holder = 'applicant'`);
    return this.with('party', actor, this.db.query<Row>(`SELECT kind, count(*)::int AS count FROM case_record WHERE ${scope.where} GROUP BY kind`, scope.values));
  }

  private async with(side: Side, actor: Actor, cases: Promise<Row[]>): Promise<WaitingCountsView> {
    const counts = new Map((await cases).map(({ kind, count }) => [kind, count]));
    for (const [kind, count] of this.rooms[side]) counts.set(kind, await count(actor));
    return { items: [...counts].filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count })).sort((a, b) => (a.kind < b.kind ? -1 : 1)) };
  }
}

interface Row extends Record<string, unknown> {
  readonly kind: string;
  readonly count: number;
}
