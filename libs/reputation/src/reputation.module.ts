import { Module, OnModuleInit } from '@nestjs/common';
import { CaseworkModule } from '@huanbao/casework';
import { ConflictsModule } from '@huanbao/conflicts';
import { ContractsModule } from '@huanbao/contracts';
import { DocumentsModule, FileSubjects } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { MarketSignalsModule } from '@huanbao/market-signals';
import { MarketplaceModule } from '@huanbao/marketplace';
import { NotificationsModule } from '@huanbao/notifications';
import { Actor, Db } from '@huanbao/platform';
import { ProvidersModule } from '@huanbao/providers';
import { RecordsModule } from '@huanbao/records';
import { ReferenceModule } from '@huanbao/reference';
import { ReportsModule } from '@huanbao/reports';
import { BidderFacts } from './bidders/bidder-facts';
import { FirmCreditEvents } from './findings/credit-events';
import { FirmFinding } from './findings/finding.entity';
import { findingPolicy } from './findings/finding.policy';
import { FindingQueries } from './findings/finding.queries';
import { FindingsController } from './findings/findings.controller';
import { FindingsService } from './findings/findings.service';
import { OutcomeReading } from './outcomes/facts.service';
import { TurnedDownNotices } from './outcomes/turned-down.notices';
import { LateWorks } from './outcomes/late-works';
import { RatingGuard } from './outcomes/rating.guard';
import { WorkApprovals } from './outcomes/work-approvals.service';
import { UseNotices } from './outcomes/use.notices';
import { WorkUses } from './outcomes/work-uses.service';
import { ReputationParameters } from './parameters.service';
import { RepliesService } from './replies/replies.service';
import { PublicRankingController, PublicReputationController, TaskReputationController } from './reputation.controller';
import { ReputationJobs } from './reputation.jobs';
import { ReputationNotices } from './reputation.notices';
import { FirmReputation } from './scores/firm-reputation';
import { Ranking } from './scores/ranking.queries';
import { ScoreSource } from './scores/rating-source';
import { Scoring } from './scores/scoring.service';
import './reputation.acts';

const SERVICES = [ReputationParameters, FindingsService, FindingQueries, FirmCreditEvents, OutcomeReading, LateWorks, WorkApprovals, RatingGuard, UseNotices, WorkUses, RepliesService, Scoring, ScoreSource, Ranking, FirmReputation, BidderFacts];

/** What clients, the bureau and the facts say of a firm's work. Above the market, permits, records and reports; none of them knows of it. */
@Module({ imports: [IdentityModule, DocumentsModule, NotificationsModule, ReferenceModule, CaseworkModule, ProvidersModule, MarketplaceModule, RecordsModule, ReportsModule, ContractsModule, ConflictsModule, MarketSignalsModule], providers: SERVICES, exports: SERVICES })
export class ReputationModule implements OnModuleInit {
  constructor(
    private readonly subjects: FileSubjects,
    private readonly db: Db,
  ) {}

  /** Evidence is laid down before the finding is proposed, under its id, and stays with it. */
  onModuleInit(): void {
    this.subjects.register('firm-finding', (actor, id, verb) => this.mayEvidence(actor, id, verb));
    this.subjects.registerHold('firm-finding', fileId => this.db.repo(FirmFinding).existsBy({ evidenceFileId: fileId }));
  }

  private async mayEvidence(actor: Actor, id: string, verb: 'read' | 'write'): Promise<boolean> {
    const finding = await this.db.repo(FirmFinding).findOneBy({ id });
    if (!finding) return findingPolicy.opens(actor, 'firm-finding.propose');
    return verb === 'read' && findingPolicy.sees(actor, finding);
  }
}

@Module({ imports: [ReputationModule], controllers: [FindingsController, PublicRankingController, PublicReputationController, TaskReputationController] })
export class ReputationHttpModule {}

@Module({ imports: [ReputationModule, NotificationsModule], providers: [ReputationJobs, ReputationNotices, TurnedDownNotices] })
export class ReputationJobsModule {}
