import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { CaseRecord } from '@huanbao/casework';
import { Db, FieldCipher } from '@huanbao/platform';
import { In } from 'typeorm';
import { Penalty, PenaltyDecision } from './entities';
import { PARTY_CODE_CONTEXT, type PenaltyParty } from './parties';
import { isZero, overdueFrom } from './rules/money';
import { PenaltyActs } from './steps/acting';
import { Performing } from './steps/performing.service';

export interface OverduePenalty {
  readonly penaltyId: string;
  readonly decisionId: string;
  readonly number: string;
  readonly party: PenaltyParty;
  readonly regionCode: string;
  /** The first last day that was not kept. */
  readonly dueOn: string;
  readonly openYuan: string;
}

/** Decisions that were not performed in time, for rooms above. */
@Injectable()
export class OverduePenalties {
  constructor(
    private readonly db: Db,
    private readonly acts: PenaltyActs,
    private readonly performing: Performing,
    private readonly cipher: FieldCipher,
  ) {}

  /** Open for more than so many days after the last day, while no 复议 or litigation goes on; of a party that is gone nothing is reported. What the bureau or the court pursues no more is not performed all the same, also when its case is closed. */
  async since(days: number): Promise<OverduePenalty[]> {
    const rows = (await this.db.repo(PenaltyDecision).createQueryBuilder('d').innerJoinAndMapOne('d.penalty', Penalty, 'p', 'p.id = d.penaltyId').innerJoin(CaseRecord, 'k', `k.id = p.id AND (k.state = 'performing' OR (k.state = 'closed' AND d.pursuitEnded IS NOT NULL))`)
      .where(`d.kind = 'penalty' AND d.revokedAt IS NULL AND d.paymentDueOn < :day AND coalesce(d.pursuitEnded ->> 'ground', '') <> 'dissolved' AND NOT EXISTS (SELECT 1 FROM penalty_contest c WHERE c.penalty_id = p.id AND c.ended_on IS NULL)`, { day: addDays(this.acts.today, -days) }).orderBy('d.id').getMany()) as (PenaltyDecision & { readonly penalty: Penalty })[];
    const found: OverduePenalty[] = [];
    for (const decision of rows) {
      const { openYuan, paidYuan, lateYuan } = await this.performing.account(decision);
      const dueOn = overdueFrom({ ...decision, paymentDueOn: decision.paymentDueOn as string, lateYuan }, paidYuan, this.acts.today);
      if (dueOn !== undefined && dueOn < addDays(this.acts.today, -days)) found.push({ penaltyId: decision.penaltyId, decisionId: decision.id, number: decision.number, party: this.partyOf(decision.penalty), regionCode: decision.penalty.regionCode, dueOn, openYuan });
    }
    return found;
  }

  /** Of these decisions those that are no reason any more: taken back, performed, or of a party that is gone. */
  async settled(decisionIds: readonly string[]): Promise<ReadonlyMap<string, 'revoked' | 'paid' | 'dissolved'>> {
    const found = new Map<string, 'revoked' | 'paid' | 'dissolved'>();
    if (decisionIds.length === 0) return found;
    for (const decision of await this.db.repo(PenaltyDecision).findBy({ id: In([...decisionIds]) })) {
      if (decision.revokedAt) found.set(decision.id, 'revoked');
      else if (decision.pursuitEnded?.ground === 'dissolved') found.set(decision.id, 'dissolved');
      else if (isZero((await this.performing.account(decision)).openYuan)) found.set(decision.id, 'paid');
    }
    return found;
  }

  private partyOf({ partyKind: kind, partyOrgId: orgId, partyName: name, partyCode, partyCodeCipher }: Penalty): PenaltyParty {
    return { kind, orgId, name, code: partyCodeCipher === null ? partyCode : this.cipher.decrypt(partyCodeCipher, PARTY_CODE_CONTEXT) };
  }
}
