import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { FORMER_UNITS, type FormerUnit, type Permit } from '@huanbao/permits';
import { Actor, Audit, Clock, Db, FieldProblem, invalidFields, isProgram, newId, notFound, Outbox, SYSTEM_USER_ID, systemActor, violatedConstraint } from '@huanbao/platform';
import { In } from 'typeorm';
import { PermitRecords } from '../access/permit-records';
import type { EntrySource } from '../ledger/ledger-entry.entity';
import type { RowOutcome } from '../ledger/ledger.service';
import { foreignReport, resultCorrected, resultTaken, tooManyRows } from '../records.errors';
import { monitoringResultExceeded, monitoringResultsChanged } from '../records.events';
import { monitoringPolicy } from '../records.policy';
import { acceptResult, type AcceptedResult } from './accept';
import { judgedAnew } from './former-units';
import { Exceedance, MonitoringResult } from './monitoring.entity';
import { ResultContexts } from './result-context';
import { rawOf, rowOf, saysTheSame } from './rows';

export const REPORT_SUBJECT = 'monitoring-reports';
const MOST_ROWS = 1000;
const SYSTEM = systemActor('monitoring');

interface Correction {
  /** Values that differ from the old ones; null takes the result back. */
  readonly data: Record<string, unknown> | null;
  readonly reason: string;
}

/** What a row would come to. */
export interface Tried {
  readonly result: MonitoringResult | null;
  readonly status: RowOutcome['status'];
  readonly errors: readonly FieldProblem[];
}

