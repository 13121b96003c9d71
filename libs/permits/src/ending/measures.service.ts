import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import { AdverseDecisions, CaseEngine, CaseHooks, CaseRecord } from '@huanbao/casework';
import { Actor, CITY, City, Clock, Db, systemActor } from '@huanbao/platform';
import { Permit } from '../permit.entity';
import { permitEnded } from '../permits.errors';
import { unknownGround } from './ending.errors';
import { MeasureKind, PermitMeasure } from './ending.entity';
import { EndingNotices } from './ending.notices';
import { endingPolicy, partiesOfPermit } from './ending.policy';
import { Ground, groundOf, MEASURES } from './grounds';
import { MeasureEvidence } from './measure-evidence';
import { MeasureTerms } from './measure-terms';
import { measureMachine } from './measure.machine';
import { refuseWhileMeasured } from './open-measure';
import { PermitEnd } from './permit-end';

export interface ProposeInput {
  readonly kind: MeasureKind;
  readonly ground: string;
  /** Facts and reasons, as they stand in the 事先告知书. */
  readonly reasons: string;
  /** Working days for the statement, from the service of the notice. */
  readonly statementDays?: number;
}

/** 撤销, 吊销, 撤回, 依职权注销 (行政许可法 art. 8, 69, 70; 排污许可管理条例 art. 34, 40): proposed by one officer with evidence, decided by another, in force when served. */
@Injectable()
export class MeasuresService implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
    private readonly adverse: AdverseDecisions,
    private readonly hooks: CaseHooks,
    private readonly ends: PermitEnd,
    private readonly evidence: MeasureEvidence,
    private readonly terms: MeasureTerms,
    private readonly notices: EndingNotices,
    private readonly clock: Clock,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** The service of the decision ends the permit, everywhere at once. */
  onModuleInit(): void {
    this.hooks.onServed(measureMachine, async c => {
      const measure = await this.db.repo(PermitMeasure).findOneByOrFail({ id: c.id });
      const { measure: name, status } = MEASURES[measure.kind];
      const servedOn = (await this.adverse.newest(c.id))?.servedOn ?? this.clock.today();
      await this.ends.end(systemActor('service'), measure.permitId, { status, ground: measure.ground, endedOn: servedOn, basis: `${name}决定（${c.number}）；${known(measure.kind, measure.ground).article}` });
    });
  }

  /**
   * Opens the case and tells the holder in one step: before that, nobody outside knows. Where the ground leaves nobody to be heard it is put
   * forward alone. @throws 409 when the permit has ended or another measure is open, 400 without evidence, 422 when it is said to have expired and has not
   */
  propose(actor: Actor, permitId: string, input: ProposeInput): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const permit = await this.locked(actor, permitId);
      const ground = known(input.kind, input.ground);
      await this.assertHolds(ground, permit);
      await refuseWhileMeasured(this.db, permitId);
      const { evidenceId, files } = await this.evidence.take(actor, permitId);
      const { measure, label, hearing, law } = MEASURES[input.kind];
      const opened = await this.engine.open(measureMachine, {
        party: { orgId: permit.enterpriseId, name: permit.enterpriseName }, regionCode: permit.regionCode, siteId: permit.siteId, title: `${measure} ${permit.number}`, actor,
      });
      const { enterpriseId, siteId, regionCode } = permit;
      await this.db.repo(PermitMeasure).insert({ id: opened.id, permitId, enterpriseId, siteId, regionCode, kind: input.kind, ground: ground.key, evidenceId, createdAt: this.clock.now() });
      return this.adverse.propose(measureMachine, opened.id, {
        actor, measure, reasons: `${ground.label.zh}（${ground.article}）。${input.reasons}`, excluded: ground.excludesIssuer ? [permit.issuedBy] : [], hearingRight: hearing, unheard: ground.unheard !== undefined, statementDays: input.statementDays, law,
        issuer: this.city.permitIssuer, details: { permitId, kind: input.kind, ground: ground.key, label: label.zh, evidence: files }, ...(await this.terms.lengthFor(input.kind)),
        authorise: c => endingPolicy.require(actor, 'permit-measure.propose', c),
        effects: c => (ground.unheard ? this.notices.putForward(permit, c.id, measure) : this.notices.told(permit, c.id, measure)),
      });
    });
  }

  /** The second person: decides, or drops it. @throws 409 when the permit has ended meanwhile, 422 when it has been renewed meanwhile */
  settle(actor: Actor, caseId: string, input: { readonly outcome: 'impose' | 'drop'; readonly reasons: string }): Promise<CaseRecord> {
    const acting = { actor, reasons: input.reasons, issuer: this.city.permitIssuer };
    const authorise = (c: CaseRecord): void => endingPolicy.require(actor, 'permit-measure.decide', c);
    if (input.outcome === 'drop') return this.adverse.drop(measureMachine, caseId, { ...acting, authorise });
    const stands = (c: CaseRecord): Promise<void> => {
      authorise(c);
      return this.assertStands(caseId);
    };
    return this.adverse.decide(measureMachine, caseId, { ...acting, authorise: stands });
  }

  /** What was so when it was proposed is so still. */
  private async assertStands(caseId: string): Promise<void> {
    const { permitId, kind, ground } = await this.db.repo(PermitMeasure).findOneByOrFail({ id: caseId });
    const permit = await this.db.repo(Permit).findOneByOrFail({ id: permitId });
    if (permit.status !== 'valid') throw permitEnded();
    await this.assertHolds(known(kind, ground), permit);
  }

  private async assertHolds(ground: Ground, permit: Permit): Promise<void> {
    if (ground.key === 'expired') await this.ends.assertRunOut(permit);
  }

  private async locked(actor: Actor, id: string): Promise<Permit> {
    const permit = await this.db.lock(Permit, { id });
    endingPolicy.require(actor, 'permit-measure.propose', permit && partiesOfPermit(permit));
    if (permit?.status !== 'valid') throw permitEnded();
    return permit;
  }
}

function known(kind: MeasureKind, key: string): Ground {
  const ground = groundOf(kind, key);
  if (!ground) throw unknownGround();
  return ground;
}
