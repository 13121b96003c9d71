import { Inject, Injectable } from '@nestjs/common';
import { type CancelledAward, CancelledAwards, PublicContracts } from '@huanbao/contracts';
import { Directory, Organisation } from '@huanbao/identity';
import { Bid, METHODS, PublicChanges, REGIMES, requirementOf, ServiceTask } from '@huanbao/marketplace';
import { City, CITY, Db, ENV, Env, newId, shanghaiDate } from '@huanbao/platform';
import { describeRequirement } from '@huanbao/providers';
import { momentsOf, OrganisationFacts, TenderFacts } from './facts';
import { methodOf, MethodWords } from './method';
import { OcdsRelease, OcdsSeen } from './release.entity';
import { releaseOf } from './release';

/** An unregistered prefix, until the city has one of the Open Contracting Partnership. */
const NO_PREFIX = 'ocds-000000';
const AT_A_TIME = 500;

/** Writes the releases of a task that are missing. What was published is never written again. */
@Injectable()
export class OcdsPublishing {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly changes: PublicChanges,
    private readonly contracts: PublicContracts,
    private readonly cancelledAwards: CancelledAwards,
    @Inject(CITY) private readonly city: City,
    @Inject(ENV) private readonly env: Env,
  ) {}

  get prefix(): string {
    return this.city.openContracting?.prefix ?? NO_PREFIX;
  }

  /** In the transaction of the job. */
  async publish(taskId: string): Promise<void> {
    const task = await this.db.lock(ServiceTask, { id: taskId });
    if (!task?.publishedAt || task.number === null || !task.listed) return; // only the invited know of it
    const contractVersion = await this.contracts.versionOf(taskId);
    const facts = await this.factsOf(task, { number: task.number, publishedAt: task.publishedAt });
    const known = await this.db.repo(OcdsRelease).findBy({ taskId });
    const seqs = new Map(known.map(release => [release.stage, release.seq]));
    const moments = momentsOf(facts);
    for (const [nth, { key, at }] of moments.entries()) {
      if (seqs.has(key)) continue;
      seqs.set(key, seqs.size + 1);
      const body = releaseOf(facts, moments.slice(0, nth + 1), { seqOf: each => seqs.get(each) ?? 1, prefix: this.prefix });
      await this.db.repo(OcdsRelease).insert({ id: newId(), taskId, stage: key, seq: seqs.size, releaseId: body.id, ocid: body.ocid, kind: task.kind, date: at, month: shanghaiDate(at).slice(0, 7), body: body as object });
    }
    await this.db.repo(OcdsSeen).upsert({ taskId, taskVersion: task.version, contractVersion }, ['taskId']);
  }

  /** The task of a contract. In the transaction of the job. */
  async publishContract(contractId: string): Promise<void> {
    const taskId = await this.contracts.taskOf(contractId);
    if (taskId) await this.publish(taskId);
  }

  /** Tasks that were changed, or whose contract was, since they were last looked at: of before this room, or of a job that was lost. */
  async behind(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `SELECT t.id FROM service_task t LEFT JOIN contract c ON c.task_id = t.id AND c.state NOT IN ('lapsed', 'revoked') LEFT JOIN ocds_seen s ON s.task_id = t.id
        WHERE t.published_at IS NOT NULL AND t.number IS NOT NULL AND t.listed
          AND (s.task_id IS NULL OR s.task_version <> t.version OR s.contract_version IS DISTINCT FROM c.version)
        ORDER BY t.published_at, t.id LIMIT ${AT_A_TIME}`,
    );
    return rows.map(row => row.id);
  }

  private async cancelledOf(taskId: string, rows: readonly CancelledAward[]): Promise<TenderFacts['cancelled']> {
    const known = await this.directory.organisations(rows.map(one => one.firmId));
    return rows.map(one => ({ at: one.awardedAt, id: awardId(one.bidId ?? taskId, one.awardedAt, rows), priceYuan: one.priceYuan, durationDays: one.durationDays, supplier: named(known.get(one.firmId), one.firmName), cancelledAt: one.cancelledAt, reason: one.groundZh, restoredAt: one.restoredAt }));
  }

  private async factsOf(task: ServiceTask, { number, publishedAt }: { number: string; publishedAt: Date }): Promise<TenderFacts> {
    const bids = task.openedAt === null ? [] : await this.db.repo(Bid).find({ where: [{ taskId: task.id, state: 'opened' }, { taskId: task.id, state: 'unreadable' }], order: { receivedAt: 'ASC', id: 'ASC' } });
    const known = await this.directory.organisations([task.enterpriseId, ...(task.awardedFirmId ? [task.awardedFirmId] : []), ...bids.map(bid => bid.firmId)]);
    const undone = await this.cancelledAwards.ofTask(task.id);
    const { title, description, deliverables, kind, serviceCode, budgetYuan, durationDays, priceWeight, bidDeadline } = task;
    return {
      number, publishedAt, title, description, deliverables, kind, serviceCode, budgetYuan, durationDays, priceWeight, bidDeadline, method: wordsOf(task),
      eligibility: describeRequirement(requirementOf(task)).zh, enterprise: named(known.get(task.enterpriseId), task.enterpriseName), page: `${this.env.HB_PUBLIC_URL}/tasks/${task.id}`,
      changes: await this.changes.of(task.id), opening: task.openedAt && { at: task.openedAt, tenderers: bids.map(bid => named(known.get(bid.firmId), bid.firmName)) },
      award: awardOf(task, bids.find(bid => bid.id === task.awardedBidId), { known, undone }), contract: await this.contracts.ofTask(task.id), revoked: await this.contracts.revokedOf(task.id), cancelled: await this.cancelledOf(task.id, undone),
      end: task.state === 'cancelled' || task.state === 'failed' ? { at: task.updatedAt, state: task.state } : null,
    };
  }
}

function wordsOf(task: ServiceTask): MethodWords {
  const { zh, hint, regimes } = METHODS[task.method];
  return methodOf(task, { zh, hint: hint.zh, regime: REGIMES[task.regime].zh, basis: regimes[task.regime]?.basis ?? null });
}

/** A direct commission has no bid: firm and price stand in the task. */
function awardOf(task: ServiceTask, bid: Bid | undefined, { known, undone }: { known: ReadonlyMap<string, Organisation>; undone: readonly CancelledAward[] }): TenderFacts['award'] {
  const { awardedAt: at, awardedFirmId: firmId, awardedFirmName: name, awardedPriceYuan } = task;
  const priceYuan = awardedPriceYuan ?? bid?.priceYuan ?? null;
  if (!at || !firmId || priceYuan === null) return null;
  return { at, id: awardId(bid?.id ?? task.id, at, undone), priceYuan, durationDays: bid?.durationDays ?? task.durationDays, supplier: named(known.get(firmId), name ?? bid?.firmName ?? '') };
}

const named = (organisation: Organisation | undefined, name: string): OrganisationFacts => ({ uscc: organisation?.uscc ?? null, name: organisation?.name ?? name });

/** A bid may be chosen again after its award was found void: each award has an id of its own, the first one that of the bid. */
function awardId(base: string, at: Date, undone: readonly CancelledAward[]): string {
  const before = new Set(undone.filter(one => (one.bidId ?? base) === base && one.awardedAt < at).map(one => one.awardedAt.getTime())).size;
  return before === 0 ? base : `${base}-${before + 1}`;
}
