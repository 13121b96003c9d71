import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One message to one person, in both languages. */
@Entity('notification')
export class Notification {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') userId!: string;
  /** For which of the person's organisations. */
  @Column('uuid', { nullable: true }) orgId!: string | null;
  @Column('text') topic!: string;
  @Column('text') key!: string;
  @Column('text', { nullable: true }) subjectType!: string | null;
  @Column('text', { nullable: true }) subjectId!: string | null;
  @Column('text') titleZh!: string;
  @Column('text') titleEn!: string;
  @Column('text') bodyZh!: string;
  @Column('text') bodyEn!: string;
  @Column('text', { nullable: true }) link!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
}

@Entity('notification_preference')
export class NotificationPreference {
  @PrimaryColumn('uuid') userId!: string;
  @PrimaryColumn('text') topic!: string;
  @Column('boolean') mail!: boolean;
}

export const NOTIFICATIONS_ENTITIES = [Notification, NotificationPreference];
