import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { Directory } from '@huanbao/identity';
import { Notifier } from '@huanbao/notifications';
import { Db, systemActor } from '@huanbao/platform';
import { Complaint } from '../entities';
import { ComplaintPeriods } from '../periods';
import { ComplaintRounds } from '../rounds/rounds.service';
import { ComplaintDispute } from './dispute.entity';
import { type DisputeLevel, STOOD_IN } from './dispute-rules';

const BY = { ...systemActor('complaints'), name: '系统' };
/** Who decides by the table. */
const USUAL: Readonly<Record<DisputeLevel, readonly string[]>> = { first: ['bureau.intake', 'bureau.supervisor'], review: ['bureau.supervisor'] };

/** Nobody decides on an answer of his own, and no reporter waits for ever: where everybody who would decide had a hand in it, somebody of the posts of the dated row is named. */
@Injectable()
export class StandIns {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
    private readonly directory: Directory,
    private readonly periods: ComplaintPeriods,
    private readonly rounds: ComplaintRounds,
    private readonly notifier: Notifier,
  ) {}

  /** Who answered the round, and for the review who judged before. */
  async barred(complaint: Pick<Complaint, 'id' | 'round'>, level: DisputeLevel): Promise<ReadonlySet<string>> {
    const answeredBy = (await this.rounds.current(complaint))?.answeredBy;
    const judged = level === 'first' ? [] : await this.db.repo(ComplaintDispute).findBy({ handledId: complaint.id, level: 'first' });
    return new Set([answeredBy, ...judged.map(one => one.decidedBy)].filter(one => one != null));
  }

  /** Looks whether somebody may decide, and names one where nobody may; in the running transaction, under the lock of the case. Who was named and still may stays. */
  async see(c: CaseRecord): Promise<void> {
    const level = STOOD_IN[c.state];
    const complaint = level && (await this.db.lock(Complaint, { id: c.id }));
    if (!level || !complaint) return;
    const barred = await this.barred(complaint, level);
    const free = async (roles: readonly string[]): Promise<string[]> => {
      for (const role of roles) {
        const ids = (await this.directory.userIdsWithRole(role, c.regionCode)).filter(id => !barred.has(id));
        if (ids.length > 0) return ids;
      }
      return [];
    };
    const usual = await free(USUAL[level]);
    const found = usual.length > 0 ? [] : await free(await this.periods.standIns());
    if (complaint.reviewBy !== null && found.includes(complaint.reviewBy)) return;
    await this.name(c, complaint, await this.leastBusy(found));
  }

  /** Each night: who was to decide may have left, and an officer may have come. */
  async seeAll(): Promise<void> {
    const waiting = await this.db.repo(CaseRecord).find({ select: { id: true }, where: Object.keys(STOOD_IN).map(state => ({ kind: 'complaint', state })), order: { id: 'ASC' } });
    for (const { id } of waiting) {
      await this.db.transaction(async () => {
        const c = await this.db.lock(CaseRecord, { id });
        if (c) await this.see(c);
      });
    }
  }

  private async leastBusy(ids: readonly string[]): Promise<string | null> {
    const rows = await this.db.query<{ id: string }>(
      `SELECT u.id FROM unnest($1::uuid[]) AS u(id) LEFT JOIN complaint o ON o.review_by = u.id LEFT JOIN case_record k ON k.id = o.id AND k.state IN ('disputed', 'review') GROUP BY u.id ORDER BY count(k.id), u.id LIMIT 1`, [[...ids]]);
    return rows[0]?.id ?? null;
  }

  private async name(c: CaseRecord, complaint: Complaint, id: string | null): Promise<void> {
    if (id === complaint.reviewBy) return;
    const name = id === null ? null : ((await this.directory.user(id))?.name ?? null);
    await this.db.repo(Complaint).update({ id: c.id }, { reviewBy: id, reviewByName: name });
    if (id === null) return;
    await this.engine.note(c.id, { actor: BY, authorise: () => undefined, text: { zh: `该办理的人都参与过答复或者判断，由${name ?? ''}办理`, en: `Everybody who would decide took part; ${name ?? ''} decides` }, action: 'complaint.stand-in', details: { userId: id, state: c.state }, visibility: 'bureau' });
    const what = c.state === 'review' ? { zh: '复查', en: 'review' } : { zh: '判断不满意意见', en: 'judge the dissatisfaction' };
    await this.notifier.notify({
      to: { userIds: [id] }, topic: 'case', subject: { type: 'complaint', id: c.id }, link: `/b/:orgId/complaints/${c.id}`, key: `complaint:${c.id}:stand-in:${c.state}:${id}:${complaint.round}`,
      title: { zh: `请${what.zh}：${c.title}`, en: `To ${what.en}: ${c.title}` }, body: { zh: `${c.number ?? ''}：该办理的人都参与过，按参考数据中的替补岗位由您办理。`, en: `${c.number ?? ''}: everybody who would took part; by the dated row it is yours.` },
    });
  }
}
