import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addWorkingDays } from '@huanbao/calendar';
import { CalendarService } from '@huanbao/casework';
import { Actor, Audit, AUDIT_GENESIS, Clock, Db, FieldCipher, newId, Numbering, sm3, stale } from '@huanbao/platform';
import { DrawCandidate, Inspection, InspectionDraw, UNHELD } from '../enforcement.entity';
import { drawPeriod, drawState, nothingWanted, poolTooSmall, publicDayWrong, publicValueEarly, publicValueForeign, publicValueNeeded, seedForeign, seedNeeded, seedWrong } from '../enforcement.errors';
import { drawPolicy } from '../enforcement.policy';
import { EnforcementReference } from '../enforcement.reference';
import type { AnnounceDrawDto, MakeDrawDto } from './draw.dto';
import { ALGORITHM } from './lots';
import { type DrawOrigin, originCommitment, plainValue, seedOf } from './origin';
import { Frozen, PoolReader } from './pool-reader';
import { CLASS_ORDER, commitmentOf, Outcome, outcomeOf, poolHashOf, wantOf } from './record';

const SEED_BYTES = 32;
const SEED_CONTEXT = 'inspection_draw.seed';
const PUBLISH_DAYS = 20;

/** What a draw opens. */
type Opened = Pick<InspectionDraw, 'seed' | 'secret' | 'publicValue'> & { readonly seed: string };

