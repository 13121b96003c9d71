import { Injectable } from '@nestjs/common';
import { Conflicts } from '@huanbao/conflicts';
import { Bid, ServiceTask, taskRelations, TaskRecords } from '@huanbao/marketplace';
import { Actor, Db } from '@huanbao/platform';
import { EngineerLoads, Engagements } from '@huanbao/providers';
import { FindingQueries } from '../findings/finding.queries';
import { ReputationParameters } from '../parameters.service';
import { FirmScore } from '../scores/score.entity';
import { ALL } from '../scores/scoring.service';
import { BidderFactsView, NamedEngineerView } from './bidder.view';
import { In } from 'typeorm';

type Bidder = Pick<Bid, 'firmId' | 'engineerId'>;

/** What the client should know of the bidders before it chooses: score, veto, conflicts, and what the named engineer carries already. */
@Injectable()
export class BidderFacts {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly conflicts: Conflicts,
    private readonly findings: FindingQueries,
    private readonly loads: EngineerLoads,
    private readonly engagements: Engagements,
    private readonly parameters: ReputationParameters,
  ) {}

  /** For the client and the bureau, after the opening; for others, and before, nothing. */
  async of(actor: Actor, taskId: string): Promise<BidderFactsView[]> {
    const task = await this.records.find(actor, taskId, 'task.bids');
    const relations = taskRelations(actor, await this.records.partiesFor(actor, task));
    if ((task.openedAt === null && task.awardedFirmId === null) || !relations.some(one => one === 'own' || one === 'jurisdiction')) return [];
    const bids = await this.db.repo(Bid).find({ where: { taskId, state: 'opened' }, select: { id: true, firmId: true, engineerId: true }, order: { priceYuan: 'ASC', id: 'ASC' } });
    // a commission has no bids: the one who took it
    return this.views(task, bids.length === 0 && task.awardedFirmId ? [{ firmId: task.awardedFirmId, engineerId: null }] : bids);
  }

  private async views(task: ServiceTask, bids: readonly Bidder[]): Promise<BidderFactsView[]> {
    const firmIds = bids.map(bid => bid.firmId);
    const scores = new Map((await this.db.repo(FirmScore).find({ where: { firmId: In(firmIds), scope: ALL }, select: { firmId: true, scope: true, score: true, ratings: true, confidence: true } })).map(one => [one.firmId, one]));
    const vetoes = await this.findings.vetoes(firmIds);
    const obstacles = await this.conflicts.obstaclesOf(task, firmIds);
    const running = await this.engagements.running(firmIds);
    const engineers = await this.engineers(task, bids);
    return bids.map(({ firmId }) => {
      const score = scores.get(firmId);
      return {
        firmId, score: score?.score ?? null, ratings: score?.ratings ?? 0, confidence: score?.confidence ?? 'none', vetoedUntil: vetoes.get(firmId) ?? null,
        obstacles: (obstacles.get(firmId) ?? []).map(({ zh, en }) => ({ zh, en })), runningTasks: running.get(firmId) ?? 0, engineer: engineers.get(firmId) ?? null,
      };
    });
  }

  /** The one who answers for the work now, else the one the bid names. */
  private async engineers(task: ServiceTask, bids: readonly Bidder[]): Promise<Map<string, NamedEngineerView>> {
    const assigned = await this.engagements.engineerOf(task.id);
    const named = new Map(bids.map(bid => [bid.firmId, bid.firmId === task.awardedFirmId ? (assigned ?? bid.engineerId) : bid.engineerId]));
    const loads = await this.loads.named([...named.values()].flatMap(id => id ?? []));
    const hint = (await this.parameters.rows()).find(row => row.key === 'engineer-tasks');
    const most = Number(hint?.value ?? '5');
    return new Map([...named].flatMap(([firmId, id]) => {
      const load = id ? loads.get(id) : undefined;
      return load ? [[firmId, { name: load.name, running: load.running, hint: most, isAbove: load.running > most, hintVerified: hint?.verified ?? false }] as const] : [];
    }));
  }
}
