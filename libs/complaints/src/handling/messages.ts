import { Injectable } from '@nestjs/common';
import type { Bilingual, CaseRecord } from '@huanbao/casework';
import { Notifier } from '@huanbao/notifications';
import { Clock, shanghaiDate } from '@huanbao/platform';

interface Told {
  readonly role: 'bureau.intake' | 'bureau.enforcer' | 'bureau.supervisor';
  readonly key: string;
  readonly title: Bilingual;
  readonly body: Bilingual;
}

/** Whom in the bureau a complaint is told to. Nothing of the reporter stands in a message. */
@Injectable()
export class ComplaintMessages {
  constructor(
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  tell(c: Pick<CaseRecord, 'id' | 'regionCode'>, { role, key, title, body }: Told): Promise<void> {
    return this.notifier.notify({ to: { role, regionCode: c.regionCode }, topic: 'complaint', subject: { type: 'complaint', id: c.id }, link: `/b/:orgId/complaints/${c.id}`, key: `complaint:${c.id}:${key}`, title, body });
  }

  enforcers(c: CaseRecord, unit: string | null, key = 'accepted'): Promise<void> {
    const day = shanghaiDate(this.clock.now());
    return this.tell(c, {
      role: 'bureau.enforcer', key, title: { zh: `已受理，待办理：${c.title}`, en: `Accepted, to be handled: ${c.title}` },
      body: { zh: `${c.number ?? ''}${unit ? `，交${unit}办理` : ''}，${day} 交办，请按期启动。`, en: `${c.number ?? ''}, handed over on ${day}${unit ? ` to ${unit}` : ''}; start in time.` },
    });
  }
}
