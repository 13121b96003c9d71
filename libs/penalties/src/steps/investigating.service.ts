import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Db, newId, notFound } from '@huanbao/platform';
import type { ConcludePenaltyDto, PenaltyDiscretionDto, PenaltyEvidenceDto, PenaltyProposalDto } from '../dto';
import { Penalty, PenaltyDecision, PenaltyEvidence, PenaltyNotice, type Proposed } from '../entities';
import { PaperShelf } from '../papers/paper-shelf';
import { noticePaper } from '../papers/papers';
import { dailyFirstGone, evidenceFileUnknown, evidenceNeeded, factorsOpen, fineOutsideLaw, groundNeeded, heavierWithoutNew, lawReasonNeeded, lawUnknown, measuresNeeded, measuresNotAllowed, mitigationReasonNeeded, mitigationUnknown, noLaw, notAtThisStage, nothingMitigated, outsideReasonNeeded } from '../penalties.errors';
import { PenaltyReference } from '../penalties.reference';
import { type Discretion, discretion, inputFaults } from '../rules/discretion';
import { chooseLaw, type LawChoice, type LawOption } from '../rules/law';
import { type Mitigation, mitigate, mitigationWords } from '../rules/mitigation';
import { cents, isZero, moreThan, times } from '../rules/money';
import { type Burden, heavierIn, hearingRight } from '../rules/thresholds';
import { byInvestigator, notByInvestigator, PenaltyActs, type Step } from './acting';

const OPEN = ['investigating', 'examining', 'noticing', 'stating', 'hearing', 'legal-review', 'deciding'];

/** 调查取证 and 案件审查: evidence, the law of the day of the conduct, discretion, the proposal and its examination. */
@Injectable()
export class Investigating {
  constructor(
    private readonly db: Db,
    private readonly acts: PenaltyActs,
    private readonly files: Files,
    private readonly reference: PenaltyReference,
    private readonly shelf: PaperShelf,
  ) {}

  addEvidence({ actor, id }: Pick<Step, 'actor' | 'id'>, { kind, title, proves, obtainedOn, fileId }: PenaltyEvidenceDto): Promise<void> {
    this.acts.notAfterToday('/obtainedOn', obtainedOn);
    return this.acts.note({ actor, id }, { need: 'penalty.investigate', text: { zh: `登记证据：${title}`, en: `Evidence: ${title}` }, action: 'penalty.add-evidence', details: { kind, title, fileId } }, async (penalty, state) => {
      byInvestigator(penalty, actor);
      if (!['investigating', 'stating'].includes(state)) throw notAtThisStage();
      const file = fileId ? await this.ownFile(id, fileId) : null;
      await this.db.repo(PenaltyEvidence).insert({ id: newId(), penaltyId: id, kind, title, proves, obtainedOn, fileId: file?.id ?? null, fileHash: file?.hash ?? null, addedByName: actor.name, addedAt: this.acts.now });
    });
  }

  withdrawEvidence({ actor, id }: Pick<Step, 'actor' | 'id'>, evidenceId: string, reason: string): Promise<void> {
    return this.acts.note({ actor, id }, { need: 'penalty.investigate', text: { zh: '撤回证据', en: 'Evidence withdrawn' }, action: 'penalty.withdraw-evidence', details: { evidenceId, reason } }, async (penalty, state) => {
      byInvestigator(penalty, actor);
      if (state !== 'investigating') throw notAtThisStage();
      const { affected } = await this.db.repo(PenaltyEvidence).createQueryBuilder().update().set({ withdrawnAt: this.acts.now, withdrawnReason: reason }).where('id = :evidenceId AND penalty_id = :id AND withdrawn_at IS NULL', { evidenceId, id }).execute();
      if (affected !== 1) throw notFound();
    });
  }

  evidence(penaltyId: string): Promise<PenaltyEvidence[]> {
    return this.db.repo(PenaltyEvidence).find({ where: { penaltyId }, order: { addedAt: 'ASC', id: 'ASC' } });
  }

  /** The law of the day of the conduct, with what else could apply and what to look at. */
  async lawFor(penalty: Penalty): Promise<LawChoice | undefined> {
    const { violation, conductFrom, conductTo } = penalty;
    if (!violation || !conductFrom || !conductTo) return undefined;
    const choice = chooseLaw(await this.reference.laws(violation), { from: conductFrom, to: conductTo }, this.acts.today);
    // 按日连续处罚: the days and the first fine, as it stands today, say how much
    const dailyYuan = await this.dailyYuan(penalty);
    const daily = (law: LawOption): LawOption => (dailyYuan === null ? law : { ...law, minYuan: dailyYuan, maxYuan: dailyYuan, measures: ['fine'] });
    return choice && { ...choice, law: daily(choice.law), others: choice.others.map(daily) };
  }