/** Results are only added. One above its limit becomes a to-do and is told to others by an event. */
@Injectable()
export class MonitoringService {
  constructor(
    private readonly db: Db,
    private readonly records: PermitRecords,
    private readonly contexts: ResultContexts,
    private readonly files: Files,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async enter(actor: Actor, permitId: string, row: object): Promise<MonitoringResult> {
    const [outcome] = await this.enterAll(actor, permitId, { rows: [row], source: 'form' });
    if (!outcome || outcome.status === 'refused') throw invalidFields(outcome?.errors ?? []);
    return this.db.repo(MonitoringResult).findOneByOrFail({ id: outcome.entryId ?? '' });
  }

  /** Up to 1,000 results in one transaction: good ones are entered, others answered with their places, the same again is `existing`. */
  enterAll(actor: Actor, permitId: string, { rows, source }: { rows: readonly unknown[]; source: EntrySource }): Promise<RowOutcome[]> {
    return this.db.transaction(async () => {
      const permit = await this.records.require(actor, permitId, { policy: monitoringPolicy, action: 'monitoring.write' });
      if (rows.length > MOST_ROWS) throw tooManyRows(MOST_ROWS);
      const judged = await this.judge(permit, rows);
      const outcomes = new Map<number, RowOutcome>();
      const good: { index: number; row: MonitoringResult }[] = [];
      judged.forEach((one, index) => {
        if ('problems' in one) outcomes.set(index, { index, status: 'refused', entryId: null, errors: one.problems });
        else good.push({ index, row: rowOf(one.result, this.stamp(actor, permit, source)) });
      });
      for (const outcome of await this.insert(permit, good)) outcomes.set(outcome.index, outcome);
      const accepted = [...outcomes.values()].filter(one => one.status === 'accepted').length;
      if (accepted > 0) await this.note(actor, permit, { action: 'monitoring.enter', details: { source, accepted, refused: outcomes.size - accepted } });
      return rows.map((_, index) => outcomes.get(index) as RowOutcome);
    });
  }

  /** What {@link enterAll} would answer now, with the results as they would be kept; nothing is written. */
  async tryAll(permit: Permit, rows: readonly unknown[]): Promise<Tried[]> {
    const judged = await this.judge(permit, rows);
    const nobody = { permitId: permit.id, enterpriseId: permit.enterpriseId, source: 'excel' as const, enteredAt: this.clock.now(), enteredBy: permit.enterpriseId, enteredByName: '' };
    const results = judged.map(one => ('result' in one ? rowOf(one.result, nobody) : null));
    const there = await this.existing(permit.id, results.filter(row => row !== null));
    return judged.map((one, index) => {
      const result = results[index] ?? null;
      if ('problems' in one || !result) return { result, status: 'refused', errors: 'problems' in one ? one.problems : [] };
      const { status, entryId, errors } = compared(index, result, there);
      return entryId === null ? { result, status: 'accepted', errors: [] } : { result, status, errors };
    });
  }

  /** A new result in the place of an old one, judged anew; place, pollutant and time stay. */
  async correct(actor: Actor, resultId: string, correction: Correction): Promise<MonitoringResult> {
    try {
      return await this.db.transaction(() => this.replace(actor, resultId, correction));
    } catch (error) {
      if (violatedConstraint(error)?.includes('corrects_id')) throw resultCorrected(resultId);
      throw error;
    }
  }

  /**
   * Results that were compared with the number of a limit in another unit than today's: judged anew, each once, as rows that take their places.
   * Inside a transaction. @returns how many
   */
  async judgeFormerUnits(): Promise<number> {
    let judged = 0;
    for (const unit of FORMER_UNITS) {
      const old = await this.db.repo(MonitoringResult).createQueryBuilder('r').leftJoin(MonitoringResult, 'n', 'n.correctsId = r.id')
        .where('r.pollutant = :pollutant AND r.limitValue > 0 AND r.limitValue < CAST(:below AS numeric) AND NOT r.voided AND n.id IS NULL', { pollutant: unit.pollutant, below: unit.below })
        .orderBy('r.id').getMany();
      for (const permitId of new Set(old.map(one => one.permitId))) judged += await this.judgeAnew(permitId, old.filter(one => one.permitId === permitId), unit);
    }
    return judged;
  }

  private async judgeAnew(permitId: string, old: readonly MonitoringResult[], unit: FormerUnit): Promise<number> {
    const inTime = await this.records.byId(permitId);
    const context = await this.contexts.of(inTime, []);
    const stamp = { enteredAt: this.clock.now(), enteredBy: SYSTEM_USER_ID, enteredByName: '平台' };
    const rows = old.flatMap(one => judgedAnew(one, context.on(one.sampledOn), unit, stamp) ?? []);
    for (const row of rows) {
      await this.takePlace(inTime.permit, row);
      await this.note(SYSTEM, inTime.permit, { action: 'monitoring.judge-anew', details: { corrects: row.correctsId, by: row.id, verdict: row.verdict } });
    }
    return rows.length;
  }

  private async replace(actor: Actor, resultId: string, { data, reason }: Correction): Promise<MonitoringResult> {
    const old = await this.db.repo(MonitoringResult).findOneBy({ id: resultId });
    if (!old) throw notFound();
    const permit = await this.records.require(actor, old.permitId, { policy: monitoringPolicy, action: 'monitoring.write' });
    const newer = await this.db.repo(MonitoringResult).findOneBy({ correctsId: resultId });
    if (newer) throw resultCorrected(newer.id);
    const over = { correctsId: resultId, reason };
    const stamp = this.stamp(actor, permit, 'form');
    const row = data === null ? { ...old, ...stamp, id: newId(), externalId: null, ...over, voided: true } : rowOf(await this.rejudged(permit, old, data), stamp, { ...over, externalId: null });
    await this.takePlace(permit, row);
    await this.note(actor, permit, { action: 'monitoring.correct', details: { corrects: resultId, by: row.id, voided: row.voided } });
    return row;
  }

  /** What the former result had brought is withdrawn with it. */
  private async takePlace(permit: Permit, row: MonitoringResult): Promise<void> {
    await this.db.repo(MonitoringResult).insert(row);
    await this.db.repo(Exceedance).createQueryBuilder().update().set({ state: 'withdrawn', version: () => 'version + 1' }).where('resultId = :id', { id: row.correctsId }).execute();
    if (!row.voided) await this.exceeded(permit, [row]);
    await this.changed(permit, [row]);
  }

  private async rejudged(permit: Permit, old: MonitoringResult, data: Record<string, unknown>): Promise<AcceptedResult> {
    const { place, pollutant, method, sampledAt, ...free } = { ...rawOf(old), ...data };
    const fixed = { place: old.place, pollutant: old.pollutant, method: old.method, sampledAt: old.sampledAt.toISOString() };
    void [place, pollutant, method, sampledAt];
    const [judged] = await this.judge(permit, [{ ...free, ...fixed }]);
    if (!judged || 'problems' in judged) throw invalidFields(judged?.problems ?? []);
    return judged.result;
  }

  private async judge(permit: Permit, rows: readonly unknown[]): Promise<ReturnType<typeof acceptResult>[]> {
    const context = await this.contexts.of(await this.records.inTime(permit), rows);
    const judged = rows.map(row => acceptResult(row, context));
    const wantsFile = judged.some(one => 'result' in one && one.result.reportFileId !== null);
    const files = new Set(wantsFile ? (await this.files.list(REPORT_SUBJECT, permit.id)).map(file => file.id) : []);
    return judged.map(one => ('result' in one && one.result.reportFileId !== null && !files.has(one.result.reportFileId.toLowerCase()) ? { problems: [foreignReport()] } : one));
  }

  private async insert(permit: Permit, good: readonly { index: number; row: MonitoringResult }[]): Promise<RowOutcome[]> {
    if (good.length === 0) return [];
    const result = await this.db.repo(MonitoringResult).createQueryBuilder().insert().values(good.map(one => one.row)).orIgnore().updateEntity(false).returning('id').execute();
    const added = new Set((result.raw as { id: string }[]).map(one => one.id));
    const there = await this.existing(permit.id, good.filter(one => !added.has(one.row.id)).map(one => one.row));
    const entered = good.map(one => one.row).filter(row => added.has(row.id));
    await this.exceeded(permit, entered);
    await this.changed(permit, entered);
    return good.map(({ index, row }) => (added.has(row.id) ? { index, status: 'accepted', entryId: row.id, errors: [] } : compared(index, row, there)));
  }

  private async existing(permitId: string, rows: readonly MonitoringResult[]): Promise<MonitoringResult[]> {
    if (rows.length === 0) return [];
    const externalIds = rows.flatMap(row => row.externalId ?? []);
    const found = await this.db.repo(MonitoringResult).findBy([
      ...rows.map(({ place, pollutant, method, sampledAt }) => ({ permitId, place, pollutant, method, sampledAt })), ...(externalIds.length > 0 ? [{ permitId, externalId: In(externalIds) }] : []),
    ]);
    return found.filter(row => row.correctsId === null);
  }

  private async exceeded(permit: Permit, rows: readonly MonitoringResult[]): Promise<void> {
    for (const row of rows) {
      if (row.verdict !== 'exceeded' || row.limitValue === null) continue;
      const { id: resultId, place, pollutant, sampledOn, comparedValue, limitValue, unit } = row;
      const { id: permitId, enterpriseId, enterpriseName, siteId, siteName, regionCode } = permit;
      const exceedanceId = newId();
      await this.db.repo(Exceedance).insert({ id: exceedanceId, resultId, permitId, enterpriseId, enterpriseName, siteId, siteName, regionCode, place, pollutant, sampledOn, comparedValue, limitValue, unit, state: 'open', version: 1, createdAt: this.clock.now() });
      await this.outbox.publish(monitoringResultExceeded, { resultId, exceedanceId, permitId, enterpriseId });
    }
  }

  /** Who waits for results learns of the days, in the same transaction. */
  private async changed(permit: Permit, rows: readonly MonitoringResult[]): Promise<void> {
    const days = rows.map(row => row.sampledOn).sort();
    const [from, to] = [days[0], days.at(-1)];
    if (from !== undefined && to !== undefined) await this.outbox.publish(monitoringResultsChanged, { permitId: permit.id, from, to });
  }

  private stamp(actor: Actor, permit: Permit, source: EntrySource): Pick<MonitoringResult, 'permitId' | 'enterpriseId' | 'source' | 'enteredAt' | 'enteredBy' | 'enteredByName'> {
    return { permitId: permit.id, enterpriseId: permit.enterpriseId, source: isProgram(actor) ? 'api' : source, enteredAt: this.clock.now(), enteredBy: actor.userId, enteredByName: actor.name };
  }

  private note(actor: Actor, permit: Permit, { action, details }: { action: string; details: Record<string, unknown> }): Promise<void> {
    return this.audit.record({ actor, action, subject: { type: 'permit', id: permit.id }, details, onBehalfOf: permit.enterpriseId === actor.orgId ? null : permit.enterpriseId });
  }
}

function compared(index: number, row: MonitoringResult, there: readonly MonitoringResult[]): RowOutcome {
  const old = there.find(one => row.externalId !== null && one.externalId === row.externalId)
    ?? there.find(one => one.place === row.place && one.pollutant === row.pollutant && one.method === row.method && one.sampledAt.getTime() === row.sampledAt.getTime());
  const taken: FieldProblem[] = old ? [resultTaken(old.id)] : [];
  return old && saysTheSame(old, row) ? { index, status: 'existing', entryId: old.id, errors: [] } : { index, status: 'refused', entryId: old?.id ?? null, errors: taken };
}
