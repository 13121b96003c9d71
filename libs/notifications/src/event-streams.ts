import { Injectable, MessageEvent } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Actor, AppError, delegatedSights, LIVE_RESYNC, LiveBus } from '@huanbao/platform';
import { concatMap, filter, finalize, interval, map, merge, Observable, of, share, takeWhile } from 'rxjs';

const HEARTBEAT_MS = 25_000;
const MOST_STREAMS = 8;

/** In the row of events: before going on, ask whether what the stream began with is still so. */
const ASK = 'ask';
const OVER = 'over';

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
      this.questions(actor, beat),
      of({ type: 'resync', data: {} }),
      this.live.subscribe(LIVE_RESYNC).pipe(map(() => ({ type: 'resync', data: {} }))),
      this.changes(actor),
      beat.pipe(map(() => ({ type: 'heartbeat', data: {} }))),
    ).pipe(
      // one after the other: what follows the end of a mandate waits for the answer and is not delivered
      concatMap(event => (event === ASK ? this.answer(actor) : of(event))),
      takeWhile((event): event is MessageEvent => event !== OVER),
      filter(event => event !== null),
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
      ofOrganisation('report', ['reportId', 'checkId', 'state', 'progress']),
    );
  }

  /** At the beginning, at each beat, and at once when a session, a membership, a mandate or the organisation's standing changes. */
  private questions(actor: Actor, beat: Observable<unknown>): Observable<typeof ASK> {
    const mine = this.live.subscribe('standing').pipe(filter(m => m['userId'] === actor.userId || (actor.orgId !== null && m['orgId'] === actor.orgId)));
    return merge(of(null), beat, mine).pipe(map(() => ASK));
  }

  /** A database that does not answer ends the stream too: the page comes back and is judged anew. */
  private async answer(actor: Actor): Promise<typeof OVER | null> {
    if (!actor.sessionId) return null;
    return (await this.directory.standsAs(actor).catch(() => false)) ? null : OVER;
  }

  private closed(userId: string): void {
    const left = (this.counts.get(userId) ?? 1) - 1;
    if (left > 0) this.counts.set(userId, left);
    else this.counts.delete(userId);
  }
}

/**
 * A message names the organisations it concerns, the matter and site under which a mandate reaches it, and its region. Without
 * a matter no mandate does; without a site every mandate for the matter (the record is the whole organisation's).
 */
function concerns(message: Record<string, unknown>, actor: Actor): boolean {
  const { orgs, matter, site, regionCode } = message as { orgs?: unknown; matter?: unknown; site?: unknown; regionCode?: unknown };
  const named: readonly unknown[] = Array.isArray(orgs) ? orgs : [];
  if (named.includes(actor.orgId)) return true;
  if (typeof matter === 'string' && delegatedSights(actor, matter).some(d => named.includes(d.principalOrgId) && (typeof site !== 'string' || d.sites === null || d.sites.includes(site)))) return true;
  return actor.orgKind === 'bureau' && typeof regionCode === 'string' && actor.regions.some(region => regionCode.startsWith(region));
}
