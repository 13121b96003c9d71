import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db } from '@huanbao/platform';
import { type Difference, type Sources, take, type Taken } from '../prefill/offer';
import { offersOf } from '../prefill/parts';
import type { ExecutionReport } from '../report.entity';
import { reportSealed } from '../reports.errors';
import { partsOf } from '../form/form';
import type { Part, PartKey, ReportForm } from '../form/part';
import { acceptedOffer } from './begin.service';
import { PartsService } from './parts.service';
import { ReportFactsService } from './report-facts.service';
import { isOpen, ReportRecords } from './report-records';

export interface PartNews extends Pick<Taken, 'changes' | 'kept'> {
  readonly part: Part;
  readonly sources: Sources;
  /** As it stands and as it is offered: where a place is found by name. */
  readonly forms: readonly ReportForm[];
}

export interface RefreshInput {
  /** Only these parts; all when left out. */
  readonly parts?: readonly string[];
  /** Places (`/part/table/@row/column`) at which the platform's value is taken although a person typed another. */
  readonly places?: readonly string[];
}

/** “取最新数据”: what the platform knows by now, over what stands in the report. */
@Injectable()
export class RefreshService {
  constructor(
    private readonly db: Db,
    private readonly records: ReportRecords,
    private readonly facts: ReportFactsService,
    private readonly parts: PartsService,
    private readonly clock: Clock,
  ) {}

  /** What taking it would change, and what stays because a person typed it. Nothing is written. */
  async preview(actor: Actor, id: string): Promise<PartNews[]> {
    const report = await this.records.find(actor, id, 'execution-report.edit');
    const offers = offersOf(await this.facts.of(report));
    const rows = new Map((await this.records.parts(report)).map(row => [row.part, row]));
    return partsOf(report.kind).flatMap(part => {
      const row = rows.get(part.key);
      if (!row) return [];
      const offer = offers.get(part.key);
      const fresh = acceptedOffer(part, offer);
      const { changes, kept } = take(part.fields, { current: row.data, before: row.offered, fresh });
      return [{ part, changes, kept, sources: offer?.sources ?? {}, forms: [{ [part.key]: row.data }, { [part.key]: fresh }] }];
    });
  }

  /** Takes it over. What a person typed stays, unless the person names the place. */
  async apply(actor: Actor, id: string, input: RefreshInput): Promise<PartNews[]> {
    const given = await this.records.find(actor, id, 'execution-report.edit');
    const offers = offersOf(await this.facts.of(given));
    return this.db.transaction(async () => {
      const report = await this.records.share(actor, id, 'execution-report.edit');
      if (!isOpen(report)) throw reportSealed();
      const news: PartNews[] = [];
      for (const part of partsOf(report.kind).filter(one => input.parts === undefined || input.parts.includes(one.key))) news.push(await this.applyPart(actor, report, { part, offer: offers.get(part.key), input }));
      return news;
    });
  }

  private async applyPart(actor: Actor, report: ExecutionReport, { part, offer, input }: { part: Part; offer: Parameters<typeof acceptedOffer>[1]; input: RefreshInput }): Promise<PartNews> {
    const { row } = await this.records.part(report, part.key, { lock: true });
    const fresh = acceptedOffer(part, offer);
    const forced = new Set((input.places ?? []).filter(one => one.startsWith(`/${part.key}/`)).map(one => one.slice(part.key.length + 1)));
    const taken = take(part.fields, { current: row.data, before: row.offered, fresh }, forced);
    const next = { ...row, data: taken.data, offered: fresh, sources: offer?.sources ?? {}, offeredAt: this.clock.now() };
    if (taken.changes.length > 0 || JSON.stringify(row.offered) !== JSON.stringify(fresh)) await this.parts.put(actor, report, { part, row: { ...next, completed: row.completed && taken.changes.length === 0 } });
    return { part, changes: taken.changes, kept: taken.kept, sources: next.sources, forms: [{ [part.key]: row.data }, { [part.key]: fresh }] };
  }
}

export type { Difference, PartKey };
