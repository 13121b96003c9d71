import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Directory } from '@huanbao/identity';
import { Db, Delivery, Handles } from '@huanbao/platform';
import { CreditEntry, CreditEvent, CreditScheme, CreditSchemeRow, CreditSnapshot } from './credit.entity';
import { tellCreditChanged, tellEntryProposed, tellSchemeProposed } from './credit.events';
import { SCHEME_RULERS } from './credit.policy';
import { nameOf } from './schemes/additions';

/** Who is told: the subject of every change of its credit, the bureau of what waits for a second person. */
@Injectable()
export class CreditNotices {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly notifier: Notifier,
  ) {}

  @Handles(tellCreditChanged)
  async tellSubject({ subjectId, snapshotId }: { subjectId: string; snapshotId: string }, delivery: Delivery): Promise<void> {
    const snapshot = await this.db.repo(CreditSnapshot).findOneByOrFail({ id: snapshotId });
    const subject = await this.directory.organisation(subjectId);
    const events = await this.db.repo(CreditEvent).createQueryBuilder('e').where('e.key = ANY (:keys)', { keys: snapshot.causeKeys }).orderBy('e.id').getMany();
    const kept = snapshot.results.find(one => one.inForce) ?? snapshot.results[0];
    const firm = subject?.kind === 'firm';
    const moved = snapshot.beforeGrade !== null && snapshot.beforeGrade !== snapshot.grade;
    const why = WHY[snapshot.cause];
    const facts = events.map(one => one.title).join('、');
    const score = snapshot.beforeScore === null ? snapshot.score : `${snapshot.beforeScore} → ${snapshot.score}`;
    await delivery.complete(() =>
      this.notifier.notify({
        to: { orgId: subjectId, roles: firm ? ['firm.manager'] : ['enterprise.admin'], matter: 'credit' }, topic: 'organisation', subject: { type: 'credit-subject', id: subjectId },
        title: moved ? { zh: `环境信用等级变为${kept?.gradeTitle ?? snapshot.grade}`, en: `Your credit grade is now ${snapshot.grade}` } : { zh: '环境信用记录有变化', en: 'Your credit record has changed' },
        body: { zh: `${why.zh}${facts ? `：${facts}` : ''}。得分 ${score}，等级 ${kept?.gradeTitle ?? snapshot.grade}。可逐条查看得分依据；有异议的，请在线反馈或向生态环境部门申请核实。`, en: `${why.en}${facts ? `: ${facts}` : ''}. Score ${score}, grade ${snapshot.grade}. See every line on line; if something is wrong, ask the bureau to check.` },
        link: `/${firm ? 'f' : 'e'}/${subjectId}/credit`, key: `credit:${snapshotId}`,
      }),
    );
  }

  @Handles(tellEntryProposed)
  async tellOfficers({ entryId }: { entryId: string }, delivery: Delivery): Promise<void> {
    const entry = await this.db.repo(CreditEntry).findOneByOrFail({ id: entryId });
    await delivery.complete(() =>
      this.notifier.notify({
        to: { role: 'bureau.supervisor', regionCode: entry.regionCode }, topic: 'organisation', subject: { type: 'credit-entry', id: entry.id },
        title: { zh: `严重失信事件待另一人确认：${entry.subjectName}`, en: `A serious event waits for a second person: ${entry.subjectName}` },
        body: { zh: `${entry.proposedByName}登记：${entry.content.title}。请核对依据和证据后确认。`, en: `${entry.proposedByName} entered: ${entry.content.title}. Check basis and evidence, then confirm.` },
        link: `/b/:orgId/credit-entries/${entry.id}`, key: `credit-entry:${entry.id}`,
      }),
    );
  }

  /** Everybody who may publish a scheme. */
  @Handles(tellSchemeProposed)
  async tellRulers({ schemeId }: { schemeId: string }, delivery: Delivery): Promise<void> {
    const scheme = await this.db.repo(CreditScheme).findOneByOrFail({ id: schemeId });
    const rows = await this.db.repo(CreditSchemeRow).find({ where: { schemeId }, order: { position: 'ASC' } });
    const added = rows.filter(row => scheme.additions.includes(nameOf(row))).map(row => row.title).join('、');
    await delivery.complete(async () => {
      for (const role of SCHEME_RULERS)
        await this.notifier.notify({
          to: { role }, topic: 'organisation', subject: { type: 'credit-scheme', id: schemeId },
          title: { zh: `评价方案有新增行待决定：${scheme.title}`, en: `New rows for a scheme of credit: ${scheme.title}` },
          body: { zh: `平台版本更新后随附方案新增：${added}。本市已修改过该方案，平台未改动，另起草了一个版本，请核对后发布或作废；发布前这类事件不计分。`, en: `The scheme that ships has new rows: ${added}. Yours was edited, so nothing was changed: a draft waits to be published or withdrawn. Until then events of these types count for nothing.` },
          link: `/b/:orgId/credit-schemes/${schemeId}`, key: `credit-scheme:${schemeId}:additions`,
        });
    });
  }
}

const WHY = {
  event: { zh: '新增信用事件', en: 'A new event' },
  change: { zh: '信用事件状态有变化', en: 'An event has changed' },
  day: { zh: '有信用事件到期或生效', en: 'An event has begun or ended' },
  scheme: { zh: '评价方案有变化', en: 'The scheme has changed' },
  first: { zh: '开始计算环境信用', en: 'Credit is computed from now on' },
} as const;
