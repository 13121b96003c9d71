import { Injectable, OnModuleInit } from '@nestjs/common';
import { Files, FileSubjects } from '@huanbao/documents';
import { Actor, Db } from '@huanbao/platform';
import { foreignEvidence } from '../duties.errors';
import { dutyPolicy, MATTER } from '../duties.policy';
import { Obligation } from './obligation.entity';

const SUBJECT = 'obligation';

/** Evidence of duties that somebody does by hand: added while the duty is open, read by who reads it, held once it was named. */
@Injectable()
export class DutyFiles implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly subjects: FileSubjects,
    private readonly files: Files,
  ) {}

  onModuleInit(): void {
    this.subjects.register(SUBJECT, (actor, id, verb) => this.may(actor, id, verb), async id => {
      const row = await this.db.repo(Obligation).findOneBy({ id });
      return row && { matter: MATTER, site: row.siteId };
    });
    this.subjects.registerHold(SUBJECT, fileId => this.db.repo(Obligation).existsBy({ evidenceFileId: fileId }));
  }

  /** @throws 400 for a file of another record, one that was removed, or one in which something was found */
  async assertOf(duty: Obligation, fileId: string): Promise<void> {
    const own = (await this.files.list(SUBJECT, duty.id)).find(file => file.id === fileId.toLowerCase());
    if (!own || own.scanState === 'infected') throw foreignEvidence();
  }

  private async may(actor: Actor, id: string, verb: 'read' | 'write'): Promise<boolean> {
    const row = await this.db.repo(Obligation).findOneBy({ id });
    if (!row) return false;
    const isOpen = row.status !== 'done' && row.status !== 'excused';
    return verb === 'read' ? dutyPolicy.sees(actor, row) : isOpen && dutyPolicy.may(actor, 'duty.do', row);
  }
}