  /** What a daily penalty comes to: its days times the first fine, as a contest left it. Null of any other case. */
  async dailyYuan({ parentId, dailyDays, dailyYuan }: Penalty): Promise<string | null> {
    const first = parentId !== null && dailyDays !== null ? await this.acts.decision(parentId) : null;
    return first && dailyDays !== null ? times(first.dueFineYuan, dailyDays) : dailyYuan && cents(dailyYuan);
  }

  /** A daily penalty stands on the first one. In the transaction of the step. */
  private async assertFirstStands({ parentId, dailyDays }: Penalty): Promise<void> {
    if (parentId === null || dailyDays === null) return;
    const first = await this.db.lock(PenaltyDecision, { penaltyId: parentId });
    if (!first || first.revokedAt || isZero(first.dueFineYuan)) throw dailyFirstGone();
  }

  /** The range, as it would be with these levels; nothing is kept. */
  async compute(penalty: Penalty, input: PenaltyDiscretionDto): Promise<Discretion> {
    const law = await this.chosenLaw(penalty, input);
    return this.range(law, input);
  }

  /** 调查终结: facts, law, discretion and what is proposed. */
  async conclude(step: Step, { facts, proposal }: ConcludePenaltyDto): Promise<void> {
    await this.acts.act(step, 'conclude', {
      details: { kind: proposal.kind, measures: proposal.measures, fineYuan: proposal.fineYuan },
      change: async penalty => {
        byInvestigator(penalty, step.actor);
        if (!(await this.evidence(penalty.id)).some(one => one.withdrawnAt === null)) throw evidenceNeeded();
        const proposed = await this.proposed(penalty, proposal);
        await this.assertNotHeavier(penalty, proposed);
        await this.noteMitigation(step, proposed, { zh: '拟减轻处罚', en: 'A mitigated fine is proposed' });
        return { facts, proposed, dailyYuan: await this.dailyYuan(penalty), concludedBy: step.actor.userId, concludedByName: step.actor.name, examined: null, legalReview: null };
      },
    });
  }

  /** 案件审查, by somebody who did not investigate. A penalty goes on with a notice, no penalty to the decision. */
  async pass(step: Step, words: string): Promise<void> {
    const penalty = await this.db.repo(Penalty).findOneBy({ id: step.id });
    const isPenalty = penalty?.proposed?.kind !== 'no-penalty';
    await this.acts.act(step, isPenalty ? 'pass' : 'pass-plain', {
      details: { words },
      change: async current => {
        notByInvestigator(current, step.actor);
        if (isPenalty) await this.issueNotice(current, current.proposed as Proposed);
        return { examined: { byUserId: step.actor.userId, byName: step.actor.name, at: this.acts.now.toISOString(), words } };
      },
    });
  }

  async sendBack(step: Step, reason: string): Promise<void> {
    await this.acts.act(step, 'send-back', { reason, change: async () => ({}) });
  }

  /** What the proposal comes to under the law; used again for the decision. @throws 400 per field */
  async proposed(penalty: Penalty, input: PenaltyProposalDto): Promise<Proposed> {
    const choice = await this.lawFor(penalty);
    if (!choice) throw noLaw();
    const law = await this.chosenLaw(penalty, input);
    const base = { law, warnings: choice.warnings, lawReason: law === choice.law ? null : (input.lawReason ?? null), correction: input.correction ?? null };
    if (input.kind === 'no-penalty') {
      if (!input.ground) throw groundNeeded();
      return { ...base, kind: 'no-penalty', measures: [], fineYuan: '0.00', confiscateYuan: '0.00', discretion: null, outsideReason: null, mitigation: null, ground: input.ground };
    }
    await this.assertFirstStands(penalty);
    const burden = burdenOf(law, input);
    const mitigation = await this.mitigation(penalty, law, { burden, input });
    const range = burden.measures.includes('fine') && penalty.dailyYuan === null ? await this.range(law, input) : null;
    // the range never leaves the law; why a fine lies below both is said once
    if (mitigation === null) assertInRange(burden, range, input.outsideReason);
    return { ...base, ...burden, kind: 'penalty', discretion: range, outsideReason: input.outsideReason ?? null, mitigation, ground: null };
  }

  /** 减轻处罚 has its own line in timeline and audit. In the transaction of the step. */
  async noteMitigation({ actor, id }: Pick<Step, 'actor' | 'id'>, { mitigation, fineYuan }: Pick<Proposed, 'mitigation' | 'fineYuan'>, words: { readonly zh: string; readonly en: string }): Promise<void> {
    if (!mitigation) return;
    const { key, legalBasis, minYuan } = mitigation;
    await this.acts.line(actor, id, { text: { zh: `${words.zh}：${fineYuan} 元。${mitigationWords(mitigation)}`, en: `${words.en}: ${fineYuan} yuan, below the least of the law of ${minYuan} yuan (${legalBasis})` }, action: 'penalty.mitigate', details: { circumstance: key, legalBasis, minYuan, fineYuan } });
  }

