import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, Clock, coversRegion, Db, notFound, stale, violatedConstraint } from '@huanbao/platform';
import { IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { CorrectFactDto, DecideFactDto, RecordFactDto, WithdrawFactDto } from './fact.dto';
import { partiesOf } from './fact.view';
import { FactLetters } from './fact.letters';
import { type FactSource, KeptFact } from './kept-fact.entity';
import { changeOpen, enterpriseUnknown, factDecided, factFaults, factNotHolding, factOverlaps, factTaken, factThere, factTwoPersons, nothingChanged, scanMissing } from './kept-facts.errors';
import { keptFactPolicy } from './kept-facts.policy';
import { type FactContent, faultsOf, isSame, KIND_RULES } from './rules';

type Begun = Pick<KeptFact, 'id' | 'step' | 'replacesId' | 'enterpriseId' | 'enterpriseName' | 'uscc' | 'regionCode' | 'reason' | 'source'> & { readonly content: FactContent; readonly scanFileId: string | null | undefined };

/** Facts come in, are confirmed by somebody else, and are corrected or withdrawn by rows of their own. */
@Injectable()
export class KeptFactsService {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly files: Files,
    private readonly letters: FactLetters,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Enters a fact; it counts when a second person has confirmed it. */
  record(actor: Actor, input: RecordFactDto, source: FactSource = 'form'): Promise<string> {
    return this.write(async () => {
      const enterprise = await this.directory.organisation(input.enterpriseId);
      if (enterprise?.kind !== 'enterprise' || !coversRegion(actor, enterprise.regionCode)) throw enterpriseUnknown();
      const { id: enterpriseId, name: enterpriseName, uscc, regionCode } = enterprise;
      keptFactPolicy.require(actor, 'kept-fact.record', { enterpriseId, regionCode, isReleased: false });
      return this.begin(actor, { id: input.id, step: 'record', replacesId: null, enterpriseId, enterpriseName, uscc: uscc ?? '', regionCode, reason: null, source, content: contentOf(input.kind, input), scanFileId: input.scanFileId });
    });
  }

  /** Another content in the place of a row that holds: by an officer, or asked for by the enterprise. The row holds until it is confirmed. */
  correct(actor: Actor, id: string, input: CorrectFactDto): Promise<string> {
    return this.write(async () => {
      const held = await this.holding(actor, id);
      const content = contentOf(held.kind, input);
      if (isSame(held, content)) throw nothingChanged();
      return this.instead(actor, held, { id: input.id, step: 'correct', reason: input.reason, content, scanFileId: input.scanFileId });
    });
  }

  /** Nothing in the place of a row that holds, once confirmed. */
  withdraw(actor: Actor, id: string, { id: own, reason, scanFileId }: WithdrawFactDto): Promise<string> {
    return this.write(async () => {
      const held = await this.holding(actor, id);
      return this.instead(actor, held, { id: own, step: 'withdraw', reason, content: contentOf(held.kind, held), scanFileId });
    });
  }

  /** The second person. @throws 422 for who entered it, or who entered what the enterprise objects to */
  decide(actor: Actor, id: string, { verdict, reason }: DecideFactDto, version: number): Promise<void> {
    return this.write(async () => {
      const fact = await this.db.lock(KeptFact, { id });
      keptFactPolicy.require(actor, 'kept-fact.decide', fact && partiesOf(fact));
      if (!fact) throw notFound();
      if (fact.version !== version) throw stale();
      if (fact.state !== 'proposed') throw factDecided();
      if (verdict === 'refused' && !reason) throw factFaults([{ pointer: '/reason', code: 'reason', zh: '请写明不予确认的理由', en: 'Say why it is refused.' }]);
      const held = fact.replacesId ? await this.db.lock(KeptFact, { id: fact.replacesId }) : null;
      if ([fact.proposedBy, ...(fact.proposedByOrg === fact.enterpriseId ? [held?.proposedBy] : [])].includes(actor.userId)) throw factTwoPersons();
      if (verdict === 'confirmed') await this.puts(fact, held);
      await this.db.repo(KeptFact).update({ id }, { state: verdict, counts: verdict === 'confirmed' && fact.step !== 'withdraw', decidedBy: actor.userId, decidedByName: actor.name, decidedAt: this.clock.now(), decisionReason: reason ?? null, version: version + 1 });
      await this.audited(actor, fact, verdict === 'confirmed' ? 'confirm' : 'refuse');
      await this.letters.decided(fact, verdict, { reason: reason ?? null, day: this.clock.today() });
    });
  }

  /** What holds until now gives way; the database sees that of one kind one value holds on a day. */
  private async puts(fact: KeptFact, held: KeptFact | null): Promise<void> {
    if (fact.replacesId && !held?.counts) throw factNotHolding();
    if (held) await this.db.repo(KeptFact).update({ id: held.id }, { counts: false, version: held.version + 1 });
    else await this.assertRoom(fact, null);
  }

  private async holding(actor: Actor, id: string): Promise<KeptFact> {
    const held = await this.db.lock(KeptFact, { id });
    keptFactPolicy.require(actor, 'kept-fact.correct', held && partiesOf(held));
    if (!held) throw notFound();
    if (!held.counts) throw factNotHolding();
    return held;
  }

  private instead(actor: Actor, held: KeptFact, what: Pick<Begun, 'id' | 'step' | 'reason' | 'content' | 'scanFileId'>): Promise<string> {
    const { enterpriseId, enterpriseName, uscc, regionCode } = held;
    return this.begin(actor, { ...what, replacesId: held.id, enterpriseId, enterpriseName, uscc, regionCode, source: actor.orgId === enterpriseId ? 'enterprise' : 'form' });
  }

  private async begin(actor: Actor, { content, scanFileId = null, ...begun }: Begun): Promise<string> {
    const faults = faultsOf(content, this.clock.today());
    if (faults.length > 0) throw factFaults(faults);
    if (scanFileId && !(await this.files.list('kept-fact', begun.id)).some(file => file.id === scanFileId)) throw scanMissing();
    if (begun.step !== 'withdraw') await this.assertRoom({ enterpriseId: begun.enterpriseId, ...content }, begun.replacesId);
    const fact: KeptFact = {
      ...begun, ...content, scanFileId, state: 'proposed', counts: false, proposedBy: actor.userId, proposedByName: actor.name, proposedByOrg: actor.orgId as string, proposedAt: this.clock.now(), decidedBy: null, decidedByName: null, decidedAt: null, decisionReason: null,
      search: `${begun.enterpriseName} ${begun.uscc} ${content.authority} ${content.documentNo}`, version: 1,
    };
    await this.db.repo(KeptFact).insert(fact as object);
    await this.audited(actor, fact, begun.step);
    if (fact.source === 'enterprise') await this.letters.asked(fact);
    return fact.id;
  }

  /** Names the row in the way; the constraint is what decides. */
  private async assertRoom(fact: FactContent & { readonly enterpriseId: string }, exceptId: string | null): Promise<void> {
    const { enterpriseId, kind, fromOn, toOn } = fact;
    const begun = { enterpriseId, kind, counts: true, ...(toOn === null ? {} : { fromOn: LessThanOrEqual(toOn) }) };
    const rows = await this.db.repo(KeptFact).find({ where: [{ ...begun, toOn: IsNull() }, { ...begun, toOn: MoreThanOrEqual(fromOn) }], order: { fromOn: 'ASC' } });
    const other = rows.find(row => row.id !== exceptId);
    if (other) throw isSame(other, { ...fact, authority: other.authority, note: other.note }) ? factThere() : factOverlaps(other);
  }

  private audited(actor: Actor, { id, step, enterpriseId, kind, value, unit, fromOn, toOn, documentNo, replacesId }: KeptFact, what: string): Promise<void> {
    return this.audit.record({ actor, action: `kept-fact.${what}`, subject: { type: 'kept-fact', id }, details: { step, enterpriseId, kind, value, unit, fromOn, toOn, documentNo, replacesId } });
  }

  private async write<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'kept_fact_pkey') throw factTaken();
      if (constraint === 'kept_fact_same') throw factThere();
      if (constraint === 'kept_fact_overlap') throw factOverlaps(null);
      if (constraint === 'kept_fact_one_successor') throw changeOpen();
      throw error;
    }
  }
}

type Said = Pick<RecordFactDto, 'value' | 'unit' | 'fromOn' | 'toOn' | 'authority' | 'documentNo' | 'note'>;

function contentOf(kind: FactContent['kind'], { value, unit, fromOn, toOn = null, authority, documentNo, note = '' }: Said): FactContent {
  return { kind, value, unit: unit ?? (KIND_RULES[kind].units[0] as string), fromOn, toOn, authority, documentNo, note };
}
