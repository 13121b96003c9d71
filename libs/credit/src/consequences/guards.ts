import { Injectable, OnModuleInit } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Bid, InvitedFirm, ServiceTask, TaskGuard, TaskGuards } from '@huanbao/marketplace';
import { AcceptanceGuard, AcceptanceGuards, PermitApplication } from '@huanbao/permits';
import { Actor, Clock, FieldProblem } from '@huanbao/platform';
import { acceptanceStopped, biddingStopped, Held, invitedStopped, stoppedReason } from '../credit.errors';
import { CreditStandings } from '../standings/standing-reader';
import type { Measure } from './shipped';

/** Whether a grade stops something today: only where a dated row says `stop`. */
@Injectable()
export class CreditStops {
  constructor(
    private readonly standings: CreditStandings,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async held(subjectId: string, measure: Measure): Promise<Held | null> {
    const standing = await this.standings.standingOf(subjectId, this.clock.today());
    const row = standing?.measures.get(measure);
    if (!standing || row?.value !== 'stop') return null;
    const who = (await this.directory.organisation(subjectId))?.name ?? '';
    const listing = standing.listings.find(one => row.key.startsWith(`${one.list}:`));
    return { who, gradeTitle: standing.gradeTitle, scheme: standing.schemeTitle, listed: listing ? { list: listing.title, documentNo: listing.documentNo } : null, measure: row.title, basis: row.legalBasis, verified: row.verified };
  }
}

/** In the market: who is asked, who bids, who is chosen. */
@Injectable()
export class CreditTaskGuard implements TaskGuard, OnModuleInit {
  constructor(
    private readonly stops: CreditStops,
    private readonly guards: TaskGuards,
  ) {}

  onModuleInit(): void {
    this.guards.register(this);
  }

  beforePublish = (): Promise<void> => Promise.resolve();
  afterAgain = (): Promise<void> => Promise.resolve();

  async beforeBid(_task: ServiceTask, firmId: string): Promise<void> {
    const held = await this.stops.held(firmId, 'bidding');
    if (held) throw biddingStopped(held);
  }

  /** Asked at the opening, the signing, the acceptance and for the care by the year as well. */
  async firmReasons(firmId: string): Promise<{ zh: string; en: string }[]> {
    const held = await this.stops.held(firmId, 'bidding');
    return held ? [stoppedReason(held)] : [];
  }

  async invitedProblems(_task: ServiceTask, firms: readonly InvitedFirm[]): Promise<FieldProblem[]> {
    const problems: FieldProblem[] = [];
    for (const { firmId } of firms) {
      const held = await this.stops.held(firmId, 'bidding');
      if (held) problems.push(invitedStopped(held));
    }
    return problems;
  }

  /** What has come up since the firm bid. */
  async beforeAward(_actor: Actor, task: ServiceTask, { bid }: { readonly bid: Bid; readonly reason: string }): Promise<void> {
    await this.beforeBid(task, bid.firmId);
  }
}

/** At the acceptance of a permit application, where the rule for the grade says `stop`. */
@Injectable()
export class CreditAcceptanceGuard implements AcceptanceGuard, OnModuleInit {
  constructor(
    private readonly stops: CreditStops,
    private readonly guards: AcceptanceGuards,
  ) {}

  onModuleInit(): void {
    this.guards.register(this);
  }

  async beforeAccept({ enterpriseId }: PermitApplication): Promise<void> {
    const held = await this.stops.held(enterpriseId, 'permit-scrutiny');
    if (held) throw acceptanceStopped(held);
  }
}
