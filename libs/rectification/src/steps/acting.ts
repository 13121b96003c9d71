import { Injectable } from '@nestjs/common';
import { type ActOptions, type Bilingual, CaseEngine, CaseRecord, Impartiality } from '@huanbao/casework';
import { Notifier } from '@huanbao/notifications';
import { Actor, Clock, Db, notFound, Outbox, shanghaiDate } from '@huanbao/platform';
import { Rectification, RectificationItem, RectificationSupervision } from '../entities';
import { dayInFuture } from '../rectification.errors';
import { rectificationOverdue } from '../rectification.events';
import { rectificationMachine, type RectificationStep } from '../rectification.machine';
import { MATTER, type OwnRectificationAction, ownRectificationPolicy, type RectificationAction, rectificationPolicy } from '../rectification.policy';

export interface Step {
  readonly actor: Actor;
  readonly id: string;
  readonly version: number;
}
export type Who = Pick<Step, 'actor' | 'id'>;

type Given = { readonly change: (row: Rectification, c: CaseRecord) => Promise<Partial<Rectification>> } & Pick<ActOptions, 'reason' | 'details' | 'extendDays' | 'clockPeriods' | 'clockSince' | 'publicText'>;

export interface Noting {
  readonly need: RectificationAction | OwnRectificationAction;
  readonly text: Bilingual;
  readonly action: string;
  readonly details?: Record<string, unknown>;
  readonly visibility?: 'parties' | 'bureau';
}

interface Message extends Bilingual {
  readonly key: string;
  readonly body: Bilingual;
}

/** How every step is done: under the locks of the case and of the rectification, by somebody who may, in one transaction with timeline and audit. */
@Injectable()
export class RectificationActs {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
    private readonly impartiality: Impartiality,
    private readonly outbox: Outbox,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  get today(): string {
    return this.clock.today();
  }

  get now(): Date {
    return this.clock.now();
  }

  /** A step of the machine. */
  async act({ actor, id, version }: Step, action: RectificationStep, { change, ...options }: Given): Promise<void> {
    const need = rectificationMachine.actions[action].action as Noting['need'];
    await this.engine.act(rectificationMachine, id, action, {
      ...options, actor, expectedVersion: version,
      authorise: async () => void (await this.allowed(actor, need, id)),
      effects: async c => {
        const changed = await change(await this.locked(id), c);
        if (Object.keys(changed).length > 0) await this.db.repo(Rectification).update({ id }, changed as object);
      },
    });
  }

  /** Something that moves nothing, with its line in the timeline. The work runs under the case's lock. */
  note<T>({ actor, id }: Who, { need, ...line }: Noting, work: (row: Rectification, state: string) => Promise<T>): Promise<T> {
    return this.db.transaction(async () => {
      const c = await this.db.lock(CaseRecord, { id, kind: 'rectification' });
      if (!c) throw notFound();
      const result = await work(await this.allowed(actor, need, id), c.state);
      await this.line(actor, id, line);
      return result;
    });
  }

  /** A save of something half written: no line, or the timeline would be full of them. */
  quietly<T>({ actor, id }: Who, need: Noting['need'], work: (row: Rectification, state: string) => Promise<T>): Promise<T> {
    return this.db.transaction(async () => {
      const c = await this.db.lock(CaseRecord, { id, kind: 'rectification' });
      if (!c) throw notFound();
      return work(await this.allowed(actor, need, id), c.state);
    });
  }

  /** A line of the system; who calls has decided that it may. */
  line(actor: Actor, id: string, { text, action, details, visibility }: Omit<Noting, 'need'>): Promise<CaseRecord> {
    return this.engine.note(id, { actor, authorise: () => undefined, text, action, details, visibility });
  }

  async locked(id: string): Promise<Rectification> {
    const row = await this.db.lock(Rectification, { id });
    if (!row) throw notFound();
    return row;
  }

  items(rectificationId: string): Promise<RectificationItem[]> {
    return this.db.repo(RectificationItem).find({ where: { rectificationId }, order: { place: 'ASC', id: 'ASC' } });
  }

