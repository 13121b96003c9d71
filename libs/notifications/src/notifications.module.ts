import { Module } from '@nestjs/common';
import { IdentityModule } from '@huanbao/identity';
import { ChangeJobs } from './change.jobs';
import { EventStreams } from './event-streams';
import { InboxService } from './inbox.service';
import { Mailer } from './mailer';
import { NotificationsController } from './notifications.controller';
import { NotificationsJobs } from './notifications.jobs';
import { Notifier } from './notifier';
import './notifications.acts';

/** Telling people. */
@Module({ imports: [IdentityModule], providers: [Notifier, InboxService, Mailer], exports: [Notifier, InboxService, Mailer] })
export class NotificationsModule {}

@Module({ imports: [NotificationsModule, IdentityModule], controllers: [NotificationsController], providers: [EventStreams] })
export class NotificationsHttpModule {}

@Module({ imports: [NotificationsModule, IdentityModule], providers: [NotificationsJobs, ChangeJobs] })
export class NotificationsJobsModule {}
