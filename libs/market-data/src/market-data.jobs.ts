import { Injectable } from '@nestjs/common';
import { ServiceTask } from '@huanbao/marketplace';
import { Db, Delivery, Handles } from '@huanbao/platform';
import { catchUpReleases, publishContractReleases, publishReleases, tellSearchers } from './market-data.jobs.definitions';
import { OcdsPublishing } from './ocds/publishing.service';
import { SavedSearches } from './searches/saved-searches.service';

/** Background work of the market's data: load, call the service, nothing more. */
@Injectable()
export class MarketDataJobs {
  constructor(
    private readonly db: Db,
    private readonly publishing: OcdsPublishing,
    private readonly searches: SavedSearches,
  ) {}

  @Handles(publishReleases)
  async publish({ taskId }: { taskId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.publishing.publish(taskId));
  }

  @Handles(publishContractReleases)
  async publishContract({ contractId }: { contractId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.publishing.publishContract(contractId));
  }

  @Handles(catchUpReleases)
  async catchUp(_: Record<string, never>, delivery: Delivery): Promise<void> {
    for (const taskId of await this.publishing.behind()) await this.db.transaction(() => this.publishing.publish(taskId));
    await delivery.complete(async () => undefined);
  }

  /** The messages' key makes a second run tell nobody twice. */
  @Handles(tellSearchers)
  async tell({ taskId }: { taskId: string }, delivery: Delivery): Promise<void> {
    const task = await this.db.repo(ServiceTask).findOneBy({ id: taskId });
    if (task?.publishedAt && task.listed) await this.searches.tell(task);
    await delivery.complete(async () => undefined);
  }
}
