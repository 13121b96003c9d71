import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, newId, notFound } from '@huanbao/platform';
import { ReferenceCheck, ReferenceProposal } from './reference.entity';
import { alreadyVerified, notVerified, ownRow } from './reference.errors';
import type { ReferenceItem } from './reference-item';
import { ReferenceSources } from './reference-sources';

export interface Comparison {
  readonly kind: string;
  readonly key: string;
  readonly against: string;
  readonly fileId?: string;
}

/** Somebody compared a row with the promulgated text: who, when, against what. Rules that only warned become binding. */
@Injectable()
export class Verifications {
  constructor(
    private readonly db: Db,
    private readonly sources: ReferenceSources,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  verify(actor: Actor, input: Comparison): Promise<ReferenceItem> {
    return this.judge(actor, input, 'verified');
  }

  /** The comparison was wrong, or the text has changed: the row is unverified again. */
  withdraw(actor: Actor, input: Comparison): Promise<ReferenceItem> {
    return this.judge(actor, input, 'withdrawn');
  }

  private judge(actor: Actor, { kind, key, against, fileId }: Comparison, verdict: ReferenceCheck['verdict']): Promise<ReferenceItem> {
    return this.db.transaction(async () => {
      const source = this.sources.of(kind);
      if (fileId) await this.files.readable(actor, fileId);
      if (verdict === 'verified' && (await this.db.repo(ReferenceProposal).existsBy({ kind, newKey: key, proposedBy: actor.userId }))) throw ownRow();
      const row = (await source?.mark(key, verdict === 'verified', actor)) ?? null;
      if (!row) throw notFound();
      if (row.verified === (verdict === 'verified')) throw verdict === 'verified' ? alreadyVerified() : notVerified();
      await this.db.repo(ReferenceCheck).insert({
        id: newId(), kind, key, verdict, against, fileId: fileId ?? null, content: { ...row } as object, checkedBy: actor.userId, checkedByName: actor.name, checkedAt: this.clock.now(),
      });
      await this.audit.record({ actor, action: verdict === 'verified' ? 'reference.verify' : 'reference.withdraw', subject: { type: 'reference', id: key }, details: { kind, title: row.title, value: `${row.value} ${row.unit}`.trim(), against, fileId: fileId ?? null } });
      return { ...row, verified: verdict === 'verified' };
    });
  }

  /** What was said of a row, newest first. */
  history(kind: string, key: string): Promise<ReferenceCheck[]> {
    return this.db.repo(ReferenceCheck).find({ where: { kind, key }, order: { id: 'DESC' }, take: 100 });
  }

  /** The newest word on each row of a kind. */
  async latest(kind: string): Promise<Map<string, ReferenceCheck>> {
    const rows = await this.db.repo(ReferenceCheck).createQueryBuilder('c').distinctOn(['c.key']).where('c.kind = :kind', { kind }).orderBy('c.key').addOrderBy('c.id', 'DESC').getMany();
    return new Map(rows.map(row => [row.key, row]));
  }
}
