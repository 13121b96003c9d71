import { Injectable } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { Notifier } from '@huanbao/notifications';
import { Actor, Db, systemActor } from '@huanbao/platform';
import { CreditEvaluation, EvaluationParticipant, EvaluationYear } from '../evaluation.entity';
import { evaluationMachine } from '../evaluation.machine';
import { MATTER } from '../evaluation.policy';
import { EvaluationBook } from '../evaluation.reference';
import { PlatformRecords } from '../reporting/platform-records';

interface Words {
  readonly key: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly body: { readonly zh: string; readonly en: string };
}

/** The case of an enterprise begins when the list is published; what each is told of the steps. */
@Injectable()
export class Announcing {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
    private readonly records: PlatformRecords,
    private readonly book: EvaluationBook,
    private readonly notifier: Notifier,
  ) {}

  /** @returns false when it has its case already */
  announce(actor: Actor, year: EvaluationYear, participant: EvaluationParticipant): Promise<boolean> {
    return this.db.transaction(async () => {
      const { subjectId, subjectName, uscc, regionCode, town, industryCode, industryName } = participant;
      if (participant.evaluationId !== null || participant.removedAt !== null) return false;
      const opened = await this.engine.open(evaluationMachine, { party: { orgId: subjectId, name: subjectName }, regionCode, title: `${year.year} 年度环境信用评价：${subjectName}`.slice(0, 200), actor });
      const prefills = await this.records.prefills({ subjectId, regionCode: year.regionCode, year: year.year });
      await this.db.repo(CreditEvaluation).insert({
        id: opened.id, yearId: year.id, year: year.year, participantId: participant.id, number: null, subjectId, subjectName, uscc, regionCode, town, industryCode, industryName,
        prefills, answers: {}, voluntary: [], checks: {}, voluntaryChecks: {}, version: 1, late: false, notReported: false, returned: 0, vetoes: [], search: [subjectName, uscc].filter(Boolean).join(' '),
      } as object);
      await this.db.repo(EvaluationParticipant).update({ id: participant.id }, { evaluationId: opened.id });
      // putting the list out judges nobody: it does not fail at an officer who belongs to one of the listed
      await this.engine.act(evaluationMachine, opened.id, 'announce', {
        actor: { ...systemActor('credit-evaluation'), name: actor.name }, details: { startedBy: actor.userId }, authorise: () => undefined,
        effects: async c => {
          await this.db.repo(CreditEvaluation).update({ id: c.id }, { number: c.number, search: [c.number, subjectName, uscc].filter(Boolean).join(' ') });
        },
      });
      await this.tellListed(opened.id, year, participant);
      return true;
    });
  }

  async tellDropped(evaluation: CreditEvaluation, reason: string): Promise<void> {
    await this.toSubject(evaluation, { key: 'dropped', title: { zh: `已移出 ${evaluation.year} 年度环境信用评价名单`, en: `Taken off the evaluation of ${evaluation.year}` }, body: { zh: `原因：${reason}`, en: `Reason: ${reason}` } });
  }

  toSubject({ id, subjectId }: Pick<CreditEvaluation, 'id' | 'subjectId'>, { key, title, body }: Words): Promise<void> {
    return this.notifier.notify({ to: { orgId: subjectId, matter: MATTER }, topic: 'case', subject: { type: 'credit-evaluation', id }, link: `/e/${subjectId}/credit-evaluations/${id}`, key: `credit-evaluation:${id}:${key}`, title, body });
  }

  toPost(role: string, { id, regionCode }: Pick<CreditEvaluation, 'id' | 'regionCode'>, { key, title, body }: Words): Promise<void> {
    return this.notifier.notify({ to: { role, regionCode }, topic: 'case', subject: { type: 'credit-evaluation', id }, link: `/b/:orgId/credit-evaluations/${id}`, key: `credit-evaluation:${id}:${key}`, title, body });
  }

  private async tellListed(id: string, year: EvaluationYear, { subjectId, reasons }: EvaluationParticipant): Promise<void> {
    const silence = await this.book.silence();
    await this.toSubject({ id, subjectId }, {
      key: 'listed', title: { zh: `请在 ${year.reportUntil} 前提交 ${year.year} 年度环境信用自查自报`, en: `Report on ${year.year} by ${year.reportUntil}` },
      body: { zh: `本单位列入参评名单（${reasons.map(one => one.words).join('；').slice(0, 200)}）。二十一项指标中平台已有的数据已经填好，请核对、补充并提交。${silence.title} ${silence.value} ${silence.unit}。`, en: `You are on the list. What the platform knows is filled in; check, complete and hand in by ${year.reportUntil}.` },
    });
  }
}