  private async mitigation({ dailyYuan }: Penalty, law: LawOption, { burden, input }: { readonly burden: Burden; readonly input: PenaltyProposalDto }): Promise<Mitigation | null> {
    const asked = { fineYuan: burden.measures.includes('fine') ? burden.fineYuan : null, circumstance: input.mitigationGround ?? null, reason: input.mitigationReason ?? null, isDaily: dailyYuan !== null };
    const found = mitigate(law, asked, await this.reference.circumstances());
    if (typeof found !== 'string') return found;
    const problems = { outside: () => fineOutsideLaw(law.minYuan, law.maxYuan), unknown: mitigationUnknown, 'not-below': () => nothingMitigated(law.minYuan), unreasoned: mitigationReasonNeeded };
    throw problems[found]();
  }

  private async chosenLaw(penalty: Penalty, { lawFrom, lawReason }: Pick<PenaltyProposalDto, 'lawFrom' | 'lawReason'>): Promise<LawOption> {
    const choice = await this.lawFor(penalty);
    if (!choice) throw noLaw();
    if (!lawFrom || lawFrom === choice.law.effectiveFrom) return choice.law;
    const other = choice.others.find(one => one.effectiveFrom === lawFrom);
    if (!other) throw lawUnknown();
    if ((lawReason ?? '').length < 10) throw lawReasonNeeded();
    return other;
  }

  private async range(law: LawOption, { levels, adjustments }: Pick<PenaltyProposalDto, 'levels' | 'adjustments'>): Promise<Discretion> {
    const held = await this.reference.scale();
    const input = { levels: levels ?? {}, adjustments: adjustments ?? [] };
    const faults = inputFaults(held, input);
    if (faults.length > 0) throw factorsOpen(faults.map(key => held.factors.find(one => one.key === key)?.title ?? key));
    return discretion(law, held, input);
  }

  /** After the party has spoken, a new notice is heavier only on evidence that was added since. */
  private async assertNotHeavier({ id }: Penalty, proposed: Proposed): Promise<void> {
    const told = await this.acts.notice(id);
    if (!told?.statedAt || heavierIn(told, proposed).length === 0) return;
    const since = told.statedAt;
    if (!(await this.evidence(id)).some(one => one.withdrawnAt === null && one.addedAt > since)) throw heavierWithoutNew();
  }

  private async issueNotice(penalty: Penalty, proposed: Proposed): Promise<void> {
    const right = hearingRight(await this.reference.thresholds(), proposed, penalty.partyKind);
    const number = await this.shelf.number('notice');
    const paper = noticePaper(penalty, proposed, {
      number, issuer: this.shelf.issuer, issuedOn: this.acts.today, hearingRight: right, evidence: (await this.evidence(penalty.id)).filter(one => one.withdrawnAt === null),
      statementDays: (await this.reference.period('statement')).days, hearingDays: (await this.reference.period('hearing-request')).days,
    });
    await this.db.repo(PenaltyNotice).update({ penaltyId: penalty.id, isCurrent: true }, { isCurrent: false });
    const { measures, fineYuan, confiscateYuan } = proposed;
    await this.db.repo(PenaltyNotice).insert({ id: newId(), penaltyId: penalty.id, number, isCurrent: true, issuedOn: this.acts.today, paper, measures: [...measures], fineYuan, confiscateYuan, hearingRight: right, points: [] } as object);
  }

  private async ownFile(penaltyId: string, fileId: string): Promise<{ id: string; hash: string }> {
    const file = (await this.files.list('penalty', penaltyId)).find(one => one.id === fileId);
    if (!file) throw evidenceFileUnknown();
    return file;
  }
}

/** States in which the case is being worked on before its decision. */
export const isUndecided = (state: string): boolean => OPEN.includes(state);

function burdenOf(law: LawOption, input: PenaltyProposalDto): Burden {
  const measures = [...new Set(input.measures ?? [])];
  const [fineYuan, confiscateYuan] = [cents(input.fineYuan ?? '0'), cents(input.confiscateYuan ?? '0')];
  if (measures.length === 0 || measures.includes('fine') === isZero(fineYuan) || measures.includes('confiscate') === isZero(confiscateYuan)) throw measuresNeeded();
  // 警告、通报批评 may stand beside whatever the law names
  if (measures.some(one => !law.measures.includes(one) && one !== 'warning' && one !== 'criticise')) throw measuresNotAllowed();
  return { measures, fineYuan, confiscateYuan };
}

export function assertInRange({ fineYuan }: Burden, range: Discretion | null, outsideReason: string | null | undefined): void {
  if (range === null || (outsideReason ?? '').length >= 10) return;
  if (moreThan(range.fromYuan, fineYuan) || moreThan(fineYuan, range.toYuan)) throw outsideReasonNeeded(range.fromYuan, range.toYuan);
}
