import { Inject, Injectable } from '@nestjs/common';
import { Directory, Organisation } from '@huanbao/identity';
import { Bid, requirementOf, ServiceTask } from '@huanbao/marketplace';
import { City, CITY, Db, ENV, Env, newId, shanghaiDate } from '@huanbao/platform';
import { describeRequirement } from '@huanbao/providers';
import { OcdsRelease } from './release.entity';
import { OrganisationFacts, releaseOf, stagesOf, TenderFacts } from './release';

/** An unregistered prefix, until the city has one of the Open Contracting Partnership. */
const NO_PREFIX = 'ocds-000000';
const AT_A_TIME = 500;

/** Writes the releases of a task that are missing. What was published is never written again. */
@Injectable()
export class OcdsPublishing {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
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
    const facts = await this.factsOf(task, { number: task.number, publishedAt: task.publishedAt });
    const known = await this.db.repo(OcdsRelease).findBy({ taskId });
    let seq = known.length;
    for (const { stage, at } of stagesOf(facts).filter(each => !known.some(release => release.stage === each.stage))) {
      seq += 1;
      const body = releaseOf(facts, { stage, at, seq, prefix: this.prefix });
      await this.db.repo(OcdsRelease).insert({ id: newId(), taskId, stage, seq, releaseId: body.id, ocid: body.ocid, kind: task.kind, date: at, month: shanghaiDate(at).slice(0, 7), body: body as object });
    }
  }

  /** Tasks whose newest stage has no release: of before this room, or of a job that was lost. */
  async behind(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `SELECT t.id FROM service_task t LEFT JOIN LATERAL (SELECT array_agg(r.stage) AS stages FROM ocds_release r WHERE r.task_id = t.id) k ON true
        WHERE t.published_at IS NOT NULL AND t.number IS NOT NULL AND t.listed
          AND NOT (coalesce(k.stages, '{}') @> (ARRAY['tender'] || CASE WHEN t.opened_at IS NOT NULL THEN ARRAY['opening'] ELSE '{}' END
            || CASE WHEN t.awarded_at IS NOT NULL THEN ARRAY['award'] ELSE '{}' END || CASE WHEN t.state IN ('cancelled', 'failed') THEN ARRAY['end'] ELSE '{}' END))
        ORDER BY t.published_at, t.id LIMIT ${AT_A_TIME}`,
    );
    return rows.map(row => row.id);
  }

  private async factsOf(task: ServiceTask, { number, publishedAt }: { number: string; publishedAt: Date }): Promise<TenderFacts> {
    const bids = task.openedAt === null ? [] : await this.db.repo(Bid).find({ where: [{ taskId: task.id, state: 'opened' }, { taskId: task.id, state: 'unreadable' }], order: { receivedAt: 'ASC', id: 'ASC' } });
    const known = await this.directory.organisations([task.enterpriseId, ...bids.map(bid => bid.firmId)]);
    const firm = (bid: Bid): OrganisationFacts => named(known.get(bid.firmId), bid.firmName);
    const awarded = bids.find(bid => bid.id === task.awardedBidId);
    return {
      number, publishedAt, title: task.title, description: task.description, deliverables: task.deliverables, eligibility: describeRequirement(requirementOf(task)).zh, kind: task.kind, serviceCode: task.serviceCode,
      budgetYuan: task.budgetYuan, durationDays: task.durationDays, priceWeight: task.priceWeight, bidDeadline: task.bidDeadline,
      enterprise: named(known.get(task.enterpriseId), task.enterpriseName), page: `${this.env.HB_PUBLIC_URL}/tasks/${task.id}`,
      opening: task.openedAt && { at: task.openedAt, tenderers: bids.map(firm) },
      award: task.awardedAt && awarded?.priceYuan ? { at: task.awardedAt, id: awarded.id, priceYuan: awarded.priceYuan, supplier: firm(awarded) } : null,
      end: task.state === 'cancelled' || task.state === 'failed' ? { at: task.updatedAt, state: task.state } : null,
    };
  }
}

const named = (organisation: Organisation | undefined, name: string): OrganisationFacts => ({ uscc: organisation?.uscc ?? null, name: organisation?.name ?? name });
