import { Injectable, OnModuleInit } from '@nestjs/common';
import { FileSubjects } from '@huanbao/documents';
import { Actor, Db } from '@huanbao/platform';
import { PermitApplication } from './application.entity';
import { Permit } from './permit.entity';
import { applicationPolicy, partiesOf, permitPolicy } from './permits.policy';

/** Who reads and writes the files of applications and permits: access follows the record. */
@Injectable()
export class PermitFiles implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly subjects: FileSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.register('permit-application', (actor, id, verb) => this.mayApplication(actor, id, verb), id => this.reachOf(id));
    this.subjects.register('permit', (actor, id, verb) => this.mayPermit(actor, id, verb));
  }

  private async reachOf(id: string): Promise<{ matter: string; site: string } | null> {
    const application = await this.db.repo(PermitApplication).findOneBy({ id });
    return application && { matter: 'permits', site: application.siteId };
  }

  private async mayApplication(actor: Actor, id: string, verb: 'read' | 'write'): Promise<boolean> {
    const application = await this.db.repo(PermitApplication).findOneBy({ id });
    if (!application) return false;
    if (verb === 'read') return applicationPolicy.sees(actor, partiesOf(application));
    return application.editing !== 'sealed' && applicationPolicy.may(actor, 'permit-application.edit', partiesOf(application));
  }

  /** Certificates are drawn by the platform; nobody writes them. */
  private async mayPermit(actor: Actor, id: string, verb: 'read' | 'write'): Promise<boolean> {
    const permit = await this.db.repo(Permit).findOneBy({ id });
    return verb === 'read' && permit !== null && permitPolicy.sees(actor, permit);
  }
}
