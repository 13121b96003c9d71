import { Injectable, OnModuleInit } from '@nestjs/common';
import { FileSubjects } from '@huanbao/documents';
import { Actor, Db } from '@huanbao/platform';
import { partiesOf } from './fact.view';
import { KeptFact } from './kept-fact.entity';
import { keptFactPolicy } from './kept-facts.policy';

/** A scan is laid down before its row, under the id of the row, and stays with it. Who reads the row reads its scan. */
@Injectable()
export class FactFiles implements OnModuleInit {
  constructor(
    private readonly subjects: FileSubjects,
    private readonly db: Db,
  ) {}

  onModuleInit(): void {
    this.subjects.register('kept-fact', (actor, id, verb) => this.may(actor, id, verb));
    this.subjects.registerHold('kept-fact', fileId => this.db.repo(KeptFact).existsBy({ scanFileId: fileId }));
  }

  private async may(actor: Actor, id: string, verb: 'read' | 'write'): Promise<boolean> {
    const fact = await this.db.repo(KeptFact).findOneBy({ id });
    if (!fact) return keptFactPolicy.opens(actor, 'kept-fact.record') || keptFactPolicy.opens(actor, 'kept-fact.correct');
    return verb === 'read' && keptFactPolicy.sees(actor, partiesOf(fact));
  }
}
