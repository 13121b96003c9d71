import { Injectable, OnModuleInit } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { ServiceTask } from '@huanbao/marketplace';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db, newId } from '@huanbao/platform';
import { ReferenceBook } from '@huanbao/reference';
import { detect } from './detect/detect';
import { rotationSignal } from './detect/rotation';
import { overall, Signal, SIGNAL_CODES } from './detect/signal';
import { THRESHOLD_KIND, THRESHOLDS, Thresholds, thresholdsOn } from './detect/thresholds';
import { FactsService } from './facts.service';
import { CollusionEvent, CollusionSignal, CollusionStep, CollusionSuspicion } from './signals.entity';

const SYSTEM = 'system:market-signals';

/** Keeps what the detectors find. The same facts a second time change nothing. */
@Injectable()
export class CollusionComparing implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly facts: FactsService,
    private readonly book: ReferenceBook,
    private readonly directory: Directory,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(THRESHOLD_KIND, { zh: '串通投标线索的起点', en: 'Where signs of collusion begin' }, THRESHOLDS);
  }

  async limits(): Promise<Thresholds> {
    return thresholdsOn(await this.book.rows(THRESHOLD_KIND), this.clock.today());
  }

  /** The slow part: no transaction is open. Null for a task that is not open or had fewer than two bids. */
  async signalsOf(taskId: string): Promise<{ task: ServiceTask; signals: Signal[] } | null> {
    const task = await this.db.repo(ServiceTask).findOneBy({ id: taskId });
    if (!task || (task.openedAt === null && task.firstOpenedAt === null)) return null;
    return { task, signals: detect(await this.facts.of(task), await this.limits()) };
  }

  async turnsOf(taskId: string): Promise<{ task: ServiceTask; signals: Signal[] } | null> {
    const task = await this.db.repo(ServiceTask).findOneBy({ id: taskId });
    if (!task || task.awardedAt === null) return null;
    const limits = await this.limits();
    const signal = rotationSignal(await this.facts.awardsUntil(task, limits.rotationMonths), limits);
    return { task, signals: signal ? [signal] : [] };
  }

  /** In the transaction of the job. New reasons open a decided suspicion again when they say more than a weak one. */
  async keep(task: ServiceTask, signals: readonly Signal[]): Promise<void> {
    if (signals.length === 0) return;
    const suspicion = await this.suspicionOf(task);
    const fresh: Signal[] = [];
    for (const signal of signals) if (await this.insert(suspicion.id, signal)) fresh.push(signal);
    if (fresh.length === 0) return;
    const all = await this.db.repo(CollusionSignal).findBy({ suspicionId: suspicion.id });
    const strength = overall(all);
    const reopens = suspicion.state !== 'open' && overall(fresh) !== 'weak';
    const firmIds = [...new Set(all.flatMap(each => each.firmIds))].sort();
    const firms = await this.directory.organisations(firmIds);
    const isFirst = suspicion.version === 0;
    await this.db.repo(CollusionSuspicion).update({ id: suspicion.id }, {
      firmIds, firmNames: firmIds.map(id => firms.get(id)?.name ?? ''), codes: [...new Set(all.map(each => each.code))].sort(), strength, version: suspicion.version + 1,
      ...(reopens ? { state: 'open', decidedAt: null, decidedByName: null, decisionReason: null } : {}),
    });
    await this.tellHistory(suspicion.id, isFirst ? 'found' : reopens ? 'reopened' : 'more', fresh);
    if (strength !== 'weak' && (isFirst || reopens || suspicion.strength === 'weak')) await this.tellSupervisors(task, suspicion.id, suspicion.version + 1);
  }

  private async suspicionOf(task: ServiceTask): Promise<CollusionSuspicion> {
    await this.db.repo(CollusionSuspicion).createQueryBuilder().insert().values({
      id: newId(), taskId: task.id, taskNumber: task.number ?? '', taskTitle: task.title, enterpriseName: task.enterpriseName, regionCode: task.regionCode,
      firmIds: [], firmNames: [], codes: [], strength: 'weak', state: 'open', version: 0, foundAt: this.clock.now(),
    }).orIgnore().execute();
    const row = await this.db.lock(CollusionSuspicion, { taskId: task.id });
    if (!row) throw new Error(`no suspicion row for task ${task.id}`);
    return row;
  }

  private async insert(suspicionId: string, { code, strength, firmIds, measure, compared }: Signal): Promise<boolean> {
    const { raw } = (await this.db.repo(CollusionSignal).createQueryBuilder().insert()
      .values({ id: newId(), suspicionId, code, strength, firmIds: [...firmIds], finding: { measure, compared } as object, foundAt: this.clock.now() })
      .orIgnore().returning('id').execute()) as { raw: unknown[] };
    return raw.length > 0;
  }

  private async tellHistory(suspicionId: string, kind: CollusionStep, signals: readonly Signal[]): Promise<void> {
    const list = (language: 'zh' | 'en'): string => [...new Set(signals.map(each => SIGNAL_CODES[each.code][language]))].join(language === 'zh' ? '、' : ', ');
    const begins = kind === 'found' ? { zh: '系统比对发现', en: 'The comparison found' } : { zh: '系统又发现', en: 'The comparison also found' };
    const ends = kind === 'reopened' ? { zh: '，重新打开', en: '; opened again' } : { zh: '', en: '' };
    await this.db.repo(CollusionEvent).insert({ id: newId(), suspicionId, at: this.clock.now(), kind, actorName: SYSTEM, zh: `${begins.zh}：${list('zh')}${ends.zh}`, en: `${begins.en}: ${list('en')}${ends.en}` });
  }

  /** The words accuse nobody. */
  private async tellSupervisors(task: ServiceTask, id: string, version: number): Promise<void> {
    await this.notifier.notify({
      to: { role: 'bureau.supervisor', regionCode: task.regionCode }, topic: 'task', subject: { type: 'collusion-suspicion', id }, key: `collusion:${id}:${version}`, link: `/b/:orgId/collusion/${id}`,
      title: { zh: `报价比对提示：${task.title}`, en: `Bids to look at: ${task.title}` },
      body: { zh: '开标后比对发现需要人工核对的地方。这不是结论，请查看后说明理由处理。', en: 'The comparison after the opening found something for a person’s eye. It is no verdict; look and decide with a reason.' },
    });
  }
}
