import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import type { WatchEntry } from './entities';

interface Message {
  readonly key: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly body: { readonly zh: string; readonly en: string };
}

/** Who is told of a step: the post that is next, an officer, or the subject itself. */
@Injectable()
export class WatchMessages {
  constructor(private readonly notifier: Notifier) {}

  toPost(role: string, entry: Pick<WatchEntry, 'id' | 'regionCode'>, { key, ...words }: Message): Promise<void> {
    return this.notifier.notify({ ...words, to: { role, regionCode: entry.regionCode }, topic: 'case', subject: { type: 'watch-listing', id: entry.id }, link: `/b/:orgId/watch-list/${entry.id}`, key: `watch-list:${entry.id}:${key}` });
  }

  async toSubject({ id, subjectOrgId, subjectKind }: Pick<WatchEntry, 'id' | 'subjectOrgId' | 'subjectKind'>, { key, ...words }: Message): Promise<void> {
    if (subjectOrgId === null) return;
    await this.notifier.notify({ ...words, to: { orgId: subjectOrgId }, topic: 'case', subject: { type: 'watch-listing', id }, link: `/${subjectKind === 'firm' ? 'f' : 'e'}/:orgId/watch-list/${id}`, key: `watch-list:${id}:${key}` });
  }
}
