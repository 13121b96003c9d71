import { Injectable } from '@nestjs/common';
import { Actor, Db } from '@huanbao/platform';
import { ApplicationRecords } from '../application.records';
import { SectionStore } from '../section-store';
import { differences } from './differences';
import type { ApplicationChangesView } from './life.view';
import { PermitVersion } from './permit-version.entity';

/** What an application would change of the permit it is about. */
@Injectable()
export class Differences {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly sections: SectionStore,
  ) {}

  /** A first application changes nothing. @throws 404 for one the actor does not see */
  async of(actor: Actor, id: string): Promise<ApplicationChangesView> {
    const application = await this.records.find(actor, id);
    if (application.permitId === null || application.baseVersion === null) return { permitId: null, baseVersion: null, issuedOn: null, items: [] };
    const base = await this.db.repo(PermitVersion).findOneByOrFail({ permitId: application.permitId, number: application.baseVersion });
    const items = differences(base.snapshot, await this.sections.form(id));
    return { permitId: application.permitId, baseVersion: base.number, issuedOn: base.issuedOn, items: items.map(one => ({ ...one })) };
  }
}
