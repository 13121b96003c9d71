import type { UseSubject, WorkUse } from './outcomes/work-use.entity';
import type { RatingReply } from './replies/reply.entity';

export class TaskReplyView {
  ratingId!: string;
  orgId!: string;
  text!: string;
  repliedByName!: string;
  repliedAt!: string;
}

export class WorkUseView {
  id!: string;
  subjectType!: UseSubject;
  subjectId!: string;
  title!: string;
  namedByName!: string;
  namedByOrg!: string;
  namedAt!: string;
  /** Taken back; it no longer counts. */
  removedAt!: string | null;
  removedByName!: string | null;
  removedReason!: string | null;
}

export const replyView = ({ ratingId, orgId, text, repliedByName, repliedAt }: RatingReply): TaskReplyView => ({ ratingId, orgId, text, repliedByName, repliedAt: repliedAt.toISOString() });
export const useView = ({ id, subjectType, subjectId, title, namedByName, namedByOrg, namedAt, removedAt, removedByName, removedReason }: WorkUse): WorkUseView => ({
  id, subjectType, subjectId, title, namedByName, namedByOrg, namedAt: namedAt.toISOString(), removedAt: removedAt?.toISOString() ?? null, removedByName, removedReason,
});
