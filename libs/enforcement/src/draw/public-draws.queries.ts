import { Injectable } from '@nestjs/common';
import { Clock, Db, notFound, Page, PageQuery } from '@huanbao/platform';
import { In } from 'typeorm';
import { Inspection, InspectionDraw, OPEN_STATES } from '../enforcement.entity';
import { pageOf } from '../lists';
import type { PublicDrawView } from './draw.view';

/** What everybody may know of draws. Seed and result stay closed until the visits are over, so that nobody prepares for one. */
@Injectable()
export class PublicDraws {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async list({ limit, cursor }: PageQuery): Promise<Page<PublicDrawView>> {
    const page = await pageOf(this.db.repo(InspectionDraw).createQueryBuilder('d'), { key: { sql: 'd.announcedAt', type: 'timestamptz', of: row => row.announcedAt.toISOString() }, isDown: true, limit, cursor, view: row => row });
    const running = await this.running(page.items);
    return { items: page.items.map(draw => viewOf(draw, { isOpen: this.isOver(draw, running), visits: [] })), nextCursor: page.nextCursor };
  }

  async show(id: string): Promise<PublicDrawView> {
    const draw = await this.db.repo(InspectionDraw).findOneBy({ id });
    if (!draw) throw notFound();
    const isOpen = this.isOver(draw, await this.running([draw]));
    return viewOf(draw, { isOpen, visits: isOpen ? await this.db.repo(Inspection).find({ where: { drawId: id }, order: { number: 'ASC' } }) : [] });
  }

  private isOver(draw: InspectionDraw, running: ReadonlySet<string>): boolean {
    return draw.state === 'drawn' && (draw.periodTo < this.clock.today() || !running.has(draw.id));
  }

  /** Draws with a visit still to come. */
  private async running(draws: readonly InspectionDraw[]): Promise<ReadonlySet<string>> {
    if (draws.length === 0) return new Set();
    const rows = await this.db.repo(Inspection).createQueryBuilder('i').select('DISTINCT i.draw_id', 'id').where({ drawId: In(draws.map(one => one.id)), state: In([...OPEN_STATES]) }).getRawMany<{ id: string }>();
    return new Set(rows.map(one => one.id));
  }
}

function viewOf(draw: InspectionDraw, { isOpen, visits }: { readonly isOpen: boolean; readonly visits: readonly Inspection[] }): PublicDrawView {
  const { id, number, title, bureauName, state, announcedAt, drawnAt, commitment, poolHash, poolSize, leftOut, drawnCount, cancelledReason, publishBy, algorithm, seed, origin, publicValue, secret } = draw;
  return {
    id, number, title, bureauName, state, announcedAt: announcedAt.toISOString(), drawnAt: drawnAt?.toISOString() ?? null, commitment, poolHash, poolSize, leftOut, drawnCount, cancelledReason, publishBy, isOpen, algorithm, seed: isOpen ? seed : null, origin: origin && { ...origin }, publicValue, secret: isOpen ? secret : null,
    results: visits.map(({ enterpriseName, uscc, heldOn, result, state, cancelledReason }) => ({ enterpriseName, uscc, heldOn, result, cancelledReason: state === 'cancelled' ? cancelledReason : null })),
  };
}
