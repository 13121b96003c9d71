import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import { AdverseDecisions, CaseEngine, CaseHooks, CaseRecord } from '@huanbao/casework';
import { Actor, CITY, City, Clock, Db, systemActor } from '@huanbao/platform';
import { Permit } from '../permit.entity';
import { permitEnded } from '../permits.errors';
import { unknownGround } from './ending.errors';
import { MeasureKind, PermitMeasure } from './ending.entity';
import { EndingNotices } from './ending.notices';
import { endingPolicy, partiesOfPermit } from './ending.policy';
import { Ground, MEASURES } from './grounds';
import { measureMachine } from './measure.machine';
import { PermitEnd } from './permit-end';

export interface ProposeInput {
  readonly kind: MeasureKind;
  readonly ground: string;
  /** Facts and reasons, as they stand in the 事先告知书. */
  readonly reasons: string;
  readonly statementUntil?: string;
}

/** 撤销, 吊销, 撤回 (行政许可法 art. 8, 69; 排污许可管理条例 art. 34, 40): proposed by one officer, decided by another, in force when served. */
@Injectable()
export class MeasuresService implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
    private readonly adverse: AdverseDecisions,
    private readonly hooks: CaseHooks,
    private readonly ends: PermitEnd,
    private readonly notices: EndingNotices,
    private readonly clock: Clock,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** The service of the decision ends the permit, everywhere at once. */
  onModuleInit(): void {
    this.hooks.onServed(measureMachine, async c => {
      const measure = await this.db.repo(PermitMeasure).findOneByOrFail({ id: c.id });
      const { measure: name, status } = MEASURES[measure.kind];
      await this.ends.end(systemActor('service'), measure.permitId, { status, ground: measure.ground, basis: `${name}决定（${c.number}）；${groundOf(measure.kind, measure.ground).article}` });
    });
  }

  /** Opens the case and tells the holder in one step: before that, nobody outside knows. @throws 409 when the permit has ended */
  propose(actor: Actor, permitId: string, input: ProposeInput): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const permit = await this.locked(actor, permitId);
      const ground = groundOf(input.kind, input.ground);
      const { measure, label } = MEASURES[input.kind];
      const opened = await this.engine.open(measureMachine, {
        party: { orgId: permit.enterpriseId, name: permit.enterpriseName }, regionCode: permit.regionCode, siteId: permit.siteId, title: `${measure} ${permit.number}`, actor,
      });
      const { enterpriseId, siteId, regionCode } = permit;
      await this.db.repo(PermitMeasure).insert({ id: opened.id, permitId, enterpriseId, siteId, regionCode, kind: input.kind, ground: ground.key, createdAt: this.clock.now() });
      return this.adverse.propose(measureMachine, opened.id, {
        actor, measure, reasons: `${ground.label.zh}（${ground.article}）。${input.reasons}`, excluded: ground.excludesIssuer ? [permit.issuedBy] : [], hearingRight: true, statementUntil: input.statementUntil,
        issuer: this.city.permitIssuer, details: { permitId, kind: input.kind, ground: ground.key, label: label.zh },
        authorise: c => endingPolicy.require(actor, 'permit-measure.propose', c),
        effects: c => this.notices.told(permit, c.id, measure),
      });
    });
  }

  /** The second person: decides, or drops it. */
  settle(actor: Actor, caseId: string, input: { readonly outcome: 'impose' | 'drop'; readonly reasons: string }): Promise<CaseRecord> {
    const acting = { actor, reasons: input.reasons, issuer: this.city.permitIssuer, authorise: (c: CaseRecord) => endingPolicy.require(actor, 'permit-measure.decide', c) };
    return input.outcome === 'drop' ? this.adverse.drop(measureMachine, caseId, acting) : this.adverse.decide(measureMachine, caseId, acting);
  }

  private async locked(actor: Actor, id: string): Promise<Permit> {
    const permit = await this.db.lock(Permit, { id });
    endingPolicy.require(actor, 'permit-measure.propose', permit && partiesOfPermit(permit));
    if (permit?.status !== 'valid') throw permitEnded();
    return permit;
  }
}

function groundOf(kind: MeasureKind, key: string): Ground {
  const ground = MEASURES[kind].grounds.find(one => one.key === key);
  if (!ground) throw unknownGround();
  return ground;
}
