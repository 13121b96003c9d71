import { Injectable, OnModuleInit } from '@nestjs/common';
import { CaseRecord, Waiting } from '@huanbao/casework';
import { FileSubjects } from '@huanbao/documents';
import { KnownEnterprises } from '@huanbao/identity';
import { Clock, Db } from '@huanbao/platform';
import { In } from 'typeorm';
import { Penalty, PenaltyDecision, PenaltyEvidence, PenaltyNotice, PenaltyPayment, PenaltyUndoing } from './entities';
import { PenaltyExecution } from './executing/execution.entity';
import { ownPenaltyPolicy, penaltyPolicy } from './penalties.policy';
import { takesPayments } from './steps/account';

/** `penalty`: the bureau's file, which the party never reads; `penalty-party`: what the party hands in, read by both. */
@Injectable()
export class PenaltyFiles implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly subjects: FileSubjects,
    private readonly known: KnownEnterprises,
    private readonly waiting: Waiting,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subjects.register('penalty', async (actor, id, verb) => {
      const penalty = await this.db.repo(Penalty).findOneBy({ id });
      if (!penalty || !penaltyPolicy.sees(actor, penalty)) return false;
      return verb === 'read' || (penaltyPolicy.may(actor, 'penalty.investigate', penalty) && this.isOpen(id, ['closed']));
    });
    this.subjects.register('penalty-party', async (actor, id, verb) => {
      const penalty = await this.db.repo(Penalty).findOneBy({ id });
      if (!penalty) return false;
      if (ownPenaltyPolicy.sees(actor, penalty)) return verb === 'read' || (ownPenaltyPolicy.may(actor, 'own-penalty.pay', penalty) && ((await this.isOpen(id)) || this.isOwed(id)));
      return verb === 'read' && penaltyPolicy.sees(actor, penalty);
    });
    this.subjects.registerHold('penalty', fileId => this.rests(fileId));
    // what was handed in stays as it was
    this.subjects.registerHold('penalty-party', async () => true);
    this.waiting.register('party', 'penalty', ({ orgId }) => this.waitsFor(orgId));
    this.known.onClaim(async ({ from, to }) => void (await this.db.query('UPDATE penalty SET party_org_id = $2 WHERE party_org_id = $1', [from, to])));
  }

  /** A notice that may still be answered, or money that is owed. */
  private async waitsFor(orgId: string | null): Promise<number> {
    const [row] = await this.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM penalty p JOIN case_record k ON k.id = p.id
        WHERE p.party_org_id = $1 AND p.told_at IS NOT NULL AND k.closed_at IS NULL AND (k.clock = 'payment' OR (k.state = 'stating' AND EXISTS (
          SELECT 1 FROM penalty_notice n WHERE n.penalty_id = p.id AND n.is_current AND n.served IS NOT NULL AND n.stated_at IS NULL AND n.waived_at IS NULL AND n.statement_until >= $2)))`, [orgId, this.clock.today()]);
    return row?.n ?? 0;
  }

  /** @param more states in which it is open too: what is closed may still be taken back, and that rests on a paper */
  private isOpen(id: string, more: readonly string[] = []): Promise<boolean> {
    return this.db.repo(CaseRecord).existsBy({ id, state: In(['clue', 'filing', 'investigating', 'examining', 'noticing', 'stating', 'hearing', 'legal-review', 'deciding', 'decided', 'performing', ...more]) });
  }

  /** Closed, and still owed: a voucher may come. */
  private async isOwed(id: string): Promise<boolean> {
    const c = await this.db.repo(CaseRecord).findOneByOrFail({ id });
    return takesPayments(c.state, await this.db.repo(PenaltyDecision).findOneBy({ penaltyId: id }));
  }

  /** Evidence, proof of service and vouchers are not taken away. */
  private async rests(fileId: string): Promise<boolean> {
    if (await this.db.repo(PenaltyEvidence).existsBy({ fileId })) return true;
    if (await this.db.repo(PenaltyPayment).existsBy({ fileId })) return true;
    if (await this.db.repo(PenaltyUndoing).existsBy({ fileId })) return true;
    if (await this.db.repo(PenaltyExecution).createQueryBuilder('x').where(`x.receipt_file_id::text = :file OR :file IN (x.served ->> 'proofFileId', x.served ->> 'consentFileId') OR x.steps @> CAST(:listed AS jsonb)`, { file: fileId, listed: JSON.stringify([{ fileId }]) }).getExists()) return true;
    const proof = { file: fileId };
    if (await this.db.repo(PenaltyNotice).createQueryBuilder('n').where(`:file IN (n.served ->> 'proofFileId', n.served ->> 'consentFileId')`, proof).getExists()) return true;
    return this.db.repo(PenaltyDecision).createQueryBuilder('d').where(`:file IN (d.served ->> 'proofFileId', d.served ->> 'consentFileId')`, proof).getExists();
  }
}
