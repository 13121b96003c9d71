import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { Actor, AppError, Clock, Db, notFound, Outbox, violatedConstraint } from '@huanbao/platform';
import { PermitVersions } from '../life/permit-versions';
import { ReviewPeriods } from '../life/review-period';
import { Permit } from '../permit.entity';
import { permitEnded } from '../permits.errors';
import { permitIssued } from '../permits.events';
import { dayAhead, requestOpen } from './ending.errors';
import { PermitRequest, ReissueCause, RequestKind } from './ending.entity';
import { EndingNotices } from './ending.notices';
import { endingPolicy, partiesOfPermit } from './ending.policy';
import { refuseWhileMeasured } from './open-measure';
import { PermitEnd } from './permit-end';
import { requestMachine } from './request.machine';
import { RequestPapers } from './request-papers';

export interface RequestInput {
  readonly kind: RequestKind;
  /** Of 补领. */
  readonly cause?: ReissueCause;
  readonly reason: string;
  /** When the paper was lost, or discharge ceased. */
  readonly occurredOn: string;
}

const NAMES = { reissue: { zh: '补领', en: 'reissue' }, cancel: { zh: '注销', en: 'cancellation' } } as const;

/** 补领 and 注销 as the holder asks. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
    private readonly versions: PermitVersions,
    private readonly periods: ReviewPeriods,
    private readonly ends: PermitEnd,
    private readonly papers: RequestPapers,
    private readonly notices: EndingNotices,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** One request of a permit at a time. @throws 409 `permit-request.open`, 400 with the place of each paper that is missing */
  async submit(actor: Actor, permitId: string, input: RequestInput): Promise<CaseRecord> {
    try {
      return await this.db.transaction(() => this.insert(actor, permitId, input));
    } catch (error) {
      if (violatedConstraint(error) !== 'permit_request_one_open') throw error;
      throw await this.db.beside(() => this.openOne(permitId));
    }
  }

  withdraw(actor: Actor, caseId: string): Promise<CaseRecord> {
    return this.engine.act(requestMachine, caseId, 'withdraw', { actor, authorise: c => endingPolicy.require(actor, 'permit-request.submit', c), effects: c => this.close(c.id) });
  }

  /** 补领 draws the papers again as a version of its own; 注销 ends the permit. Refusing says why. */
  settle(actor: Actor, caseId: string, input: { readonly outcome: 'approve' | 'reject'; readonly reason?: string }): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const request = await this.db.lock(PermitRequest, { id: caseId });
      if (!request) throw notFound();
      return this.engine.act(requestMachine, caseId, input.outcome, {
        actor, reason: input.reason, authorise: c => endingPolicy.require(actor, 'permit-request.decide', c),
        effects: async c => {
          await this.close(caseId);
          const name = NAMES[request.kind];
          const permit = input.outcome === 'approve' ? await this.carryOut(actor, request, c) : await this.db.repo(Permit).findOneByOrFail({ id: request.permitId });
          const outcome = input.outcome === 'approve' ? { zh: '已办结', en: 'done' } : { zh: '不予办理', en: 'not done' };
          await this.notices.answered(permit, caseId, { zh: `${name.zh}${outcome.zh}`, en: `${name.en}: ${outcome.en}` });
        },
      });
    });
  }

  private async insert(actor: Actor, permitId: string, input: RequestInput): Promise<CaseRecord> {
    const permit = await this.db.lock(Permit, { id: permitId });
    endingPolicy.require(actor, 'permit-request.submit', permit && partiesOfPermit(permit));
    if (permit?.status !== 'valid') throw permitEnded();
    if (input.occurredOn > this.clock.today()) throw dayAhead();
    if (await this.db.repo(PermitRequest).existsBy({ permitId, open: true })) throw await this.db.beside(() => this.openOne(permitId));
    const { kind, reason, occurredOn } = input;
    const cause = kind === 'reissue' ? (input.cause ?? null) : null;
    const { papersId, handedIn } = await this.papers.take(permitId, kind, cause);
    const { enterpriseId, enterpriseName, siteId, regionCode, number } = permit;
    const c = await this.engine.open(requestMachine, { party: { orgId: enterpriseId, name: enterpriseName }, regionCode, siteId, title: `排污许可证${NAMES[input.kind].zh} ${number}`, actor });
    await this.db.repo(PermitRequest).insert({ id: c.id, permitId, enterpriseId, siteId, regionCode, kind, cause, reason, occurredOn, open: true, papersId, createdAt: this.clock.now() });
    return this.engine.act(requestMachine, c.id, 'submit', {
      actor, authorise: one => endingPolicy.require(actor, 'permit-request.submit', one), details: { permitId, kind, cause, occurredOn, papers: handedIn },
      ...(kind === 'reissue' ? await this.periods.named('reissue', 'handling') : {}),
      effects: one => this.notices.requested(permit, one.id, NAMES[input.kind]),
    });
  }

  private async carryOut(actor: Actor, request: PermitRequest, c: CaseRecord): Promise<Permit> {
    if (request.kind === 'cancel') {
      // who gives a permit up does not escape its revocation by it
      await this.db.lock(Permit, { id: request.permitId });
      await refuseWhileMeasured(this.db, request.permitId);
      return this.ends.end(actor, request.permitId, { status: 'cancelled', ground: 'applied', basis: `排污单位申请注销（${c.number}）；行政许可法 第七十条` });
    }
    const permit = await this.db.lock(Permit, { id: request.permitId });
    if (permit?.status !== 'valid') throw permitEnded();
    const again = await this.versions.reissue(actor, permit);
    await this.outbox.publish(permitIssued, { permitId: again.id, applicationId: again.applicationId, enterpriseId: again.enterpriseId });
    return again;
  }

  private async openOne(permitId: string): Promise<AppError> {
    return requestOpen((await this.db.repo(PermitRequest).findOneByOrFail({ permitId, open: true })).id);
  }

  private async close(id: string): Promise<void> {
    await this.db.repo(PermitRequest).update({ id }, { open: false });
  }
}
