import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';

interface Words {
  readonly zh: string;
  readonly en: string;
}

interface Told {
  readonly orgId: string;
  readonly area: 'e' | 'f' | 'b';
  /** Below the area: `retainers/<id>`. */
  readonly page: string;
  /** Names the step: nobody is told twice. */
  readonly key: string;
  readonly title: Words;
  readonly body: Words;
}

/** Tells one side, in the transaction of what happened. */
@Injectable()
export class StewardNotices {
  constructor(private readonly notifier: Notifier) {}

  tell({ orgId, area, page, key, title, body }: Told): Promise<unknown> {
    const [type, id = orgId] = page.split('/');
    return this.notifier.notify({ to: { orgId, ...(area === 'b' ? { roles: ['bureau.supervisor', 'bureau.admin'] } : {}) }, topic: 'task', subject: { type: type ?? 'retainers', id }, key: `steward:${key}`, link: `/${area}/${orgId}/${page}`, title, body });
  }
}
