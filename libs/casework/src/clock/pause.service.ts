import { Injectable } from '@nestjs/common';
import { daysBetween } from '@huanbao/calendar';
import { Actor, Clock, Db, notFound, stale } from '@huanbao/platform';
import { OutsideFaces } from '../adverse/outside-face';
import { CaseRecord } from '../case.entity';
import { implausibleSpan, notPausable, notPaused, reasonNeeded, unknownGround } from '../casework.errors';
import { casePolicy } from '../casework.policy';
import { CaseMessages } from '../engine/case-messages';
import { CaseMover } from '../engine/case-mover';
import { Timeline } from '../engine/timeline';
import { machineOf, PauseGround } from '../machine/machine';
import { CalendarService } from '../reference/calendar.service';
import { ClockKeeper } from './clock-keeper';
import { ClockReading, PausePreview, previewPause } from './reading';

/** Beyond two years a typing error is likelier than a pause. */
const LONGEST_PAUSE_DAYS = 731;

export interface PauseInput {
  readonly actor: Actor;
  /** Key of one of the clock's grounds, e.g. `expert-review`. */
  readonly ground: string;
  /** Number of the paper that tells the applicant how long (行政许可法 第四十五条). */
  readonly noticeNumber: string;
  /** The day it is expected to end, as that paper says. */
  readonly expectedOn: string;
  readonly reason: string;
  readonly expectedVersion?: number;
}

export interface ResumeInput {
  readonly actor: Actor;
  readonly reason: string;
  readonly noticeNumber?: string;
  readonly expectedVersion?: number;
}

export interface PauseWhatIf extends PausePreview {
  readonly clock: string;
  readonly grounds: readonly PauseGround[];
}

/** Stops and resumes the running clock of a case, and shows beforehand what that would do. */
@Injectable()
export class PauseService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly clocks: ClockKeeper,
    private readonly calendars: CalendarService,
    private readonly faces: OutsideFaces,
    private readonly mover: CaseMover,
    private readonly timeline: Timeline,
    private readonly messages: CaseMessages,
  ) {}

  /** @throws 409 `clock.not-pausable`, 400 `clock.ground`, `clock.span` or `case.reason-needed`, 412 `stale` */
  pause(caseId: string, input: PauseInput): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      casePolicy.require(input.actor, 'case.pause', c);
      await this.mover.assertImpartial(c, input.actor);
      if (input.expectedVersion !== undefined && input.expectedVersion !== c.version) throw stale();
      await this.mover.settleSilence(c);
      const grounds = groundsOf(c);
      if (c.clockPaused || grounds.length === 0) throw notPausable();
      const ground = grounds.find(each => each.key === input.ground);
      if (!ground) throw unknownGround(grounds.map(each => each.key));
      if (!input.noticeNumber.trim()) throw reasonNeeded({ zh: '书面告知的文号', en: 'the number of the written notice' });
      const today = this.clock.today();
      if (input.expectedOn < today || daysBetween(today, input.expectedOn) > LONGEST_PAUSE_DAYS) throw implausibleSpan(today, '/expectedOn');
      const text = {
        zh: `暂停计时：${ground.label.zh}（${input.noticeNumber}），预计到 ${input.expectedOn}`,
        en: `Clock paused: ${ground.label.en} (${input.noticeNumber}), expected to ${input.expectedOn}`,
      };
      return this.write(c, { ...input, kind: 'pause', article: ground.article, text });
    });
  }

  /** Counting goes on from the next working day. @throws 409 `clock.not-paused`, 412 `stale` */
  resume(caseId: string, input: ResumeInput): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      casePolicy.require(input.actor, 'case.resume', c);
      await this.mover.assertImpartial(c, input.actor);
      if (input.expectedVersion !== undefined && input.expectedVersion !== c.version) throw stale();
      if (!c.clockPaused) throw notPaused();
      const pause = (await this.clocks.entriesOf(c.id)).findLast(entry => entry.kind === 'pause');
      return this.write(c, { ...input, kind: 'resume', article: pause?.article ?? '', text: { zh: '恢复计时', en: 'Clock resumed' } });
    });
  }

  /** @throws 409 `clock.not-pausable` when nothing runs, or the law knows no pause for it */
  async whatIf(caseId: string, actor: Actor, span: { readonly from?: string; readonly resumeOn: string }): Promise<PauseWhatIf> {
    const found = await this.db.repo(CaseRecord).findOneBy({ id: caseId });
    casePolicy.require(actor, 'case.read', found);
    const { case: c, readings } = await this.faces.for(actor, found);
    const grounds = groundsOf(c);
    const reading = readings.find(each => each.state !== 'stopped');
    if (!reading || reading.state !== 'running' || grounds.length === 0) throw notPausable();
    const calendar = await this.calendars.calendar();
    const preview = previewPause(reading, this.plausible(reading, span), calendar);
    return { ...preview, clock: reading.clock, grounds };
  }

  /** Every run of every clock of a case the actor sees, each entry with its article and paper. */
  async explain(caseId: string, actor: Actor): Promise<ClockReading[]> {
    const c = await this.db.repo(CaseRecord).findOneBy({ id: caseId });
    casePolicy.require(actor, 'case.read', c);
    return [...(await this.faces.for(actor, c)).readings];
  }

  /** @throws 400 for a resumption before the pause, or a pause before the clock's last entry or further than two years away */
  private plausible(reading: ClockReading, { from = this.clock.today(), resumeOn }: { from?: string; resumeOn: string }): { from: string; resumeOn: string } {
    const earliest = reading.entries.at(-1)?.date ?? from;
    if (from < earliest || resumeOn < from || daysBetween(this.clock.today(), resumeOn) > LONGEST_PAUSE_DAYS) throw implausibleSpan(earliest);
    return { from, resumeOn };
  }

  private async write(c: CaseRecord, entry: (PauseInput | ResumeInput) & { kind: 'pause' | 'resume'; article: string; text: { zh: string; en: string } }): Promise<CaseRecord> {
    if (c.clock === null) throw notFound();
    const { actor, reason, noticeNumber, kind, article, text } = entry;
    const expectedOn = 'expectedOn' in entry ? entry.expectedOn : undefined;
    const context = { actor, date: this.clock.today(), article, noticeNumber, reason, expectedOn };
    const versionBefore = c.version;
    await this.clocks.append(c, { kind, clock: c.clock, article }, context);
    await this.clocks.refresh(c);
    c.version += 1;
    await this.mover.store(c);
    const done = kind === 'pause' ? 'clock-paused' : 'clock-resumed';
    await this.timeline.write(c, { kind: done, actor, text, auditAction: `case.${kind}`, versionBefore, article, details: { clock: c.clock, reason, noticeNumber, expectedOn } });
    await this.messages.pausedOrResumed(c, text);
    return c;
  }
}

function groundsOf(c: CaseRecord): readonly PauseGround[] {
  return c.clock === null ? [] : (machineOf(c.kind).clocks[c.clock]?.pauses ?? []);
}
