import { Inject, Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { Actor, AppError, CITY, City, Clock, Db, notFound, Outbox, violatedConstraint } from '@huanbao/platform';
import { Signatures } from '@huanbao/signatures';
import { PermitVersions } from '../life/permit-versions';
import { statusOn } from '../certificate/validity';
import { Permit } from '../permit.entity';
import { permitEnded } from '../permits.errors';
import { permitIssued } from '../permits.events';
import { dayAhead, expiredNotReissued, requestOpen, noRefusal, secondPersonRefuses } from './ending.errors';
import { PermitRequest, ReissueCause, RequestKind } from './ending.entity';
import { EndingNotices } from './ending.notices';
import { endingPolicy, partiesOfPermit } from './ending.policy';
import { refuseWhileMeasured } from './open-measure';
import { PermitEnd } from './permit-end';
import { requestMachine } from './request.machine';
import { RequestPapers } from './request-papers';
import { requestRecord } from './request-record';

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
    private readonly ends: PermitEnd,
    private readonly papers: RequestPapers,
    private readonly notices: EndingNotices,
    private readonly outbox: Outbox,
    private readonly signatures: Signatures,
    private readonly clock: Clock,
    @Inject(CITY) private readonly city: City,
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

  /**
   * 补领 draws the papers again as a version of its own; 注销 ends the permit. A refusal is put forward by one officer with reasons and decided by
   * another, who may send it back. @throws 422 `permit-request.second-person`
   */
  settle(actor: Actor, caseId: string, input: { readonly outcome: 'approve' | 'reject' | 'send-back'; readonly reason?: string }): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const request = await this.db.lock(PermitRequest, { id: caseId });
      if (!request) throw notFound();
      if (input.outcome === 'approve') return this.approve(actor, request);
      if (input.outcome === 'send-back' && request.refusalBy === null) throw noRefusal();
      if (input.outcome === 'reject' && request.refusalBy !== null) return this.reject(actor, request, input.reason);
      const forward = input.outcome === 'reject' ? { refusalBy: actor.userId, refusalByName: actor.name, refusalReason: input.reason ?? '' } : { refusalBy: null, refusalByName: null, refusalReason: null };
      return this.engine.act(requestMachine, caseId, input.outcome === 'reject' ? 'put-off' : 'take-up', {
        actor, reason: input.reason, authorise: this.decides(actor),
        effects: async c => {
          await this.db.repo(PermitRequest).update({ id: caseId }, forward);
          if (input.outcome === 'reject') await this.notices.refusalPutForward(await this.permitOf(request), c, NAMES[request.kind]);
        },
      });
    });
  }

  private approve(actor: Actor, request: PermitRequest): Promise<CaseRecord> {
    return this.engine.act(requestMachine, request.id, 'approve', {
      actor, authorise: this.decides(actor),
      effects: async c => {
        await this.signatures.assertUncontested({ type: 'permit-request', id: request.id });
        await this.close(request.id);
        await this.answered(await this.carryOut(actor, request, c), request, { zh: '已办结', en: 'done' });
      },
    });
  }

  private reject(actor: Actor, request: PermitRequest, given: string | undefined): Promise<CaseRecord> {
    const reasons = given?.trim() || (request.refusalReason ?? '');
    return this.engine.act(requestMachine, request.id, 'reject', {
      actor, reason: reasons, decision: { reasons }, issuer: this.city.permitIssuer,
      authorise: c => {
        this.decides(actor)(c);
        if (request.refusalBy === actor.userId) throw secondPersonRefuses();
      },
      effects: async () => {
        await this.close(request.id);
        await this.answered(await this.permitOf(request), request, { zh: '不予办理', en: 'not done' });
      },
    });
  }

  private decides(actor: Actor): (c: CaseRecord) => void {
    return c => endingPolicy.require(actor, 'permit-request.decide', c);
  }

  private permitOf({ permitId }: PermitRequest): Promise<Permit> {
    return this.db.repo(Permit).findOneByOrFail({ id: permitId });
  }

  private answered(permit: Permit, { id, kind }: PermitRequest, outcome: { zh: string; en: string }): Promise<void> {
    return this.notices.answered(permit, id, { zh: `${NAMES[kind].zh}${outcome.zh}`, en: `${NAMES[kind].en}: ${outcome.en}` });
  }

  private async insert(actor: Actor, permitId: string, input: RequestInput): Promise<CaseRecord> {
    const permit = await this.db.lock(Permit, { id: permitId });
    endingPolicy.require(actor, 'permit-request.submit', permit && partiesOfPermit(permit));
    if (permit?.status !== 'valid') throw permitEnded();
    if (input.kind === 'reissue') this.assertNotExpired(permit);
    if (input.occurredOn > this.clock.today()) throw dayAhead();
    if (await this.db.repo(PermitRequest).existsBy({ permitId, open: true })) throw await this.db.beside(() => this.openOne(permitId));
    const { kind, reason, occurredOn } = input;
    const cause = kind === 'reissue' ? (input.cause ?? null) : null;
    const { papersId, handedIn, titled } = await this.papers.take(permitId, kind, cause);
    const { enterpriseId, enterpriseName, siteId, regionCode, number } = permit;
    const c = await this.engine.open(requestMachine, { party: { orgId: enterpriseId, name: enterpriseName }, regionCode, siteId, title: `排污许可证${NAMES[input.kind].zh} ${number}`, actor });
    await this.db.repo(PermitRequest).insert({ id: c.id, permitId, enterpriseId, siteId, regionCode, kind, cause, reason, occurredOn, open: true, papersId, refusalBy: null, refusalByName: null, refusalReason: null, createdAt: this.clock.now() });
    return this.engine.act(requestMachine, c.id, 'submit', {
      actor, authorise: one => endingPolicy.require(actor, 'permit-request.submit', one), details: { permitId, kind, cause, occurredOn, papers: handedIn },
      ...(kind === 'reissue' ? { clockVariants: { handling: 'reissue' } } : {}),
      effects: async one => {
        await this.signatures.keep(actor, requestRecord(permit, { id: one.id, kind, cause, reason, occurredOn }, titled));
        await this.notices.requested(permit, one.id, NAMES[input.kind]);
      },
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
    this.assertNotExpired(permit);
    const again = await this.versions.reissue(actor, permit);
    await this.outbox.publish(permitIssued, { permitId: again.id, applicationId: again.applicationId, enterpriseId: again.enterpriseId });
    return again;
  }

  /** What has run out cannot be replaced: its holder applies anew (排污许可管理条例 art. 14). */
  private assertNotExpired(permit: Permit): void {
    if (statusOn(permit, this.clock.today()) === 'expired') throw expiredNotReissued(permit.validTo);
  }

  private async openOne(permitId: string): Promise<AppError> {
    return requestOpen((await this.db.repo(PermitRequest).findOneByOrFail({ permitId, open: true })).id);
  }

  private async close(id: string): Promise<void> {
    await this.db.repo(PermitRequest).update({ id }, { open: false });
  }
}
