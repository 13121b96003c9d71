import { Injectable } from '@nestjs/common';
import { Conflicts } from '@huanbao/conflicts';
import { Directory } from '@huanbao/identity';
import { ServiceTask } from '@huanbao/marketplace';
import { Db } from '@huanbao/platform';
import { EvaluationPlan, EvaluationSeat, Excluded, Expert } from '../evaluation.entity';
import { EvaluationRecords } from '../evaluation.records';
import { conflictsOf, matches, Party } from '../rules/committee';

export interface Pool {
  readonly candidates: readonly Expert[];
  readonly excluded: readonly Excluded[];
}

/** Who of the pool may be drawn for a task: active, of the region, matching, without interests, never in this committee before. */
@Injectable()
export class PoolReading {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly records: EvaluationRecords,
    private readonly conflicts: Conflicts,
  ) {}

  async read(task: ServiceTask, plan: EvaluationPlan): Promise<Pool> {
    const parties = await this.partiesOf(task);
    const had = new Set((await this.db.repo(EvaluationSeat).findBy({ taskId: task.id })).map(seat => seat.expertId));
    const experts = await this.db.repo(Expert).createQueryBuilder('e').where(`e.status = 'active' AND :region LIKE e.region_code || '%'`, { region: task.regionCode }).orderBy('e.id').getMany();
    const fitting = experts.filter(one => !had.has(one.id) && matches(one, plan.specialties));
    const judged = fitting.map(expert => ({ expert, conflicts: conflictsOf(expert, parties) }));
    return {
      candidates: judged.filter(one => one.conflicts.length === 0).map(one => one.expert),
      // the party is left out: reasons are read by all bidders
      excluded: judged.filter(one => one.conflicts.length > 0).map(one => ({ expertId: one.expert.id, reasons: one.conflicts.map(({ zh, en }) => ({ zh, en })) })),
    };
  }

  private async partiesOf(task: ServiceTask): Promise<Party[]> {
    const offers = await this.records.offers(task.id);
    const preparers = await this.conflicts.keptFromJudging(task);
    const organisations = await this.directory.organisations([task.enterpriseId, ...offers.map(one => one.firmId), ...preparers]);
    const party = (id: string, name: string, role: Party['role']): Party => ({ name, role, uscc: organisations.get(id)?.uscc ?? null });
    return [party(task.enterpriseId, task.enterpriseName, 'enterprise'), ...offers.map(one => party(one.firmId, one.firmName, 'bidder')), ...preparers.map(id => party(id, organisations.get(id)?.name ?? '', 'preparer'))];
  }
}
