import { Injectable } from '@nestjs/common';
import { Clock, Db, newId } from '@huanbao/platform';
import type { CaseRecord } from '../case.entity';
import { conditionUnmet, reasonNeeded } from '../casework.errors';
import type { ActOptions } from '../engine/acting';
import type { ActionDefinition } from '../machine/machine';
import { CaseDecision } from '../outcome.entity';
import { RemedyRule } from '../reference.entity';
import { remediesOn, Remedy } from '../reference/remedies';

/** Records decisions: no decision without reasons and remedies (行政许可法 第三十八条), no grant with a condition unmet. */
@Injectable()
export class Decisions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws 400 `case.reason-needed`, 422 `case.condition-unmet` */
  async record(c: CaseRecord, row: ActionDefinition, options: Pick<ActOptions, 'actor' | 'decision'>): Promise<CaseDecision> {
    const outcome = row.decision ?? 'refused';
    const reasons = options.decision?.reasons.trim();
    if (!reasons) throw reasonNeeded({ zh: '决定的理由', en: 'the reasons of the decision' });
    const conditions = [...(options.decision?.conditions ?? [])];
    const unmet = conditions.filter(condition => !condition.met).map(condition => condition.label);
    if (outcome === 'granted' && unmet.length > 0) throw conditionUnmet(unmet);
    const decision: CaseDecision = {
      id: newId(),
      caseId: c.id,
      outcome,
      reasons,
      conditions,
      remedies: await this.remediesNow(),
      article: row.article,
      decidedBy: options.actor.userId,
      decidedByName: options.actor.name,
      decidedAt: this.clock.now(),
    };
    await this.db.repo(CaseDecision).insert(decision);
    return decision;
  }

  /** The ways to contest a decision of today. */
  async remediesNow(): Promise<Remedy[]> {
    return remediesOn(await this.db.repo(RemedyRule).find({ order: { key: 'ASC', validFrom: 'ASC' } }), this.clock.today());
  }
}
