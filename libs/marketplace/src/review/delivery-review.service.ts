import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Actor, Clock, Db } from '@huanbao/platform';
import { allOfKinds, kindsOf, Providers } from '@huanbao/providers';
import { DeliveriesService } from '../deliveries.service';
import { ServiceTask } from '../marketplace.entity';
import { DeliveryFinding, reviewDelivery } from './delivery-review';

/** Reads a delivery before the person does who has to accept it. */
@Injectable()
export class DeliveryReviews {
  constructor(
    private readonly db: Db,
    private readonly deliveries: DeliveriesService,
    private readonly files: Files,
    private readonly providers: Providers,
    private readonly clock: Clock,
  ) {}

  /** For the two sides and the bureau. Nothing is said of a delivery that is not there. */
  async of(actor: Actor, taskId: string, deliveryId: string): Promise<DeliveryFinding[]> {
    const all = await this.deliveries.visibleTo(actor, taskId);
    const delivery = all.find(one => one.id === deliveryId);
    if (!delivery) return [];
    const task = await this.db.repo(ServiceTask).findOneByOrFail({ id: taskId });
    const stored = await this.files.list('service-task', taskId);
    const texts = await this.files.textsOf(delivery.fileIds);
    const hashesOf = (ids: readonly string[]): string[] => stored.filter(file => ids.includes(file.id)).map(file => file.hash);
    const asked = new Set(kindsOf(task.requirement ?? allOfKinds(task.requiredQualifications)));
    const held = task.awardedFirmId ? await this.providers.certificatesOf(task.awardedFirmId, this.clock.today()) : [];
    return reviewDelivery({
      clientName: task.enterpriseName, firmName: task.awardedFirmName ?? '', deliverables: task.deliverables, certificates: held.filter(one => asked.has(one.kind)),
      files: stored.filter(file => delivery.fileIds.includes(file.id)).map(file => ({ ...file, text: texts.get(file.id) ?? null })),
      sentBack: all.filter(one => one.state === 'rework' && one.round < delivery.round).map(one => ({ round: one.round, hashes: hashesOf(one.fileIds) })),
    });
  }
}
