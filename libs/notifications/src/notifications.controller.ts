import { Body, Controller, Get, HttpCode, MessageEvent, Param, ParseUUIDPipe, Post, Put, Query, Sse } from '@nestjs/common';
import { filter, finalize, interval, map, merge, Observable, of } from 'rxjs';
import { Actor, Allow, AppError, CurrentActor, LIVE_RESYNC, LiveBus, SIGNED_IN } from '@huanbao/platform';
import { InboxService } from './inbox.service';
import { InboxQuery, NotificationPage, PreferencesDto, PreferenceView, UnreadView } from './notifications.view';

const HEARTBEAT_MS = 25_000;
const MOST_STREAMS = 8;

const tooManyStreams = (): AppError => new AppError('too-many', 'events.too-many', { zh: '打开的页面太多，请关闭一些后刷新', en: 'Too many open pages. Close some and reload.' }, { extra: { retryAfterSeconds: 30 } });

/** One's own messages. */
@Controller()
@Allow(SIGNED_IN)
export class NotificationsController {
  private readonly streams = new Map<string, number>();

  constructor(
    private readonly inbox: InboxService,
    private readonly live: LiveBus,
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
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.inbox.read(actor, id);
  }

  @Get('notification-preferences')
  preferences(@CurrentActor() actor: Actor): Promise<PreferenceView[]> {
    return this.inbox.preferences(actor);
  }

  @Put('notification-preferences')
  setPreferences(@CurrentActor() actor: Actor, @Body() body: PreferencesDto): Promise<PreferenceView[]> {
    return this.inbox.setPreferences(actor, body.preferences);
  }

  /**
   * Server-sent events: `notification` for the person, `case` for what concerns the organisation. They only say that
   * something changed; the page loads it with its own rights. After a reconnect the page reloads (`resync`).
   */
  @Sse('events')
  events(@CurrentActor() actor: Actor): Observable<MessageEvent> {
    const open = this.streams.get(actor.userId) ?? 0;
    if (open >= MOST_STREAMS) throw tooManyStreams();
    this.streams.set(actor.userId, open + 1);
    return merge(
      of({ type: 'resync', data: {} }),
      this.live.subscribe(LIVE_RESYNC).pipe(map(() => ({ type: 'resync', data: {} }))),
      this.live.subscribe('notification').pipe(filter(m => m['userId'] === actor.userId), map(m => ({ type: 'notification', data: { id: m['id'] } }))),
      this.live.subscribe('case').pipe(filter(m => concerns(m, actor)), map(m => ({ type: 'case', data: { caseId: m['caseId'] } }))),
      this.live.subscribe('review').pipe(filter(m => concerns(m, actor)), map(m => ({ type: 'review', data: m }))),
      interval(HEARTBEAT_MS).pipe(map(() => ({ type: 'heartbeat', data: {} }))),
    ).pipe(finalize(() => this.closed(actor.userId)));
  }

  private closed(userId: string): void {
    const left = (this.streams.get(userId) ?? 1) - 1;
    if (left > 0) this.streams.set(userId, left);
    else this.streams.delete(userId);
  }
}

/** A message names the organisations and regions it concerns. */
function concerns(message: Record<string, unknown>, actor: Actor): boolean {
  const { orgs, regionCode } = message as { orgs?: unknown; regionCode?: unknown };
  const mine = Array.isArray(orgs) && (orgs.includes(actor.orgId) || actor.delegations.some(d => orgs.includes(d.principalOrgId)));
  return mine || (actor.orgKind === 'bureau' && typeof regionCode === 'string' && actor.regions.some(region => regionCode.startsWith(region)));
}
