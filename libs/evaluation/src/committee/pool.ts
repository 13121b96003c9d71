import { Injectable } from '@nestjs/common';
import { Conflicts } from '@huanbao/conflicts';
import { Directory } from '@huanbao/identity';
import { ServiceTask } from '@huanbao/marketplace';
import { FirmTies } from '@huanbao/market-signals';
import { Clock, Db } from '@huanbao/platform';
import { EvaluationPlan, EvaluationSeat, Excluded, Expert } from '../evaluation.entity';
import { EvaluationRecords } from '../evaluation.records';
import { EvaluationReference } from '../reference';
import { Conflict, conflictsOf, matches, Party, Related } from '../rules/committee';

interface Judged {
  readonly expert: Expert;
  readonly conflicts: readonly Conflict[];
}

interface KnownParty extends Party {
  readonly id: string;
}

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
    private readonly ties: FirmTies,
    private readonly reference: EvaluationReference,
    private readonly clock: Clock,
  ) {}

  async read(task: ServiceTask, plan: EvaluationPlan): Promise<Pool> {
    const parties = await this.partiesOf(task);
    const had = new Set((await this.db.repo(EvaluationSeat).findBy({ taskId: task.id })).map(seat => seat.expertId));
    const experts = await this.db.repo(Expert).createQueryBuilder('e').where(`e.status = 'active' AND :region LIKE e.region_code || '%'`, { region: task.regionCode }).orderBy('e.id').getMany();
    const fitting = experts.filter(one => !had.has(one.id) && matches(one, plan.specialties));
    const judged = await this.judge(fitting, parties);
    return {
      candidates: judged.filter(one => one.conflicts.length === 0).map(one => one.expert),
      // the party is left out: reasons are read by all bidders
      excluded: judged.filter(one => one.conflicts.length > 0).map(one => ({ expertId: one.expert.id, reasons: one.conflicts.map(({ zh, en }) => ({ zh, en })) })),
    };
  }

  /** What speaks against each expert for this task; `judgedOn`: on the day the scores were given. */
  async against(task: ServiceTask, experts: readonly Expert[], judgedOn: string | null): Promise<Judged[]> {
    return this.judge(experts, await this.partiesOf(task), judgedOn);
  }

  private async judge(experts: readonly Expert[], parties: readonly KnownParty[], judgedOn: string | null = null): Promise<Judged[]> {
    const today = judgedOn ?? this.clock.today();
    const rules = { since: await this.reference.relationsSince(today), today, judgedOn };
    const bound = new Map<string, Related['boundTo']>();
    for (const code of new Set(experts.flatMap(one => one.unitUscc ?? []))) bound.set(code, await this.boundTo(code, parties));
    return experts.map(expert => ({ expert, conflicts: conflictsOf({ ...expert, boundTo: bound.get(expert.unitUscc ?? '') }, parties, rules) }));
  }

  /** Bidders under the same control as a firm, as far as registered people, addresses and accounts tell beyond doubt. */
  private async boundTo(uscc: string, parties: readonly KnownParty[]): Promise<NonNullable<Related['boundTo']>> {
    const unit = await this.directory.organisationByUscc(uscc, 'firm');
    if (!unit) return [];
    const found = await this.ties.of(unit.id, parties.filter(one => one.role === 'bidder').map(one => one.id));
    return found.filter(one => one.strength === 'strong').flatMap(({ firmIds: [, other], zh, en }) => parties.filter(one => one.id === other).map(one => ({ party: one.name, zh, en })));
  }

  private async partiesOf(task: ServiceTask): Promise<KnownParty[]> {
    const offers = await this.records.offers(task.id);
    const preparers = await this.conflicts.keptFromJudging(task);
    const organisations = await this.directory.organisations([task.enterpriseId, ...offers.map(one => one.firmId), ...preparers]);
    const party = (id: string, name: string, role: Party['role']): KnownParty => ({ id, name, role, uscc: organisations.get(id)?.uscc ?? null });
    return [party(task.enterpriseId, task.enterpriseName, 'enterprise'), ...offers.map(one => party(one.firmId, one.firmName, 'bidder')), ...preparers.map(id => party(id, organisations.get(id)?.name ?? '', 'preparer'))];
  }
}
