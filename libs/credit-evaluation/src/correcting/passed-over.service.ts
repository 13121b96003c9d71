import { Injectable } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { Actor, Outbox } from '@huanbao/platform';
import type { CreditEvaluation } from '../evaluation.entity';
import { noticeCorrections } from '../evaluation.events';
import { Announcing } from '../years/announcing.service';
import { Renewing } from './renewing.service';

const POSTS = ['bureau.supervisor', 'bureau.reviewer'] as const;

/** A result that the ledger left behind is neither approved nor published. One reckoned anew stands in its timeline as that; a correction says so, is told of, and is looked at again. */
@Injectable()
export class PassedOver {
  constructor(
    private readonly engine: CaseEngine,
    private readonly renewing: Renewing,
    private readonly announcing: Announcing,
    private readonly outbox: Outbox,
  ) {}

  /** In the running transaction of the run. */
  async isBehind(actor: Actor, { id, corrects, subjectId, subjectName, regionCode, number }: CreditEvaluation): Promise<boolean> {
    if (!(await this.renewing.moved(id))) return false;
    if (corrects === null) return true;
    const c = await this.engine.note(id, { actor, authorise: () => undefined, text: { zh: '信用记录又有变化，这次没有办理这件更正，按现在的记录重新核对后再办', en: 'The credit record changed again: this correction was passed over and is compared anew' }, action: 'credit-evaluation.passed-over', visibility: 'bureau' });
    for (const role of POSTS) {
      await this.announcing.toPost(role, { id, regionCode }, { key: `passed-over-${c.version}:${role}`, title: { zh: `更正没有公布：${subjectName}`, en: `A correction was not published: ${subjectName}` }, body: { zh: `${number ?? ''}：信用记录又有变化，重新核对后再公布。`, en: `${number ?? ''}: the credit record changed again; it is compared anew first.` } });
    }
    await this.outbox.enqueue(noticeCorrections, { subjectId });
    return true;
  }
}
