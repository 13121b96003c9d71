import { Module, OnModuleInit } from '@nestjs/common';
import { DocumentsModule, FileSubjects } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { FirmsService } from './firms.service';
import { FirmRegisterController, OwnFirmController, PublicFirmsController, QualificationsController } from './providers.controller';
import { ProvidersJobs } from './providers.jobs';
import { ProvidersExport } from './providers.export';
import { Providers } from './providers.queries';
import { QualificationsService } from './qualifications.service';

/** Service firms: who they are, what they may do. */
@Module({
  imports: [IdentityModule, DocumentsModule],
  providers: [FirmsService, QualificationsService, Providers, ProvidersExport],
  exports: [FirmsService, QualificationsService, Providers, ProvidersExport],
})
export class ProvidersModule implements OnModuleInit {
  constructor(private readonly subjects: FileSubjects) {}

  /** Scans belong to the firm; the bureau reads them to verify. */
  onModuleInit(): void {
    this.subjects.register('firm', async (actor, firmId, verb) => actor.orgId === firmId || (verb === 'read' && actor.orgKind === 'bureau'));
  }
}

@Module({ imports: [ProvidersModule], controllers: [FirmRegisterController, OwnFirmController, QualificationsController, PublicFirmsController] })
export class ProvidersHttpModule {}

@Module({ imports: [ProvidersModule, NotificationsModule], providers: [ProvidersJobs] })
export class ProvidersJobsModule {}
