import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { CaseEngine, CaseRecord, PublicProgress } from '@huanbao/casework';
import { Files, inspect, spooled } from '@huanbao/documents';
import { Audit, Clock, Db, shanghaiDate } from '@huanbao/platform';
import { complaintEnded, complaintFileKind, complaintFilesFull, notToBeRated, ratedAlready, reasonForDispute } from '../complaints.errors';
import { DISPUTABLE } from '../disputes/dispute-rules';
import { Disputes } from '../disputes/disputes.service';
import type { ComplaintKeyDto, DisputeAnswerDto, RateAnswerDto } from '../dto';
import { Complaint } from '../entities';
import { ComplaintPeriods } from '../periods';
import { ComplaintRounds } from '../rounds/rounds.service';
import type { Satisfaction } from '../rules';
import type { ComplaintFileReceiptView, ComplaintTrackView } from '../views/public.view';
import { publicDispute, publicRound } from '../views/round.view';
import { REPORTER } from './register.service';

const MOST_FILES = 9;
const LEAST_REASON = 5;
const MOST_BYTES = 20 * 1024 * 1024;
const KINDS = ['image/jpeg', 'image/png', 'application/pdf'];
const OPEN = ['received', 'accepted', 'handling', 'answered', 'disputed', 'review'];

/** What whoever has number and code may do with a report: read how it stands, add photos, rate the answer or say that it does not satisfy. */
@Injectable()
export class Reporters {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly progress: PublicProgress,
    private readonly periods: ComplaintPeriods,
    private readonly files: Files,
    private readonly rounds: ComplaintRounds,
    private readonly disputes: Disputes,
    private readonly audit: Audit,
  ) {}

  /** @throws 404 alike for an unknown number and a wrong code; 429 after too many guesses */
  async track(key: ComplaintKeyDto, ip: string): Promise<ComplaintTrackView> {
    const c = await this.found(key, ip);
    const own = await this.db.repo(Complaint).findOneByOrFail({ id: c.id });
    const parent = own.parentId === null ? null : await this.db.repo(Complaint).findOneByOrFail({ id: own.parentId });
    const handled = parent ?? own;
    const handledCase = parent === null ? c : await this.db.repo(CaseRecord).findOneByOrFail({ id: parent.id });
    const { state } = handledCase;
    const [until, standing] = [await this.rateUntil(handled), await this.disputes.standing(own, handled, handledCase)];
    const { number, subject, place, what, satisfaction, ratingWords } = own;
    return {
      progress: await this.progress.view(c), number: number ?? '', subject, place, what, receivedAt: own.receivedAt.toISOString(), state, unit: handled.unit, isMerged: parent !== null,
      answer: shown(handled, state), refusedReason: handled.refusedReason, referredTo: handled.referredTo, satisfaction, ratingWords, rateUntil: until,
      mayRate: satisfaction === null && isAnswered(state) && until !== null && this.clock.today() <= until,
      rounds: (await this.rounds.of(handled.id)).map(publicRound), disputes: (await this.disputes.of({ complaintId: own.id })).map(publicDispute),
      mayDispute: standing.bar === null, disputeLevel: standing.level, disputeUntil: standing.until, recheckUntil: standing.recheckUntil,
      mayAddFiles: OPEN.includes(c.state), files: (await this.files.list('complaint', c.id)).length,
    };
  }

  /** A photo or a PDF, looked at like every upload. It is laid aside first, so that a slow sender holds no transaction. */
  async addFile(key: ComplaintKeyDto, { filename, stream }: { readonly filename: string; readonly stream: Readable }, ip: string): Promise<ComplaintFileReceiptView> {
    const { id } = await this.found(key, ip);
    return spooled(stream, MOST_BYTES, async file => {
      const { mediaType } = await inspect(file.path, filename);
      if (!KINDS.includes(mediaType)) throw complaintFileKind();
      const bytes = await readFile(file.path);
      return this.db.transaction(async () => {
        const c = await this.db.lock(CaseRecord, { id });
        if (!c || !OPEN.includes(c.state)) throw complaintEnded();
        const there = (await this.files.list('complaint', id)).length;
        if (there >= MOST_FILES) throw complaintFilesFull(MOST_FILES);
        const row = await this.files.storeFromPeople(bytes, { subjectType: 'complaint', subjectId: id, purpose: 'report', ownerOrgId: null, name: filename, uploadedBy: null });
        await this.audit.record({ actor: REPORTER, action: 'complaint.file-added', subject: { type: 'complaint', id }, details: { fileId: row.id, mediaType, sizeBytes: file.sizeBytes } });
        return { name: row.name, files: there + 1 };
      });
    });
  }

  /** Once for each answer; who was merged rates as well. Who is dissatisfied says why, and is heard while the time for it runs. */
  async rate({ satisfaction, words, ...key }: RateAnswerDto, ip: string): Promise<ComplaintTrackView> {
    const { id } = await this.found(key, ip);
    await this.db.transaction(async () => {
      const { parentId } = await this.db.repo(Complaint).findOneByOrFail({ id });
      // the case of the answer first, as every step of the bureau takes it
      const c = await this.db.lock(CaseRecord, { id: parentId ?? id });
      const own = await this.db.lock(Complaint, { id });
      if (!c || !own || own.satisfaction !== null) throw ratedAlready();
      const handled = own.parentId === null ? own : await this.db.repo(Complaint).findOneByOrFail({ id: own.parentId });
      const until = await this.rateUntil(handled);
      if (handled.id !== c.id || !isAnswered(c.state) || until === null || this.clock.today() > until) throw notToBeRated();
      if (satisfaction === 'dissatisfied' && (words ?? '').length < LEAST_REASON) throw reasonForDispute();
      if (satisfaction === 'dissatisfied' && (await this.disputes.standing(own, handled, c)).bar === null) await this.disputes.state(id, { reason: words ?? '', actor: REPORTER, by: 'reporter' });
      else await this.db.repo(Complaint).update({ id }, { satisfaction, ratingWords: words || null, ratedAt: this.clock.now() });
      await this.noted(id, satisfaction);
    });
    return this.track(key, ip);
  }

  /** Not satisfied with an answer, or with the reasons why it stands: the bureau judges it, the second time it is reviewed. */
  async dispute({ reason, ...key }: DisputeAnswerDto, ip: string): Promise<ComplaintTrackView> {
    const { id } = await this.found(key, ip);
    await this.disputes.state(id, { reason, actor: REPORTER, by: 'reporter' });
    return this.track(key, ip);
  }

  private async noted(id: string, satisfaction: Satisfaction): Promise<void> {
    const text = { satisfied: { zh: '举报人评价：满意', en: 'Rated: satisfied' }, fair: { zh: '举报人评价：基本满意', en: 'Rated: fair' }, dissatisfied: { zh: '举报人评价：不满意', en: 'Rated: dissatisfied' } }[satisfaction];
    await this.engine.note(id, { actor: REPORTER, authorise: () => undefined, text, action: 'complaint.rated', details: { satisfaction }, visibility: 'parties' });
  }

  private async rateUntil({ answeredAt }: Complaint): Promise<string | null> {
    return answeredAt === null ? null : addDays(shanghaiDate(answeredAt), await this.periods.number('rating'));
  }

  private async found({ number, code }: ComplaintKeyDto, ip: string): Promise<CaseRecord> {
    const c = await this.progress.find(number.toUpperCase(), code, ip);
    return this.db.repo(CaseRecord).findOneByOrFail({ id: c.id, kind: 'complaint' });
  }
}

const isAnswered = (state: string): boolean => (DISPUTABLE as readonly string[]).includes(state);

/** An answer that was taken back to be handled again is not shown. */
const shown = ({ answer, outcome, answeredAt, unit }: Complaint, state: string): ComplaintTrackView['answer'] =>
  answer !== null && outcome !== null && answeredAt !== null && isAnswered(state) ? { outcome, text: answer, answeredAt: answeredAt.toISOString(), unit } : null;