  supervision(rectificationId: string): Promise<RectificationSupervision | null> {
    return this.db.repo(RectificationSupervision).findOneBy({ rectificationId });
  }

  /** Late once is late: told to the enterprise and the supervisor, and counted, once; by the round or by the step that finds it. @returns whether it was not known before */
  async markOverdue(row: Rectification): Promise<boolean> {
    const marked = await this.db.repo(Rectification).createQueryBuilder().update().set({ overdueOn: this.today }).where('id = :id AND overdueOn IS NULL', { id: row.id }).execute();
    if (marked.affected !== 1) return false;
    await this.outbox.publish(rectificationOverdue, told(row));
    await this.tellEnterprise(row, { key: 'overdue', zh: '整改已逾期', en: 'Rectification overdue', body: { zh: `${row.number ?? ''} 的整改期限已过，请尽快完成并提交。逾期不改正的将督办或者立案查处。`, en: `The deadline of ${row.number ?? ''} has passed. Finish and hand in as soon as you can.` } });
    await this.tellPost(row, 'bureau.supervisor', { key: 'overdue-post', zh: '整改逾期', en: 'Rectification overdue', body: { zh: `${row.number ?? ''} 已逾期，仍未完成的可以挂牌督办，或者移送立案审查。`, en: `${row.number ?? ''} is late. Where it is still open, list it for supervision or hand it over as a clue.` } });
    return true;
  }

  notAfterToday(pointer: string, day: string | null | undefined): void {
    if (day != null && day > shanghaiDate(this.now)) throw dayInFuture(pointer);
  }

  tellEnterprise(row: Rectification, { key, zh, en, body }: Message): Promise<void> {
    return this.notifier.notify({ to: { orgId: row.enterpriseId, matter: MATTER }, topic: 'rectification', subject: { type: 'rectification', id: row.id }, link: `/e/${row.enterpriseId}/rectifications/${row.id}`, key: `rectification:${row.id}:${key}`, title: { zh: `${zh}：${row.number ?? ''}`, en: `${en}: ${row.number ?? ''}` }, body });
  }

  tellPost(row: Rectification, role: string, { key, zh, en, body }: Message): Promise<void> {
    return this.notifier.notify({ to: { role, regionCode: row.regionCode }, topic: 'rectification', subject: { type: 'rectification', id: row.id }, link: `/b/:orgId/rectifications/${row.id}`, key: `rectification:${row.id}:${key}`, title: { zh: `${zh}：${row.enterpriseName}`, en: `${en}: ${row.enterpriseName}` }, body });
  }

  /** The row when this person may; 公务员法 第七十六条: who belongs to the enterprise does not work on its case. */
  private async allowed(actor: Actor, need: Noting['need'], id: string): Promise<Rectification> {
    const row = await this.locked(id);
    if (isOwn(need)) {
      ownRectificationPolicy.require(actor, need, row);
      return row;
    }
    rectificationPolicy.require(actor, need, row);
    await this.impartiality.require({ partyOrgId: row.enterpriseId, agentOrgId: null, matter: 'none' }, actor);
    return row;
  }
}

const isOwn = (need: Noting['need']): need is OwnRectificationAction => need.startsWith('own-');

export const told = ({ id, enterpriseId, regionCode }: Rectification): { rectificationId: string; enterpriseId: string; regionCode: string } => ({ rectificationId: id, enterpriseId, regionCode });

/** Which findings of an inspection are not mended, or which complaint it came from. Pure. */
export const unmended = ({ source, sourceId, complaintId }: Rectification, items: readonly RectificationItem[]): { inspectionId: string | null; complaintId: string | null; findingIds: readonly string[] } => ({
  inspectionId: source === 'inspection' ? sourceId : null, complaintId: source === 'complaint' ? complaintId : null, findingIds: items.flatMap(one => (one.state !== 'passed' && one.findingId !== null ? [one.findingId] : [])),
});

/** 查改分离: who found it, signed the notice or issued it does not verify it. */
export const isHandler = ({ issuedBy, officers, finders }: Rectification, userId: string): boolean => userId === issuedBy || finders.includes(userId) || officers.some(one => one.userId === userId);
