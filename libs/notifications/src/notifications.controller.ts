import { Body, Controller, Get, HttpCode, MessageEvent, Post, Put, Query, Sse } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { Actor, Allow, CurrentActor, IdParam, SIGNED_IN } from '@huanbao/platform';
import { EventStreams } from './event-streams';
import { InboxService } from './inbox.service';
import { InboxQuery, NotificationPage, NotificationPreferencesDto, PreferenceView, UnreadView } from './notifications.view';

/** One's own messages. */
@Controller()
@Allow(SIGNED_IN)
export class NotificationsController {
  constructor(
    private readonly inbox: InboxService,
    private readonly streams: EventStreams,
  ) {}

  @Get('notifications')
  list(@CurrentActor() actor: Actor, @Query() query: InboxQuery): Promise<NotificationPage> {
    return this.inbox.list(actor, query);
  }

  @Get('notifications/unread-count')
  async unread(@CurrentActor() actor: Actor): Promise<UnreadView> {
    return { count: await this.inbox.unread(actor) };
  }

  @Post('notifications/read-all') @HttpCode(204)
  readAll(@CurrentActor() actor: Actor): Promise<void> {
    return this.inbox.readAll(actor);
  }

  @Post('notifications/:id/read') @HttpCode(204)
  read(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.inbox.read(actor, id);
  }

  @Get('notification-preferences')
  preferences(@CurrentActor() actor: Actor): Promise<PreferenceView[]> {
    return this.inbox.preferences(actor);
  }

  @Put('notification-preferences')
  setPreferences(@CurrentActor() actor: Actor, @Body() body: NotificationPreferencesDto): Promise<PreferenceView[]> {
    return this.inbox.setPreferences(actor, body.preferences);
  }

  /**
   * Server-sent events: `notification` for the person, `case`, `file` and `review` for what concerns the organisation. They
   * only say that something changed; the page loads it with its own rights. It begins with `resync`, which after a
   * reconnect means that something may have been missed, and ends when the session or the rights it began with do.
   */
  @Sse('events')
  events(@CurrentActor() actor: Actor): Observable<MessageEvent> {
    return this.streams.open(actor);
  }
}
