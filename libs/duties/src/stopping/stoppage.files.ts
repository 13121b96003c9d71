import { Injectable, OnModuleInit } from '@nestjs/common';
import { FileSubjects } from '@huanbao/documents';
import { Actor, Db } from '@huanbao/platform';
import { dutyPolicy, MATTER } from '../duties.policy';
import { Stoppage } from './stoppage.entity';

/** Evidence of a stoppage: access follows the record; it is added while the stoppage lasts and never replaced. */
@Injectable()
export class StoppageFiles implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly subjects: FileSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.register('stoppage', (actor, id, verb) => this.may(actor, id, verb), async id => {
      const row = await this.db.repo(Stoppage).findOneBy({ id });
      return row && { matter: MATTER, site: row.siteId };
    });
  }

  private async may(actor: Actor, id: string, verb: 'read' | 'write'): Promise<boolean> {
    const row = await this.db.repo(Stoppage).findOneBy({ id });
    if (!row) return false;
    return verb === 'read' ? dutyPolicy.sees(actor, row) : row.state === 'reported' && dutyPolicy.may(actor, 'duty.stop', row);
  }
}
