import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, containsWords, Db, newId, Page, stale } from '@huanbao/platform';
import { routeBackwards } from '../complaints.errors';
import { complaintRoutePolicy } from '../complaints.policy';
import type { ComplaintRouteDto } from '../dto';
import { Complaint, ComplaintRoute } from '../entities';
import type { ComplaintRouteListQuery } from '../lists.dto';
import { pageOf, regionsOf } from '../lists';
import { routeFor } from '../rules';
import { ComplaintRouteView, routeView } from '../views/route.view';

/** Which unit, or which other authority, takes a complaint of a place and a subject: rows with days, kept by the bureau. */
@Injectable()
export class ComplaintRoutes {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The row that fits a complaint on the day it was received. */
  async for(complaint: Pick<Complaint, 'place' | 'subject' | 'regionCode'>): Promise<ComplaintRoute | undefined> {
    const rows = await this.db.repo(ComplaintRoute).createQueryBuilder('r').where('starts_with(:region, r.regionCode)', { region: complaint.regionCode }).getMany();
    return routeFor(rows, complaint, this.clock.today());
  }

  list(actor: Actor, query: ComplaintRouteListQuery): Promise<Page<ComplaintRouteView>> {
    const today = this.clock.today();
    const rows = this.db.repo(ComplaintRoute).createQueryBuilder('r').where('r.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) });
    if (query.tab) rows.andWhere(query.tab === 'past' ? 'r.effectiveTo < :today' : '(r.effectiveTo IS NULL OR r.effectiveTo >= :today)', { today });
    if (query.subject) rows.andWhere('(r.subject = :subject OR r.subject IS NULL)', { subject: query.subject });
    if (query.kind) rows.andWhere('r.kind = :kind', { kind: query.kind });
    if (query.q) rows.andWhere(containsWords(`(r.unit || ' ' || r.basis)`, ':q'), { q: query.q });
    return pageOf(rows, {
      key: { sql: 'r.effectiveFrom', type: 'date', of: row => row.effectiveFrom }, isDown: query.sort !== 'from', limit: query.limit ?? 20, cursor: query.cursor, view: row => routeView(actor, row, today),
    });
  }

  async show(actor: Actor, id: string): Promise<ComplaintRouteView> {
    const route = await this.db.repo(ComplaintRoute).findOneBy({ id });
    complaintRoutePolicy.require(actor, 'complaint-route.read', route);
    return routeView(actor, route, this.clock.today());
  }

  add(actor: Actor, input: ComplaintRouteDto): Promise<ComplaintRouteView> {
    return this.db.transaction(async () => {
      const row = this.rowOf(actor, input, { id: newId(), version: 1 });
      await this.db.repo(ComplaintRoute).insert(row);
      return this.told(actor, row);
    });
  }

  /** Rows are changed while they are in force; what was routed by them keeps its unit. */
  change(actor: Actor, id: string, input: ComplaintRouteDto, version: number): Promise<ComplaintRouteView> {
    return this.db.transaction(async () => {
      const route = await this.db.lock(ComplaintRoute, { id });
      complaintRoutePolicy.require(actor, 'complaint-route.set', route);
      if (route.version !== version) throw stale();
      const row = this.rowOf(actor, input, { id, version: version + 1 });
      await this.db.repo(ComplaintRoute).update({ id }, row);
      return this.told(actor, row);
    });
  }

  private rowOf(actor: Actor, input: ComplaintRouteDto, { id, version }: { id: string; version: number }): ComplaintRoute {
    complaintRoutePolicy.require(actor, 'complaint-route.set', input);
    const effectiveTo = input.effectiveTo ?? null;
    if (effectiveTo !== null && effectiveTo < input.effectiveFrom) throw routeBackwards();
    const { regionCode, placeWords, kind, unit, basis, effectiveFrom } = input;
    return { id, regionCode, subject: input.subject ?? null, placeWords, kind, unit, phone: input.phone || null, basis, effectiveFrom, effectiveTo, setByName: actor.name, setAt: this.clock.now(), version };
  }

  private async told(actor: Actor, row: ComplaintRoute): Promise<ComplaintRouteView> {
    const { regionCode, subject, kind, unit, effectiveFrom, effectiveTo } = row;
    await this.audit.record({ actor, action: 'complaint-route.set', subject: { type: 'complaint-route', id: row.id }, details: { regionCode, subject, kind, unit, effectiveFrom, effectiveTo } });
    return routeView(actor, row, this.clock.today());
  }
}
