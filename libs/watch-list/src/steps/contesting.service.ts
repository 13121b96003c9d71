import { Injectable } from '@nestjs/common';
import { CreditListings } from '@huanbao/credit';
import { Db, newId, notFound, violatedConstraint } from '@huanbao/platform';
import type { EndWatchContestDto, WatchContestDto } from '../dto';
import { WatchContest, WatchDecision } from '../entities';
import { spanOf } from '../rules/term';
import { changedTermNeeded, contestRuns, dayEarlier, endedAlready, goneAlready, otherPersonEnds, stopReasonMissing } from '../watch-list.errors';
import { WatchReference } from '../watch-list.reference';
import { type Step, WatchActs } from './acting';
import { Leaving } from './leaving.service';

/** 复议、诉讼 against a listing: as a rule they stop nothing; where one does, publication and measures rest until its end. */
@Injectable()
export class WatchContesting {
  constructor(
    private readonly db: Db,
    private readonly acts: WatchActs,
    private readonly leaving: Leaving,
    private readonly listings: CreditListings,
    private readonly reference: WatchReference,
  ) {}

  async contest(who: Pick<Step, 'actor' | 'id'>, { kind, body, number, filedOn, stopsExecution, stopReason }: WatchContestDto): Promise<void> {
    this.acts.notAfterToday('/filedOn', filedOn);
    const pauses = await this.reference.says('contest-pauses');
    try {
      await this.acts.note(who, { need: 'watch-list.handle', text: { zh: kind === 'litigation' ? '登记行政诉讼' : '登记行政复议', en: kind === 'litigation' ? 'Litigation recorded' : 'Reconsideration recorded' }, action: 'watch-list.contest', details: { kind, filedOn, stopsExecution } }, async entry => {
        const decision = await this.acts.decision(entry.id);
        if (!decision?.servedOn || decision.endedHow === 'revoked') throw goneAlready();
        if (filedOn < decision.servedOn) throw dayEarlier('/filedOn', decision.servedOn);
        if (stopsExecution && !stopReason) throw stopReasonMissing();
        await this.db.repo(WatchContest).insert({ id: newId(), entryId: entry.id, kind, body, number: number ?? null, filedOn, stopsExecution, stopReason: stopReason ?? null, recordedBy: who.actor.userId, recordedByName: who.actor.name, endedOn: null, outcome: null, outcomeWords: null, changedMonths: null });
        if (stopsExecution || pauses) await this.rest(entry.id, true);
      });
    } catch (error) {
      if (violatedConstraint(error) === 'watch_list_contest_open') throw contestRuns();
      throw error;
    }
  }

  /** How it ended, recorded by another person. A change shortens the term; a revocation takes the listing back with everything that followed. */
  async end(step: Step, contestId: string, { endedOn, outcome, words, changedMonths }: EndWatchContestDto): Promise<void> {
    this.acts.notAfterToday('/endedOn', endedOn);
    await this.acts.note(step, { need: 'watch-list.decide', text: { zh: '登记复议、诉讼结果', en: 'Outcome of the contest recorded' }, action: 'watch-list.end-contest', details: { contestId, outcome, changedMonths } }, async (entry, state) => {
      const contest = await this.db.lock(WatchContest, { id: contestId, entryId: entry.id });
      const decision = await this.acts.decision(entry.id);
      if (!contest || !decision) throw notFound();
      if (contest.endedOn) throw endedAlready();
      if (contest.recordedBy === step.actor.userId) throw otherPersonEnds();
      if (endedOn < contest.filedOn) throw dayEarlier('/endedOn', contest.filedOn);
      const months = outcome === 'changed' ? shorter(decision, changedMonths) : null;
      await this.db.repo(WatchContest).update({ id: contestId }, { endedOn, outcome, outcomeWords: words, changedMonths: months });
      await this.rest(entry.id, false);
      if (months !== null) await this.shorten(decision, months);
      if (outcome === 'revoked') await this.leaving.overturn(step, state, words);
    });
  }

  private async rest(entryId: string, resting: boolean): Promise<void> {
    await this.db.repo(WatchDecision).update({ entryId }, { resting });
    await this.listings.rest(entryId, resting);
  }

  /** The nightly round ends what is over by the shorter term. */
  private async shorten({ id, entryId, servedOn }: WatchDecision, months: number): Promise<void> {
    const { until, removalFrom } = spanOf(servedOn as string, months, await this.reference.terms());
    await this.db.repo(WatchDecision).update({ id }, { months, listedUntil: until, removalFrom });
    await this.listings.until(entryId, until);
  }
}

function shorter({ months }: WatchDecision, changed: number | undefined): number {
  if (changed === undefined || changed >= months) throw changedTermNeeded(months);
  return changed;
}
