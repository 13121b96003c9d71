import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, FieldCipher, notFound } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { ownFirm } from '../firms.service';
import { FirmPerson } from '../people/person.entity';
import { EngagementView, NAME_CONTEXT } from '../people/person.view';
import { engineerFull, notResponsible } from '../providers.errors';
import { providersPolicy } from '../providers.policy';
import { Engagement } from './engagement.entity';

/** What a firm carries. The market says when a task begins and ends; the firm says who answers for it. */
@Injectable()
export class Engagements {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A task was awarded to the firm. Said twice, it counts once. */
  async begin(task: { readonly taskId: string; readonly firmId: string; readonly title: string; readonly at: Date; readonly engineerId?: string | null }): Promise<void> {
    await this.db.repo(Engagement).createQueryBuilder().insert().values({ taskId: task.taskId, firmId: task.firmId, title: task.title, personId: await this.freeEngineer(task), startedAt: task.at, endedAt: null }).orIgnore().execute();
  }

  /** Running tasks of each firm. */
  async running(firmIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.query<{ id: string; n: number }>('SELECT firm_id AS id, count(*)::int AS n FROM engagement WHERE firm_id = ANY($1::uuid[]) AND ended_at IS NULL GROUP BY firm_id', [[...firmIds]]);
    return new Map(rows.map(row => [row.id, row.n]));
  }

  /** Who answers for the task, if the firm has said. */
  async engineerOf(taskId: string): Promise<string | null> {
    return (await this.db.repo(Engagement).findOneBy({ taskId }))?.personId ?? null;
  }

  /** The award was cancelled before any work: it never counted. */
  async forget(taskId: string): Promise<void> {
    await this.db.repo(Engagement).delete({ taskId });
  }

  async end(taskId: string, at: Date): Promise<void> {
    await this.db.repo(Engagement).update({ taskId, endedAt: IsNull() }, { endedAt: at });
  }

  async listOf(actor: Actor): Promise<EngagementView[]> {
    const rows = await this.db.repo(Engagement).find({ where: { firmId: ownFirm(actor).id, endedAt: IsNull() }, order: { startedAt: 'DESC', taskId: 'DESC' }, take: 500 });
    return this.views(rows);
  }

  /** @throws 422 when the engineer carries as many tasks as registered */
  assign(actor: Actor, taskId: string, personId: string | null): Promise<EngagementView> {
    return this.db.transaction(async () => {
      const row = await this.db.lock(Engagement, { taskId });
      const firm = row && (await this.directory.organisation(row.firmId));
      providersPolicy.require(actor, 'engagement.assign', row && firm ? { firmId: row.firmId, regionCode: firm.regionCode } : null);
      if (!row || row.endedAt !== null) throw notFound();
      if (personId !== null) await this.assertFree(row, personId);
      await this.db.repo(Engagement).update({ taskId }, { personId });
      await this.audit.record({ actor, action: 'engagement.assign', subject: { type: 'service-task', id: taskId }, details: { personId } });
      const [view] = await this.views([{ ...row, personId }]);
      return view as EngagementView;
    });
  }

  /** The one the bid named, while still there and not full; otherwise the firm names somebody. */
  private async freeEngineer({ firmId, engineerId }: { readonly firmId: string; readonly engineerId?: string | null }): Promise<string | null> {
    const person = engineerId ? await this.db.repo(FirmPerson).findOneBy({ id: engineerId, firmId, isResponsible: true, leftOn: IsNull() }) : null;
    if (!person) return null;
    return (await this.db.repo(Engagement).countBy({ personId: person.id, endedAt: IsNull() })) < person.maxTasks ? person.id : null;
  }

  private async assertFree(row: Engagement, personId: string): Promise<void> {
    const person = await this.db.lock(FirmPerson, { id: personId });
    if (!person || person.firmId !== row.firmId || !person.isResponsible || person.leftOn !== null) throw notResponsible();
    const carried = await this.db.repo(Engagement).findBy({ personId, endedAt: IsNull() });
    if (carried.filter(one => one.taskId !== row.taskId).length >= person.maxTasks) throw engineerFull(person.maxTasks);
  }

  private async views(rows: readonly Engagement[]): Promise<EngagementView[]> {
    const people = await this.db.query<{ id: string; name: string }>(`SELECT id, name_cipher AS name FROM firm_person WHERE id = ANY($1::uuid[])`, [rows.flatMap(one => (one.personId ? [one.personId] : []))]);
    const names = new Map(people.map(one => [one.id, this.cipher.decrypt(one.name, NAME_CONTEXT)]));
    return rows.map(({ taskId, title, startedAt, personId }) => ({ taskId, title, startedAt: startedAt.toISOString(), personId, personName: personId ? (names.get(personId) ?? null) : null }));
  }
}
