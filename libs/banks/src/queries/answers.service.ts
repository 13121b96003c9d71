import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, isProgram, newId, shanghaiDate } from '@huanbao/platform';
import { authorizationEnded, noAuthorization } from '../banks.errors';
import { BankAuthorization, BankQuery } from '../entities';
import type { FieldGroup } from '../scopes';
import type { BankAnswerView } from './answer.view';
import { BankFacts } from './facts.service';

export interface Asking {
  readonly actor: Pick<Actor, 'userId' | 'name' | 'orgId' | 'roles'>;
  readonly uscc: string;
  readonly reference: string | null;
  readonly batchId?: string;
}

/** Members that say another one in words, or why one is missing: no fields of an authorisation. */
const WORDS: readonly string[] = ['missing', 'creditGradeTitle', 'creditColour', 'vetoTitles'];

/** Answers a bank about one enterprise, if the enterprise lets it, and keeps who asked what. Question, record and audit commit together. */
@Injectable()
export class BankAnswers {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly facts: BankFacts,
    private readonly audit: Audit,
  ) {}

  /** @throws 404 `bank.no-authorization`, 403 `bank.authorization-ended`, 403 `bank.authorization-not-begun` */
  ask(asking: Asking): Promise<BankAnswerView> {
    return this.db.transaction(async () => {
      const today = this.clock.today();
      // held until the commit: a revocation waits for this answer, and the next question for the revocation
      const held = await this.authorization(asking, today);
      const groups = new Set<FieldGroup>(held.scopes ?? []);
      const facts = await this.facts.of({ enterpriseId: held.enterpriseId, groups, day: today });
      const { id, at } = await this.keep(asking, held, facts);
      const { number, enterpriseId, enterpriseName } = held;
      return { queryId: id, authorizationId: held.id, authorizationNumber: number, asOf: today, answeredAt: at.toISOString(), enterpriseId, uscc: asking.uscc, name: enterpriseName, ...facts };
    });
  }

  private async authorization({ actor, uscc }: Asking, today: string): Promise<BankAuthorization> {
    const rows = await this.db.repo(BankAuthorization).createQueryBuilder('a')
      .innerJoin('organisation', 'o', `o.id = a.enterprise_id AND o.uscc = :uscc AND o.kind = 'enterprise'`, { uscc })
      .where(`a.bankId = :bankId AND a.state IN ('active', 'revoked')`, { bankId: actor.orgId })
      .orderBy(`CASE WHEN a.state = 'active' AND a.fromOn <= :today AND a.toOn >= :today THEN 0 WHEN a.state = 'active' AND a.fromOn > :today THEN 1 ELSE 2 END`).addOrderBy('a.decidedAt', 'DESC').addOrderBy('a.id', 'DESC')
      .setParameter('today', today).limit(1).getMany();
    const [found] = rows;
    if (!found) throw noAuthorization();
    const held = await this.db.byId(BankAuthorization, found.id, 'share');
    if (!held || held.state === 'revoked') throw authorizationEnded(found.number, 'revoked', shanghaiDate(held?.endedAt ?? this.clock.now()));
    if ((held.toOn ?? '') < today) throw authorizationEnded(held.number, 'expired', held.toOn ?? '');
    if ((held.fromOn ?? '') > today) throw authorizationEnded(held.number, 'not-begun', held.fromOn ?? '');
    return held;
  }

  private async keep({ actor, reference, batchId }: Asking, held: BankAuthorization, facts: object & { creditGrade?: string | null; creditGradeTitle?: string | null }): Promise<{ id: string; at: Date }> {
    const isApi = isProgram(actor as Actor);
    const [id, at] = [newId(), this.clock.now()];
    const fields = ['uscc', 'name', ...Object.keys(facts).filter(one => !WORDS.includes(one))];
    await this.db.repo(BankQuery).insert({
      id, authorizationId: held.id, authorizationNumber: held.number, enterpriseId: held.enterpriseId, enterpriseName: held.enterpriseName, bankId: held.bankId, bankName: held.bankName, regionCode: held.regionCode,
      channel: batchId ? 'batch' : isApi ? 'api' : 'page', byName: actor.name, clientId: isApi ? actor.userId : null, batchId: batchId ?? null, purpose: held.purpose, purposeWords: held.purposeWords, reference, fields,
      grade: facts.creditGrade ?? null, gradeTitle: facts.creditGradeTitle ?? null, at,
    });
    await this.audit.record({ actor: actor as Actor, action: 'bank-query.ask', subject: { type: 'organisation', id: held.enterpriseId }, details: { queryId: id, authorizationId: held.id, fields, batchId: batchId ?? null } });
    return { id, at };
  }
}
