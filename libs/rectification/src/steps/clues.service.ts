import { Injectable } from '@nestjs/common';
import { Db, Outbox } from '@huanbao/platform';
import { Rectification } from '../entities';
import { clueGiven, notNow } from '../rectification.errors';
import { rectificationClue } from '../rectification.events';
import { RectificationActs, told, unmended, type Who } from './acting';

/** 移送立案审查: the clue goes to those who keep penalty cases, once; the rectification itself goes on. */
@Injectable()
export class RectificationClues {
  constructor(
    private readonly db: Db,
    private readonly acts: RectificationActs,
    private readonly outbox: Outbox,
  ) {}

  handOver(who: Who, reason: string): Promise<void> {
    return this.acts.note(who, { need: 'rectification.handle', text: { zh: '移送立案审查', en: 'Handed over as a clue' }, action: 'rectification.clue', visibility: 'bureau' }, async row => {
      if (row.servedOn === null || row.withdrawnAt !== null) throw notNow();
      if (row.clueAt !== null) throw clueGiven();
      await this.db.repo(Rectification).update({ id: row.id }, await this.give(row, reason));
    });
  }

  /** Publishes the clue. @returns what the row keeps of it */
  async give(row: Rectification, reason: string): Promise<Pick<Rectification, 'clueAt' | 'clueReason'>> {
    const items = await this.acts.items(row.id);
    await this.outbox.publish(rectificationClue, { ...told(row), ...unmended(row, items), number: row.number ?? '', reason, on: this.acts.today });
    return { clueAt: this.acts.now, clueReason: reason };
  }
}
