import { Injectable, MessageEvent } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Actor, AppError, LIVE_RESYNC, LiveBus } from '@huanbao/platform';
import { concatMap, filter, finalize, interval, map, merge, NEVER, Observable, of, share, takeUntil } from 'rxjs';

const HEARTBEAT_MS = 25_000;
const MOST_STREAMS = 8;

const tooManyStreams = (): AppError => new AppError('too-many', 'events.too-many', { zh: '打开的页面太多，请关闭一些后刷新', en: 'Too many open pages. Close some and reload.' }, { extra: { retryAfterSeconds: 30 } });

/** What happens, as it happens, to those whom it concerns and who still may know. */
@Injectable()
export class EventStreams {
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly live: LiveBus,
    private readonly directory: Directory,
  ) {}

  /** @throws AppError 429 `events.too-many` beyond eight of one person */
  open(actor: Actor): Observable<MessageEvent> {
    const open = this.counts.get(actor.userId) ?? 0;
    if (open >= MOST_STREAMS) throw tooManyStreams();
    this.counts.set(actor.userId, open + 1);
    const beat = interval(HEARTBEAT_MS).pipe(share());
    return merge(
      of({ type: 'resync', data: {} }),
      this.live.subscribe(LIVE_RESYNC).pipe(map(() => ({ type: 'resync', data: {} }))),
      this.changes(actor),
      beat.pipe(map(() => ({ type: 'heartbeat', data: {} }))),
    ).pipe(
      takeUntil(this.ended(actor, beat)),
      finalize(() => this.closed(actor.userId)),
    );
  }

  /** Ids only; what they stand for is loaded with the page's own rights. */
  private changes(actor: Actor): Observable<MessageEvent> {
    const ofOrganisation = (channel: string, ids: readonly string[]): Observable<MessageEvent> =>
      this.live.subscribe(channel).pipe(
        filter(message => concerns(message, actor)),
        map(message => ({ type: channel, data: Object.fromEntries(ids.map(id => [id, message[id]])) })),
      );
    return merge(
      this.live.subscribe('notification').pipe(filter(m => m['userId'] === actor.userId), map(m => ({ type: 'notification', data: { id: m['id'] } }))),
      ofOrganisation('case', ['caseId']),
      ofOrganisation('file', ['fileId', 'subjectType', 'subjectId']),
      ofOrganisation('review', ['applicationId', 'runId', 'state', 'progress']),
    );
  }

  /** Emits when what the stream began with is no longer so: asked at once after a sign-out, and at each beat. */
  private ended(actor: Actor, beat: Observable<unknown>): Observable<unknown> {
    if (!actor.sessionId) return NEVER;
    const mine = this.live.subscribe('standing').pipe(filter(m => m['userId'] === actor.userId));
    let first: string | undefined;
    return merge(of(null), beat, mine).pipe(
      concatMap(() => this.directory.standingOf(actor).catch(() => null)),
      // a database that does not answer ends the stream too: the page comes back and is judged anew
      filter(standing => standing === null || standing !== (first ??= standing)),
    );
  }

  private closed(userId: string): void {
    const left = (this.counts.get(userId) ?? 1) - 1;
    if (left > 0) this.counts.set(userId, left);
    else this.counts.delete(userId);
  }
}

/** A message names the organisations and regions it concerns. */
function concerns(message: Record<string, unknown>, actor: Actor): boolean {
  const { orgs, regionCode } = message as { orgs?: unknown; regionCode?: unknown };
  const mine = Array.isArray(orgs) && (orgs.includes(actor.orgId) || actor.delegations.some(d => orgs.includes(d.principalOrgId)));
  return mine || (actor.orgKind === 'bureau' && typeof regionCode === 'string' && actor.regions.some(region => regionCode.startsWith(region)));
}
