import { Injectable, OnModuleInit } from '@nestjs/common';
import { CaseRecord, Waiting } from '@huanbao/casework';
import { FileSubjects } from '@huanbao/documents';
import { KnownEnterprises } from '@huanbao/identity';
import { Clock, Db } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { WatchDecision, WatchEntry, WatchNotice, WatchRemoval } from './entities';
import { ownWatchPolicy, watchListPolicy } from './watch-list.policy';

/** `watch-list`: the bureau's file, which the subject never reads; `watch-list-party`: what the subject hands in, read by both. */
@Injectable()
export class WatchFiles implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly subjects: FileSubjects,
    private readonly known: KnownEnterprises,
    private readonly waiting: Waiting,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subjects.register('watch-list', async (actor, id, verb) => {
      const entry = await this.db.repo(WatchEntry).findOneBy({ id });
      if (!entry || !watchListPolicy.sees(actor, entry)) return false;
      return verb === 'read' || (watchListPolicy.may(actor, 'watch-list.handle', entry) && this.isOpen(id));
    });
    this.subjects.register('watch-list-party', async (actor, id, verb) => {
      const entry = await this.db.repo(WatchEntry).findOneBy({ id });
      if (!entry) return false;
      if (ownWatchPolicy.sees(actor, entry)) return verb === 'read' || (ownWatchPolicy.may(actor, 'own-watch-list.apply', entry) && this.isOpen(id));
      return verb === 'read' && watchListPolicy.sees(actor, entry);
    });
    this.subjects.registerHold('watch-list', fileId => this.rests(fileId));
    // what was handed in stays as it was
    this.subjects.registerHold('watch-list-party', fileId => this.isEvidence(fileId));
    this.waiting.register('party', 'watch-listing', ({ orgId }) => this.waitsFor(orgId));
    this.known.onClaim(async ({ from, to }) => void (await this.db.query(`UPDATE watch_list_entry SET subject_org_id = CAST($2 AS uuid), subject_key = 'org:' || CAST($2 AS uuid)::text WHERE subject_org_id = CAST($1 AS uuid)`, [from, to])));
  }

  /** A pre-notice that may still be answered. */
  private async waitsFor(orgId: string | null): Promise<number> {
    const [row] = await this.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM watch_list_entry e JOIN case_record k ON k.id = e.id JOIN watch_list_notice n ON n.entry_id = e.id AND n.is_current
        WHERE e.subject_org_id = $1 AND e.told_at IS NOT NULL AND k.state = 'stating' AND n.served IS NOT NULL AND n.stated_at IS NULL AND n.waived_at IS NULL AND n.statement_until >= $2`, [orgId, this.clock.today()]);
    return row?.n ?? 0;
  }

  private isOpen(id: string): Promise<boolean> {
    return this.db.repo(CaseRecord).existsBy({ id, closedAt: IsNull() });
  }

  private isEvidence(fileId: string): Promise<boolean> {
    return this.db.repo(WatchRemoval).createQueryBuilder('r').where(':file = ANY (r.fileIds)', { file: fileId }).getExists();
  }

  /** Proofs of service and evidence are not taken away. */
  private async rests(fileId: string): Promise<boolean> {
    if (await this.isEvidence(fileId)) return true;
    const proof = { file: fileId };
    if (await this.db.repo(WatchNotice).createQueryBuilder('n').where(`n.served ->> 'proofFileId' = :file`, proof).getExists()) return true;
    return this.db.repo(WatchDecision).createQueryBuilder('d').where(`d.served ->> 'proofFileId' = :file`, proof).getExists();
  }
}
