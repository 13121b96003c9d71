import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, notFound, Outbox, stale, violatedConstraint } from '@huanbao/platform';
import { In } from 'typeorm';
import { evidenceNeeded, occurredLater, pointState, pointTaken, ruleUnknown, samePerson } from '../providers.errors';
import { firmStandingChanged, integrityPointDecided, integrityPointObjected } from '../providers.events';
import { integrityPolicy } from '../providers.policy';
import type { AnswerPointDto, DecidePointDto, ProposePointDto } from './integrity.dto';
import { COUNTING, FirmIntegrity, IntegrityDomain, IntegrityPoint, IntegrityRule, PointState } from './integrity.entity';
import { expiryOf, integrityStanding } from './points';

type Step = 'integrity-point.decide' | 'integrity-point.answer' | 'integrity-point.object';

/** Integrity points: one officer proposes, another decides, the firm may object, somebody other than the proposer answers. */
@Injectable()
export class IntegrityService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly directory: Directory,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  propose(actor: Actor, input: ProposePointDto): Promise<IntegrityPoint> {
    return this.write(async () => {
      const firm = await this.directory.organisation(input.firmId);
      if (!firm || firm.kind !== 'firm') throw notFound();
      integrityPolicy.require(actor, 'integrity-point.propose', { firmId: firm.id, regionCode: firm.regionCode, state: 'proposed' });
      if (input.occurredOn > this.clock.today()) throw occurredLater();
      const { rule, domain } = await this.ruleOn(input.ruleCode, input.occurredOn);
      const evidence = await this.files.list('integrity-point', input.id);
      if (!evidence.some(file => file.id === input.evidenceFileId)) throw evidenceNeeded();
      const point = this.db.repo(IntegrityPoint).create({
        id: input.id, firmId: firm.id, firmName: firm.name, regionCode: firm.regionCode, domain: domain.code, ruleCode: rule.code, ruleTextZh: rule.textZh, ruleTextEn: rule.textEn,
        article: `${rule.legalBasis} ${rule.article}`.trim(), points: rule.points, occurredOn: input.occurredOn, expiresOn: expiryOf(input.occurredOn, domain), source: input.source, facts: input.facts,
        evidenceFileId: input.evidenceFileId, state: 'proposed', proposedBy: actor.userId, proposedByName: actor.name, proposedAt: this.clock.now(), version: 1,
        decidedBy: null, decidedByName: null, decidedAt: null, decisionReason: null, objection: null, objectedAt: null, answeredBy: null, answeredByName: null, answeredAt: null, answer: null,
      });
      await this.db.repo(IntegrityPoint).insert(point);
      await this.audited(actor, point, 'integrity-point.propose');
      return point;
    });
  }

  /** @throws 422 for the officer who proposed it */
  decide(actor: Actor, id: string, { verdict, reason }: DecidePointDto, version: number): Promise<IntegrityPoint> {
    return this.step(actor, { id, version, action: 'integrity-point.decide', from: ['proposed'] }, async point => {
      if (point.proposedBy === actor.userId) throw samePerson();
      Object.assign(point, { state: verdict, decidedBy: actor.userId, decidedByName: actor.name, decidedAt: this.clock.now(), decisionReason: reason });
      if (verdict === 'confirmed') await this.outbox.publish(integrityPointDecided, { pointId: id });
    });
  }

  /** The firm's word against it. The points go on counting until somebody has answered. */
  object(actor: Actor, id: string, reason: string, version: number): Promise<IntegrityPoint> {
    return this.step(actor, { id, version, action: 'integrity-point.object', from: ['confirmed'] }, async point => {
      Object.assign(point, { state: 'objected', objection: reason, objectedAt: this.clock.now() });
      await this.outbox.publish(integrityPointObjected, { pointId: id });
    });
  }

  answer(actor: Actor, id: string, { verdict, reason }: AnswerPointDto, version: number): Promise<IntegrityPoint> {
    return this.step(actor, { id, version, action: 'integrity-point.answer', from: ['objected'] }, async point => {
      if (point.proposedBy === actor.userId) throw samePerson();
      Object.assign(point, { state: verdict, answeredBy: actor.userId, answeredByName: actor.name, answeredAt: this.clock.now(), answer: reason });
      await this.outbox.publish(integrityPointDecided, { pointId: id });
    });
  }

  private step(actor: Actor, { id, version, action, from }: { id: string; version: number; action: Step; from: readonly PointState[] }, change: (point: IntegrityPoint) => Promise<void>): Promise<IntegrityPoint> {
    return this.write(async () => {
      const point = await this.db.lock(IntegrityPoint, { id });
      integrityPolicy.require(actor, action, point);
      if (!from.includes(point.state)) throw pointState(from);
      if (point.version !== version) throw stale();
      const counted = COUNTING.includes(point.state);
      await change(point);
      point.version += 1;
      await this.db.repo(IntegrityPoint).save(point);
      await this.audited(actor, point, action);
      if (counted !== COUNTING.includes(point.state)) await this.recompute(point);
      return point;
    });
  }

  /** What the points of this firm and field come to; the other rooms are told. */
  private async recompute({ firmId, domain: code }: IntegrityPoint): Promise<void> {
    await this.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 9))', [`${firmId} ${code}`]);
    const points = await this.db.repo(IntegrityPoint).findBy({ firmId, domain: code, state: In([...COUNTING]) });
    const domain = await this.domainOn(code, this.clock.today());
    const { warnedFrom, warnedUntil, restrictedFrom, restrictedUntil } = integrityStanding(points, domain, this.clock.today());
    await this.db.repo(FirmIntegrity).upsert({ firmId, domain: code, kinds: domain.kinds, warnedFrom, warnedUntil, restrictedFrom, restrictedUntil }, ['firmId', 'domain']);
    await this.outbox.publish(firmStandingChanged, { firmId });
  }

  private async ruleOn(code: string, day: string): Promise<{ rule: IntegrityRule; domain: IntegrityDomain }> {
    const rule = await this.db.repo(IntegrityRule).createQueryBuilder('r').where('r.code = :code AND r.effectiveFrom <= :day AND (r.effectiveTo IS NULL OR r.effectiveTo >= :day)', { code, day }).getOne();
    if (!rule) throw ruleUnknown();
    return { rule, domain: await this.domainOn(rule.domain, day) };
  }

  private async domainOn(code: string, day: string): Promise<IntegrityDomain> {
    const domain = await this.db.repo(IntegrityDomain).createQueryBuilder('d').where('d.code = :code AND d.effectiveFrom <= :day AND (d.effectiveTo IS NULL OR d.effectiveTo >= :day)', { code, day }).getOne();
    if (!domain) throw ruleUnknown();
    return domain;
  }

  private audited(actor: Actor, { id, firmId, ruleCode, points, state }: IntegrityPoint, action: string): Promise<void> {
    return this.audit.record({ actor, action, subject: { type: 'integrity-point', id }, details: { firmId, ruleCode, points, state } });
  }

  private async write<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      if (violatedConstraint(error) === 'integrity_point_pkey') throw pointTaken();
      throw error;
    }
  }
}
