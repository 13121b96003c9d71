import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, shanghaiDate } from '@huanbao/platform';
import { In, IsNull, Not } from 'typeorm';
import { AdverseDecision } from './adverse.entity';
import { CaseEvent, CaseRecord, ClockEntry } from '../case.entity';
import { caseRelations } from '../casework.policy';
import { runsOf } from '../clock/clock-keeper';
import { ClockReading, readClock } from '../clock/reading';
import { allMachines, machineOf } from '../machine/machine';
import { isHidden, shownState, statesShownAs } from '../machine/transitions';
import { CalendarService } from '../reference/calendar.service';

/** A case as somebody outside the bureau sees it. */
export interface Face {
  readonly case: CaseRecord;
  /** Whether this line of the timeline is there for them. */
  readonly shows: (event: CaseEvent) => boolean;
  readonly readings: readonly ClockReading[];
}

/** The stretch of a case that outsiders do not see: from the decision to its service, or to whatever ended the case instead. */
interface Hiding {
  readonly from: CaseEvent;
  /** null: it lasts. */
  readonly to: CaseEvent | null;
  /** When the state began in which they see it. */
  readonly since: Date;
  /** Number of the last entry of the ledger before it. */
  readonly ledgerSeq: number;
}

/** Whoever does not read a case for the bureau: for them a decision exists from its service on. */
export function isOutsider(actor: Actor, c: CaseRecord): boolean {
  return !caseRelations(actor, c).includes('jurisdiction');
}

/** `kind/state` of everything outsiders see under this name of a state. */
export function keysShownAs(shown: string): string[] {
  return allMachines().flatMap(machine => statesShownAs(machine, shown).map(state => `${machine.kind}/${state}`));
}

/**
 * Cases as they stood before a decision that is made but not served (行政许可法 第四十四条: it takes effect with its service). Nothing is
 * copied when the decision is made: the face is read from timeline and ledger up to that step, with today's days left.
 */
@Injectable()
export class OutsideFaces {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly calendars: CalendarService,
  ) {}

  /** What the actor sees of the case: the face for outsiders, the case itself for the bureau. No actor: the public. */
  async for(actor: Actor | null, c: CaseRecord): Promise<Face> {
    const hiding = actor === null || isOutsider(actor, c) ? await this.hidingOf(c) : null;
    const readings = await this.readings(c.id, hiding);
    if (!hiding) return { case: c, shows: () => true, readings };
    const seen = hiding.to === null ? faceOf(c, hiding, readings) : c;
    return { case: seen, shows: event => !isWithin(event, hiding), readings };
  }

  /** The rows of a list. Few cases wait for a service at any time, so each is read on its own. */
  async rows(cases: readonly CaseRecord[]): Promise<CaseRecord[]> {
    const seen: CaseRecord[] = [];
    for (const c of cases) seen.push(isHidden(machineOf(c.kind), c.state) ? (await this.for(null, c)).case : c);
    return seen;
  }

  /** A decision that waits for its service, or one that never came to it because the case ended before. */
  private async hidingOf(c: CaseRecord): Promise<Hiding | null> {
    const machine = machineOf(c.kind);
    const hidden = isHidden(machine, c.state);
    if (!hidden && !(await this.db.repo(AdverseDecision).existsBy({ caseId: c.id, state: 'void', decidedAt: Not(IsNull()) }))) return null;
    const moves = await this.db.repo(CaseEvent).find({ where: { caseId: c.id, kind: In(['opened', 'moved']) }, order: { versionBefore: 'ASC', id: 'ASC' } });
    const index = moves.findLastIndex(each => isHidden(machine, each.toState ?? ''));
    const from = moves[index];
    if (!from) return null;
    const entered = moves.slice(0, index).findLast(each => each.toState === from.fromState && each.fromState !== each.toState);
    return { from, to: moves[index + 1] ?? null, since: entered?.at ?? c.openedAt, ledgerSeq: Number(from.details['ledgerSeq'] ?? 0) };
  }

  private async readings(caseId: string, hiding: Hiding | null): Promise<ClockReading[]> {
    const all = await this.db.repo(ClockEntry).find({ where: { caseId }, order: { seq: 'ASC' } });
    const calendar = await this.calendars.calendar();
    return runsOf(hiding ? seenEntries(all, hiding) : all).map(run => readClock(run, calendar, this.clock.today()));
  }
}

/** The ledger up to the decision; where the case ended another way, the clock of that time ends with it. */
function seenEntries(all: readonly ClockEntry[], { to, ledgerSeq }: Hiding): ClockEntry[] {
  const before = all.filter(entry => entry.seq <= ledgerSeq);
  if (to === null) return before;
  const stops = all.filter(entry => entry.seq > ledgerSeq && entry.kind === 'stop' && before.some(each => each.clock === entry.clock && each.run === entry.run));
  return [...before, ...stops.map(entry => Object.assign(new ClockEntry(), entry, { date: shanghaiDate(to.at), at: to.at, article: to.article ?? '', actorName: to.actorName, reason: null }))];
}

function faceOf(c: CaseRecord, hiding: Hiding, readings: readonly ClockReading[]): CaseRecord {
  const machine = machineOf(c.kind);
  const state = shownState(machine, c.state);
  const active = readings.find(reading => reading.state !== 'stopped');
  return Object.assign(new CaseRecord(), c, {
    state,
    holder: machine.states[state]?.holder ?? 'none',
    version: hiding.from.versionBefore,
    stateSince: hiding.since,
    // who took it up since then is the bureau's own
    ...(c.claimedAt !== null && c.claimedAt >= hiding.from.at ? { claimedBy: null, claimedByName: null, claimedAt: null } : {}),
    clock: active?.clock ?? null,
    clockPaused: active?.state === 'paused',
    dueOn: active?.dueOn ?? null,
    remainingDays: active?.remaining ?? null,
    dueProvisional: active?.provisional ?? false,
  });
}

function isWithin(event: CaseEvent, { from, to }: Hiding): boolean {
  return !comesBefore(event, from) && (to === null || comesBefore(event, to));
}

function comesBefore(a: CaseEvent, b: CaseEvent): boolean {
  return a.versionBefore < b.versionBefore || (a.versionBefore === b.versionBefore && a.id < b.id);
}
