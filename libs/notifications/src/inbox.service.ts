import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, decodeCursor, notFound, Page, toPage } from '@huanbao/platform';
import { Notification } from './notification.entity';
import type { InboxQuery, NotificationView, PreferenceDto, PreferenceView } from './notifications.view';
import { mailByDefault, TOPICS } from './topics';

/** A person's own messages and wishes. */
@Injectable()
export class InboxService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: InboxQuery): Promise<Page<NotificationView>> {
    const limit = query.limit ?? 20;
    const cursor = decodeCursor(query.cursor, 1);
    const rows = this.db.repo(Notification).createQueryBuilder('n').where('n.user_id = :userId', { userId: actor.userId });
    if (query.unread === 'true') rows.andWhere('n.read_at IS NULL');
    if (query.topic) rows.andWhere('n.topic = :topic', { topic: query.topic });
    if (cursor) rows.andWhere('n.id < :before', { before: cursor[0] });
    return toPage(await rows.orderBy('n.id', 'DESC').limit(limit + 1).getMany(), limit, n => [n.id], view);
  }

  async unread(actor: Actor): Promise<number> {
    const [row] = await this.db.query<{ n: string }>('SELECT count(*) AS n FROM notification WHERE user_id = $1 AND read_at IS NULL', [actor.userId]);
    return Number(row?.n ?? 0);
  }

  /** @throws 404 for somebody else's */
  async read(actor: Actor, id: string): Promise<void> {
    const done = await this.db.query('UPDATE notification SET read_at = coalesce(read_at, $3) WHERE id = $1 AND user_id = $2 RETURNING id', [id, actor.userId, this.clock.now()]);
    if (done.length === 0) throw notFound();
  }

  async readAll(actor: Actor): Promise<void> {
    await this.db.query('UPDATE notification SET read_at = $2 WHERE user_id = $1 AND read_at IS NULL', [actor.userId, this.clock.now()]);
  }

  async preferences(actor: Actor): Promise<PreferenceView[]> {
    const rows = await this.db.query<{ topic: string; mail: boolean }>('SELECT topic, mail FROM notification_preference WHERE user_id = $1', [actor.userId]);
    const chosen = new Map(rows.map(row => [row.topic, row.mail]));
    return TOPICS.map(({ topic, zh, en }) => ({ topic, label: { zh, en }, inApp: true, mail: chosen.get(topic) ?? mailByDefault(topic) }));
  }

  async setPreferences(actor: Actor, wishes: readonly PreferenceDto[]): Promise<PreferenceView[]> {
    return this.db.transaction(async () => {
      for (const { topic, mail } of wishes)
        await this.db.query('INSERT INTO notification_preference (user_id, topic, mail) VALUES ($1, $2, $3) ON CONFLICT (user_id, topic) DO UPDATE SET mail = $3', [actor.userId, topic, mail]);
      return this.preferences(actor);
    });
  }
}

function view(n: Notification): NotificationView {
  return {
    id: n.id, topic: n.topic, title: { zh: n.titleZh, en: n.titleEn }, body: { zh: n.bodyZh, en: n.bodyEn },
    link: n.link, createdAt: n.createdAt.toISOString(), readAt: n.readAt?.toISOString() ?? null,
  };
}