/** 双随机: a draw is announced with its frozen pool and a commitment to a seed that nobody chooses, and made once. */
@Injectable()
export class DrawsService {
  constructor(
    private readonly db: Db,
    private readonly pool: PoolReader,
    private readonly reference: EnforcementReference,
    private readonly calendar: CalendarService,
    private readonly numbering: Numbering,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Freezes the pool with weights and reasons, and publishes what the seed will rest on. */
  announce(actor: Actor, input: AnnounceDrawDto): Promise<string> {
    return this.db.transaction(() => this.announced(actor, input));
  }

  private async announced(actor: Actor, input: AnnounceDrawDto): Promise<string> {
    const regionCode = actor.regions[0] ?? '';
    drawPolicy.require(actor, 'inspection-draw.announce', { regionCode });
    const { title, periodFrom, periodTo, wantKey, wantGeneral, wantSpecial } = input;
    if (periodFrom < this.clock.today() || periodTo < periodFrom || periodFrom.slice(0, 4) !== periodTo.slice(0, 4)) throw drawPeriod();
    if (input.publicOn <= this.clock.today() || input.publicOn > periodTo) throw publicDayWrong();
    if (wantKey + wantGeneral + wantSpecial === 0) throw nothingWanted();
    const frozen = await this.pool.freeze(actor, { from: periodFrom, to: periodTo });
    assertEnough(frozen, { wantKey, wantGeneral, wantSpecial });
    const secret = randomBytes(SEED_BYTES).toString('hex');
    const number = await this.numbering.code('inspection-draw', 'CJ', 4);
    const [poolHash, origin] = [poolHashOf(frozen.candidates, frozen.officers), await this.originOf(input, secret)];
    const draw: InspectionDraw = {
      id: newId(), number, title, regionCode, bureauName: actor.orgName ?? '', periodFrom, periodTo, wantKey, wantGeneral, wantSpecial, state: 'announced', algorithm: ALGORITHM,
      commitment: originCommitment({ number, poolHash, origin }), seedCipher: this.cipher.encrypt(secret, SEED_CONTEXT), seed: null, origin, publicValue: null, secret: null, poolHash, poolSize: frozen.candidates.length,
      leftOut: frozen.candidates.filter(one => one.leftOut !== null).length, drawnCount: 0, announcedBy: actor.userId, announcedByName: actor.name, announcedAt: new Date(origin.announcedAt), drawnByName: null, drawnAt: null, cancelledReason: null, publishBy: null, officers: [...frozen.officers], search: title, version: 1,
    };
    draw.search = `${draw.number} ${title}`;
    await this.db.repo(InspectionDraw).insert(draw as object);
    await this.keepPool(draw.id, frozen);
    await this.note(actor, draw, 'announce', { commitment: draw.commitment, ...origin, poolHash: draw.poolHash, poolSize: draw.poolSize, leftOut: draw.leftOut });
    return draw.id;
  }

  /** The head of the audit chain is that of the last transaction that committed: nobody chooses it, and it stands in the chain for ever. */
  private async originOf({ publicSource, publicOn }: AnnounceDrawDto, secret: string): Promise<DrawOrigin> {
    const [head] = await this.db.query<{ seq: string; hash: string }>('SELECT seq::text, hash FROM audit_entry ORDER BY audit_entry.seq DESC LIMIT 1');
    return { announcedAt: this.clock.now().toISOString(), auditSeq: head?.seq ?? '0', auditHead: head?.hash ?? AUDIT_GENESIS, publicSource, publicOn, secretDigest: sm3(secret) };
  }

  private async keepPool(drawId: string, { candidates }: Frozen): Promise<void> {
    await this.db.query(
      `INSERT INTO draw_candidate (draw_id, enterprise_id, enterprise_name, code, target_class, weight, parts, left_out, why, avoided)
       SELECT $1, "enterpriseId", "enterpriseName", code, "targetClass", weight, parts, "leftOut", nullif(why, 'null'::jsonb), ARRAY(SELECT jsonb_array_elements_text(avoided))
         FROM jsonb_to_recordset($2::jsonb) AS r("enterpriseId" uuid, "enterpriseName" text, code text, "targetClass" text, weight numeric, parts jsonb, "leftOut" text, why jsonb, avoided jsonb)`,
      [drawId, JSON.stringify(candidates)],
    );
  }

  /** Once: opens the seed, looks at everybody in the frozen pool again, draws, plans a visit with two officers for each enterprise. */
  draw(actor: Actor, id: string, given: MakeDrawDto, version: number): Promise<void> {
    return this.db.transaction(async () => {
      const draw = await this.locked(actor, id, 'draw', version);
      const opened = draw.origin === null ? { seed: this.keptSeed(draw, given), secret: null, publicValue: null } : this.opened(draw, draw.origin, given);
      const { seed } = opened;
      await this.lookAgain(draw);
      const candidates = await this.db.repo(DrawCandidate).find({ where: { drawId: id }, order: { code: 'ASC' } });
      const outcome = outcomeOf(seed, candidates, draw.officers, draw);
      await this.keepOutcome(id, outcome);
      await this.plan(actor, draw, { outcome, candidates });
      const { date: publishBy } = addWorkingDays(draw.periodTo, await this.publishDays(), await this.calendar.calendar());
      await this.db.repo(InspectionDraw).update({ id }, { state: 'drawn', ...opened, seedCipher: null, drawnCount: outcome.visits.length, drawnByName: actor.name, drawnAt: this.clock.now(), publishBy, version: version + 1 });
      await this.note(actor, draw, 'draw', { seed, publicValue: opened.publicValue, drawn: outcome.visits.map(one => one.code) });
    });
  }

  /** Before anybody knows the lots: what is found depends on no choice of whoever draws. */
  private async lookAgain(draw: InspectionDraw): Promise<void> {
    const found = await this.pool.again(draw, await this.db.repo(DrawCandidate).findBy({ drawId: draw.id }));
    await this.db.query(
      `UPDATE draw_candidate c SET fallen = r.fallen, fallen_why = nullif(r."fallenWhy", 'null'::jsonb), avoided_since = ARRAY(SELECT jsonb_array_elements_text(r."avoidedSince"))
         FROM jsonb_to_recordset($2::jsonb) AS r(code text, fallen text, "fallenWhy" jsonb, "avoidedSince" jsonb) WHERE c.draw_id = $1 AND c.code = r.code`,
      [draw.id, JSON.stringify(found)],
    );
  }

  /** @throws 409 before the day of the public value */
  private opened(draw: InspectionDraw, { publicOn }: DrawOrigin, { publicValue, seed }: MakeDrawDto): Opened {
    if (seed != null) throw seedForeign();
    if (this.clock.today() < publicOn) throw publicValueEarly(publicOn);
    if (publicValue == null) throw publicValueNeeded();
    const secret = this.cipher.decrypt(draw.seedCipher as string, SEED_CONTEXT);
    const value = plainValue(publicValue);
    return { seed: seedOf(draw.commitment, secret, value), secret, publicValue: value };
  }

  /** Of a draw that was announced with a seed somebody kept. */
  private keptSeed(draw: InspectionDraw, { seed, publicValue }: MakeDrawDto): string {
    if (publicValue != null) throw publicValueForeign();
    const given = seed ?? null;
    if (draw.seedCipher !== null) {
      if (given !== null) throw seedForeign();
      return this.cipher.decrypt(draw.seedCipher, SEED_CONTEXT);
    }
    if (given === null) throw seedNeeded();
    if (commitmentOf(given) !== draw.commitment) throw seedWrong();
    return given;
  }

  private async publishDays(): Promise<number> {
    return Number((await this.reference.parameters()).get('publish:workdays')?.value ?? PUBLISH_DAYS);
  }

  private async keepOutcome(drawId: string, { order }: Outcome): Promise<void> {
    await this.db.query(
      `UPDATE draw_candidate c SET lot = r.lot, arrival = r.arrival, place = r.place, drawn = r.drawn
         FROM jsonb_to_recordset($2::jsonb) AS r(code text, lot text, arrival text, place integer, drawn boolean) WHERE c.draw_id = $1 AND c.code = r.code`,
      [drawId, JSON.stringify([...order.values()])],
    );
  }

  private async plan(actor: Actor, draw: InspectionDraw, { outcome, candidates }: { readonly outcome: Outcome; readonly candidates: readonly DrawCandidate[] }): Promise<void> {
    const byCode = new Map(candidates.map(one => [one.code, one]));
    const officers = new Map(draw.officers.map(one => [one.certificateNo, one]));
    const visits: Inspection[] = [];
    for (const { code, officers: crew } of outcome.visits) {
      const { enterpriseId, enterpriseName } = byCode.get(code) as DrawCandidate;
      const number = await this.numbering.code('inspection', 'XC', 5);
      const sent = crew.map(one => officers.get(one)).flatMap(one => (one ? [{ userId: one.userId, name: one.name, certificateNo: one.certificateNo }] : []));
      visits.push({
        id: newId(), number, kind: 'random', drawId: draw.id, drawNumber: draw.number, enterpriseId, enterpriseName, uscc: code === enterpriseId ? null : code, regionCode: draw.regionCode, plannedFrom: draw.periodFrom, plannedTo: draw.periodTo, officers: sent, state: 'planned', countsToCap: true, cancelledReason: null,
        createdByName: actor.name, search: `${number} ${enterpriseName} ${code} ${sent.map(one => one.name).join(' ')}`, version: 1, createdAt: this.clock.now(), ...UNHELD,
      });
    }
    if (visits.length > 0) await this.db.repo(Inspection).insert(visits as object[]);
  }

  cancel(actor: Actor, id: string, reason: string, version: number): Promise<void> {
    return this.db.transaction(async () => {
      const draw = await this.locked(actor, id, 'cancel', version);
      await this.db.repo(InspectionDraw).update({ id }, { state: 'cancelled', cancelledReason: reason, seedCipher: null, version: version + 1 });
      await this.note(actor, draw, 'cancel', { reason });
    });
  }

  private async locked(actor: Actor, id: string, act: 'draw' | 'cancel', version: number): Promise<InspectionDraw> {
    const draw = await this.db.lock(InspectionDraw, { id });
    drawPolicy.require(actor, `inspection-draw.${act}`, draw);
    // what was drawn stays drawn: said before the version, which a second draw never has
    if (draw.state !== 'announced') throw drawState(draw.state);
    if (draw.version !== version) throw stale();
    return draw;
  }

  private async note(actor: Actor, { id, number }: InspectionDraw, step: string, details: Record<string, unknown>): Promise<void> {
    await this.audit.record({ actor, action: `inspection-draw.${step}`, subject: { type: 'inspection-draw', id }, details: { number, ...details } });
  }
}

/** Each class has as many as are wanted. */
function assertEnough({ candidates }: Frozen, wants: { readonly wantKey: number; readonly wantGeneral: number; readonly wantSpecial: number }): void {
  for (const of of CLASS_ORDER) {
    const there = candidates.filter(one => one.targetClass === of && one.leftOut === null).length;
    if (there < wantOf(wants, of)) throw poolTooSmall({ key: '/wantKey', general: '/wantGeneral', special: '/wantSpecial' }[of], there);
  }
}
