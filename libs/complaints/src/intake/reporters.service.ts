import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { CaseEngine, CaseRecord, PublicProgress } from '@huanbao/casework';
import { Files, inspect, spooled } from '@huanbao/documents';
import { Notifier } from '@huanbao/notifications';
import { Audit, Clock, Db, shanghaiDate } from '@huanbao/platform';
import { complaintEnded, complaintFileKind, complaintFilesFull, notToBeRated, ratedAlready } from '../complaints.errors';
import type { ComplaintKeyDto, RateAnswerDto } from '../dto';
import { Complaint } from '../entities';
import { ComplaintPeriods } from '../periods';
import type { Satisfaction } from '../rules';
import type { ComplaintFileReceiptView, ComplaintTrackView } from '../views/public.view';
import { REPORTER } from './register.service';

const MOST_FILES = 9;
const MOST_BYTES = 20 * 1024 * 1024;
const KINDS = ['image/jpeg', 'image/png', 'application/pdf'];
const OPEN = ['received', 'handling', 'answered'];

/** What whoever has number and code may do with a report: read how it stands, add photos, rate the answer. */
@Injectable()
export class Reporters {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly progress: PublicProgress,
    private readonly periods: ComplaintPeriods,
    private readonly files: Files,
    private readonly notifier: Notifier,
    private readonly audit: Audit,
  ) {}

  /** @throws 404 alike for an unknown number and a wrong code; 429 after too many guesses */
  async track(key: ComplaintKeyDto, ip: string): Promise<ComplaintTrackView> {
    const c = await this.found(key, ip);
    const own = await this.db.repo(Complaint).findOneByOrFail({ id: c.id });
    const parent = own.parentId === null ? null : await this.db.repo(Complaint).findOneByOrFail({ id: own.parentId });
    const handled = parent ?? own;
    const state = parent === null ? c.state : (await this.db.repo(CaseRecord).findOneByOrFail({ id: parent.id })).state;
    const until = await this.rateUntil(handled);
    const { number, subject, place, what, satisfaction, ratingWords } = own;
    return {
      progress: await this.progress.view(c), number: number ?? '', subject, place, what, receivedAt: own.receivedAt.toISOString(), state, unit: handled.unit, isMerged: parent !== null,
      answer: shown(handled, state), refusedReason: handled.refusedReason, referredTo: handled.referredTo, satisfaction, ratingWords, rateUntil: until,
      mayRate: satisfaction === null && isAnswered(state) && until !== null && this.clock.today() <= until, mayAddFiles: OPEN.includes(c.state), files: (await this.files.list('complaint', c.id)).length,
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

  /** Once for each report; who was merged rates as well. */
  async rate({ satisfaction, words, ...key }: RateAnswerDto, ip: string): Promise<ComplaintTrackView> {
    const { id } = await this.found(key, ip);
    await this.db.transaction(async () => {
      await this.db.lock(CaseRecord, { id });
      const own = await this.db.lock(Complaint, { id });
      if (!own || own.satisfaction !== null) throw ratedAlready();
      const handled = own.parentId === null ? own : await this.db.repo(Complaint).findOneByOrFail({ id: own.parentId });
      const { state } = await this.db.repo(CaseRecord).findOneByOrFail({ id: handled.id });
      const until = await this.rateUntil(handled);
      if (!isAnswered(state) || until === null || this.clock.today() > until) throw notToBeRated();
      await this.db.repo(Complaint).update({ id }, { satisfaction, ratingWords: words || null, ratedAt: this.clock.now() });
      await this.noted(handled, own, satisfaction);
    });
    return this.track(key, ip);
  }

  private async noted(handled: Complaint, own: Complaint, satisfaction: Satisfaction): Promise<void> {
    const text = { satisfied: { zh: '举报人评价：满意', en: 'Rated: satisfied' }, fair: { zh: '举报人评价：基本满意', en: 'Rated: fair' }, dissatisfied: { zh: '举报人评价：不满意', en: 'Rated: dissatisfied' } }[satisfaction];
    await this.engine.note(own.id, { actor: REPORTER, authorise: () => undefined, text, action: 'complaint.rated', details: { satisfaction }, visibility: 'parties' });
    if (satisfaction !== 'dissatisfied') return;
    await this.notifier.notify({
      to: { role: 'bureau.supervisor', regionCode: own.regionCode }, topic: 'complaint', subject: { type: 'complaint', id: handled.id }, link: `/b/:orgId/complaints/${handled.id}`, key: `complaint:${own.id}:dissatisfied`,
      title: { zh: `举报人不满意：${own.place}`, en: `A reporter is dissatisfied: ${own.place}` }, body: { zh: `${own.number ?? ''}，请看评价，必要时重新办理。`, en: `${own.number ?? ''}: read the rating; have it handled again where needed.` },
    });
  }

  private async rateUntil({ answeredAt }: Complaint): Promise<string | null> {
    return answeredAt === null ? null : addDays(shanghaiDate(answeredAt), await this.periods.number('rating'));
  }

  private async found({ number, code }: ComplaintKeyDto, ip: string): Promise<CaseRecord> {
    const c = await this.progress.find(number.toUpperCase(), code, ip);
    return this.db.repo(CaseRecord).findOneByOrFail({ id: c.id, kind: 'complaint' });
  }
}

const isAnswered = (state: string): boolean => state === 'answered' || state === 'closed';

/** An answer that was taken back to be handled again is not shown. */
const shown = ({ answer, outcome, answeredAt, unit }: Complaint, state: string): ComplaintTrackView['answer'] =>
  answer !== null && outcome !== null && answeredAt !== null && isAnswered(state) ? { outcome, text: answer, answeredAt: answeredAt.toISOString(), unit } : null;
