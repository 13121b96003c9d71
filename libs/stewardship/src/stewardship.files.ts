import { Injectable, OnModuleInit } from '@nestjs/common';
import { FileSubjects } from '@huanbao/documents';
import { Actor, Db } from '@huanbao/platform';
import { StewardFinding, StewardFindingStep, StewardPhoto, StewardReport, StewardVisit } from './entities';
import { partiesOf } from './reports/report.view';
import { stewardPolicy } from './stewardship.policy';

/** Files of visits, findings and reports are the enterprise's and its firm's. What was sent or shown stays. */
@Injectable()
export class StewardFiles implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly subjects: FileSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.register('steward-visit', async (actor, id, verb) => {
      const visit = await this.db.repo(StewardVisit).findOneBy({ id });
      if (!visit) return false;
      const parties = { ...visit, isReleased: true };
      return verb === 'write' ? visit.state === 'planned' && stewardPolicy.may(actor, 'stewardship.work', parties) : stewardPolicy.sees(actor, parties) && (visit.state === 'held' || visit.firmId === actor.orgId);
    });
    this.subjects.registerHold('steward-visit', fileId => this.db.repo(StewardPhoto).existsBy({ fileId }));
    this.subjects.register('steward-finding', async (actor, id, verb) => {
      const finding = await this.db.repo(StewardFinding).findOneBy({ id });
      return finding !== null && stewardPolicy.sees(actor, { ...finding, isReleased: true }) && (verb === 'read' || finding.state !== 'closed');
    });
    this.subjects.registerHold('steward-finding', fileId => this.db.repo(StewardFindingStep).createQueryBuilder('s').where(':fileId = ANY (s.fileIds)', { fileId }).getExists());
    this.subjects.register('steward-report', (actor, id, verb) => this.mayReport(actor, id, verb));
  }

  private async mayReport(actor: Actor, id: string, verb: 'read' | 'write'): Promise<boolean> {
    const report = await this.db.repo(StewardReport).findOneBy({ id });
    return report !== null && verb === 'read' && stewardPolicy.sees(actor, partiesOf(report));
  }
}
