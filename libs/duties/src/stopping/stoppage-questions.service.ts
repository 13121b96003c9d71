import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Actor, Audit, Clock, Db, newId, notFound } from '@huanbao/platform';
import { questionAnswered } from '../duties.errors';
import { dutyPolicy, MATTER } from '../duties.policy';
import { Stoppage, StoppageQuestion } from './stoppage.entity';

/** Officers ask about a stoppage; the holder answers once. */
@Injectable()
export class StoppageQuestions {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  ask(actor: Actor, stoppageId: string, text: string): Promise<void> {
    return this.db.transaction(async () => {
      const row = await this.db.lock(Stoppage, { id: stoppageId });
      dutyPolicy.require(actor, 'duty.question', row);
      const id = newId();
      await this.db.repo(StoppageQuestion).insert({ id, stoppageId, text, askedAt: this.clock.now(), askedBy: actor.userId, askedByName: actor.name, answer: null, answeredAt: null, answeredBy: null, answeredByName: null });
      await this.audit.record({ actor, action: 'stoppage.ask', subject: { type: 'stoppage', id: stoppageId }, details: { questionId: id, text } });
      await this.notifier.notify({
        to: { orgId: row.enterpriseId, matter: MATTER, site: row.siteId }, topic: 'duties', subject: { type: 'stoppage', id: stoppageId }, key: `stoppage-question:${id}`,
        title: { zh: `关于停产报告的询问：${row.siteName}`, en: `A question about the stoppage: ${row.siteName}` }, body: { zh: text, en: text }, link: `/e/${row.enterpriseId}/stoppages/${stoppageId}`,
      });
    });
  }

  /** @throws 409 for a question that has its answer */
  answer(actor: Actor, stoppageId: string, { questionId, answer }: { questionId: string; answer: string }): Promise<void> {
    return this.db.transaction(async () => {
      const row = await this.db.lock(Stoppage, { id: stoppageId });
      dutyPolicy.require(actor, 'duty.stop', row);
      const question = await this.db.lock(StoppageQuestion, { id: questionId, stoppageId });
      if (!question) throw notFound();
      if (question.answer !== null) throw questionAnswered();
      await this.db.repo(StoppageQuestion).update({ id: questionId }, { answer, answeredAt: this.clock.now(), answeredBy: actor.userId, answeredByName: actor.name });
      await this.audit.record({ actor, action: 'stoppage.answer', subject: { type: 'stoppage', id: stoppageId }, details: { questionId, answer }, onBehalfOf: row.enterpriseId === actor.orgId ? null : row.enterpriseId });
      await this.notifier.notify({
        to: { userIds: [question.askedBy] }, topic: 'duties', subject: { type: 'stoppage', id: stoppageId }, key: `stoppage-answer:${questionId}`,
        title: { zh: `企业已答复停产询问：${row.enterpriseName}`, en: `Answered: ${row.enterpriseName}` }, body: { zh: answer, en: answer }, link: `/b/:orgId/stoppages/${stoppageId}`,
      });
    });
  }
}
