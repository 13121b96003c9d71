import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Clock, Db, LiveBus, newId, Outbox } from '@huanbao/platform';
import { sendNotificationMail } from './notifications.jobs.definitions';
import { mailByDefault } from './topics';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/**
 * To whom: named people; an organisation (with its delegates for a matter and, where the record has one, a site);
 * everybody with a role in a region.
 */
export type Recipients =
  | { readonly userIds: readonly string[] }
  | { readonly orgId: string; readonly roles?: readonly string[]; readonly matter?: string; readonly site?: string | null }
  | { readonly role: string; readonly regionCode?: string };

export interface Message {
  readonly to: Recipients;
  readonly topic: string;
  readonly subject?: { readonly type: string; readonly id: string };
  readonly title: Words;
  readonly body: Words;
  /** Where the message leads. `:orgId` is filled with the reader's own organisation. */
  readonly link: string | null;
  /** Names the step: one person gets one message per key. */
  readonly key: string;
}

interface Reader {
  readonly userId: string;
  readonly orgId: string | null;
}

/** Tells people, once each, in the transaction of what happened: committed together or not at all. */
@Injectable()
export class Notifier {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly outbox: Outbox,
    private readonly live: LiveBus,
    private readonly clock: Clock,
  ) {}

  notify(message: Message): Promise<void> {
    return this.db.transaction(async () => {
      for (const reader of await this.readersOf(message.to)) await this.tell(reader, message);
    });
  }

  private async tell(reader: Reader, message: Message): Promise<void> {
    const link = linkFor(message.link, message.to, reader);
    const rows = await this.db.query<{ id: string }>(
      `INSERT INTO notification (id, user_id, org_id, topic, key, subject_type, subject_id, title_zh, title_en, body_zh, body_en, link, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (user_id, key) DO NOTHING RETURNING id`,
      [newId(), reader.userId, reader.orgId, message.topic, message.key, message.subject?.type ?? null, message.subject?.id ?? null, message.title.zh, message.title.en, message.body.zh, message.body.en, link, this.clock.now()],
    );
    const id = rows[0]?.id;
    if (!id) return;
    await this.live.publish('notification', { userId: reader.userId, id });
    if (await this.wantsMail(reader.userId, message.topic)) await this.outbox.enqueue(sendNotificationMail, { notificationId: id });
  }

  private async wantsMail(userId: string, topic: string): Promise<boolean> {
    const [row] = await this.db.query<{ mail: boolean }>('SELECT mail FROM notification_preference WHERE user_id = $1 AND topic = $2', [userId, topic]);
    return row?.mail ?? mailByDefault(topic);
  }

  private async readersOf(to: Recipients): Promise<Reader[]> {
    if ('userIds' in to) return this.withOrganisation(to.userIds);
    if ('role' in to) return this.withOrganisation(await this.directory.userIdsWithRole(to.role, to.regionCode));
    const organisations = [to.orgId, ...(to.matter ? await this.directory.delegateOrgs(to.orgId, to.matter, to.site) : [])];
    const readers = new Map<string, Reader>();
    for (const orgId of organisations)
      for (const member of await this.directory.membersOf(orgId, orgId === to.orgId ? { roles: to.roles } : {})) if (!readers.has(member.userId)) readers.set(member.userId, { userId: member.userId, orgId });
    return [...readers.values()];
  }

  private async withOrganisation(userIds: readonly string[]): Promise<Reader[]> {
    const organisations = await this.directory.organisationOfUsers(userIds);
    return userIds.map(userId => ({ userId, orgId: organisations.get(userId) ?? null }));
  }
}

/** A delegate reads the record in the area of the own firm; an officer in that of the own office. */
export function linkFor(link: string | null, to: Recipients, reader: Reader): string | null {
  if (link === null) return null;
  if (link.includes(':orgId') && reader.orgId) return link.replace(':orgId', reader.orgId);
  if ('orgId' in to && reader.orgId && reader.orgId !== to.orgId) return link.replace(`/e/${to.orgId}/`, `/f/${reader.orgId}/`);
  return link;
}
