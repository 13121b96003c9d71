import { Module, OnModuleInit } from '@nestjs/common';
import { DocumentsModule, FileSubjects } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { Actor, Db } from '@huanbao/platform';
import { EngineerLoads } from './capacity/engineer-loads';
import { Engagements } from './capacity/engagements.service';
import { FirmProfiles } from './directory/firm-profiles';
import { FirmsService } from './firms.service';
import { IntegrityCreditPoints } from './integrity/credit-points';
import { IntegrityController, OwnIntegrityController, PublicIntegrityController } from './integrity/integrity.controller';
import { IntegrityPoint } from './integrity/integrity.entity';
import { IntegrityQueries } from './integrity/integrity.queries';
import { IntegrityService } from './integrity/integrity.service';
import { Kinds } from './kinds/kinds.service';
import { OwnPeopleController, PersonFlagsController } from './people/people.controller';
import { PeopleService } from './people/people.service';
import { PersonFlags } from './people/person-flags.service';
import { SharedPeople } from './people/shared-people';
import { FirmRegisterController, OwnFirmController, PublicFirmsController, PublicKindsController, QualificationsController } from './providers.controller';
import { ProvidersExport } from './providers.export';
import { ProvidersJobs } from './providers.jobs';
import { integrityPolicy } from './providers.policy';
import { Providers } from './providers.queries';
import { QualificationRecords, QualificationsService } from './qualifications.service';
import { StandingRound } from './standing/daily-round';
import { VerificationService } from './verification.service';
import './providers.acts';

const SERVICES = [FirmsService, Kinds, QualificationRecords, QualificationsService, VerificationService, PeopleService, PersonFlags, SharedPeople, Engagements, EngineerLoads, IntegrityService, IntegrityQueries, IntegrityCreditPoints, FirmProfiles, Providers, ProvidersExport];

/** Service firms: who they are, what they may do. */
@Module({ imports: [IdentityModule, DocumentsModule], providers: SERVICES, exports: SERVICES })
export class ProvidersModule implements OnModuleInit {
  constructor(
    private readonly subjects: FileSubjects,
    private readonly db: Db,
  ) {}

  /** Scans belong to the firm; the bureau reads them to verify. Evidence of points is laid down before the entry is made, under its id. */
  onModuleInit(): void {
    this.subjects.register('firm', async (actor, firmId, verb) => actor.orgId === firmId || (verb === 'read' && actor.orgKind === 'bureau'));
    this.subjects.register('integrity-point', (actor, id, verb) => this.mayEvidence(actor, id, verb));
  }

  private async mayEvidence(actor: Actor, id: string, verb: 'read' | 'write'): Promise<boolean> {
    const point = await this.db.repo(IntegrityPoint).findOneBy({ id });
    if (!point) return integrityPolicy.opens(actor, 'integrity-point.propose');
    return verb === 'read' && integrityPolicy.sees(actor, point);
  }
}

@Module({
  imports: [ProvidersModule],
  controllers: [FirmRegisterController, OwnFirmController, OwnPeopleController, OwnIntegrityController, QualificationsController, PersonFlagsController, IntegrityController, PublicFirmsController, PublicKindsController, PublicIntegrityController],
})
export class ProvidersHttpModule {}

@Module({ imports: [ProvidersModule, NotificationsModule], providers: [ProvidersJobs, StandingRound] })
export class ProvidersJobsModule {}
