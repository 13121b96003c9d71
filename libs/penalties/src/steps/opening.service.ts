import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseEvent, CaseRecord } from '@huanbao/casework';
import { CertifiedOfficers } from '@huanbao/enforcement';
import { Directory } from '@huanbao/identity';
import { Notifier } from '@huanbao/notifications';
import { Actor, Db, FieldCipher, newId, notFound, SYSTEM_USER_ID } from '@huanbao/platform';
import type { AskPenaltyExtensionDto, DecidePenaltyExtensionDto, OpenPenaltyDto, SubmitFilingDto } from '../dto';
import { type Investigator, Penalty, PenaltyDiscussion, PenaltyExtension } from '../entities';
import { conductBackwards, dayTooEarly, decidedAlready, discussionFirst, extensionOpen, extensionsUsed, extensionTooLong, investigatorsWrong, noLaw, notAtThisStage, secondPerson, timeBarred, violationUnknown } from '../penalties.errors';
import { PenaltyReference } from '../penalties.reference';
import { penaltyMachine } from '../penalty.machine';
import { chooseLaw, timeBar } from '../rules/law';
import { PARTY_CODE_CONTEXT, type PenaltyParty, PenaltyParties } from '../parties';
import { CLUE_WORDS, type ClueKind } from '../words';
import { PenaltyActs, type Step } from './acting';

const SUPERVISOR = 'bureau.supervisor';

export interface Clue {
  readonly kind: ClueKind;
  readonly text: string;
  readonly discoveredOn: string;
  readonly party: PenaltyParty;
  readonly regionCode: string;
  readonly sourceType?: string;
  readonly sourceId?: string;
  readonly more?: Partial<Penalty>;
}

/** From the clue to the filing (立案). */
@Injectable()
export class Opening {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
    private readonly acts: PenaltyActs,
    private readonly reference: PenaltyReference,
    private readonly parties: PenaltyParties,
    private readonly officers: CertifiedOfficers,
    private readonly cipher: FieldCipher,
    private readonly notifier: Notifier,
    private readonly directory: Directory,
  ) {}

  async open(actor: Actor, { clueKind, clueText, discoveredOn, ...given }: OpenPenaltyDto): Promise<string> {
    this.acts.notAfterToday('/discoveredOn', discoveredOn);
    return this.register(actor, { kind: clueKind, text: clueText, discoveredOn, party: await this.parties.of(actor, given), regionCode: this.parties.regionOf(actor) });
  }

  /** Writes a clue down and starts its clock from the day of discovery. */
  register(actor: Actor, { kind, text, discoveredOn, party, regionCode, sourceType, sourceId, more }: Clue): Promise<string> {
    return this.db.transaction(async () => {
      const opened = await this.engine.open(penaltyMachine, { party: { orgId: party.orgId ?? SYSTEM_USER_ID, name: party.name }, regionCode, title: `${party.name}：${CLUE_WORDS[kind].zh}`.slice(0, 120), actor });
      const isPerson = party.kind === 'person';
      const penalty: Penalty = Object.assign(new Penalty(), {
        id: opened.id, number: null, regionCode, partyKind: party.kind, partyOrgId: party.orgId, partyName: party.name, partyCode: isPerson ? null : party.code, partyCodeCipher: isPerson && party.code ? this.cipher.encrypt(party.code, PARTY_CODE_CONTEXT) : null,
        clueKind: kind, clueText: text, discoveredOn, sourceType: sourceType ?? null, sourceId: sourceId ?? null, openedBy: actor.userId, openedByName: actor.name, openedAt: this.acts.now, hasConsequence: false, investigators: [], search: searchOf({ partyName: party.name, partyCode: isPerson ? null : party.code }), ...more,
      });
      await this.db.repo(Penalty).insert(penalty as object);
      await this.engine.act(penaltyMachine, opened.id, 'register', {
        actor, authorise: () => undefined, details: { clueKind: kind, sourceType, sourceId }, clockPeriods: { filing: await this.reference.period('filing') }, clockSince: { filing: discoveredOn },
        effects: async c => void (await this.db.repo(Penalty).update({ id: c.id }, { number: c.number, search: searchOf({ ...penalty, number: c.number }) })),
      });
      return opened.id;
    });
  }

  /** 报请立案: what it is about, when it was done, and who investigates. */
  async submit(step: Step, input: SubmitFilingDto): Promise<void> {
    const { violation, conductFrom, conductTo, hasConsequence, grounds } = input;
    this.acts.notAfterToday('/conductTo', conductTo);
    if (conductTo < conductFrom) throw conductBackwards();
    const known = (await this.reference.violations()).find(one => one.code === violation);
    if (!known) throw violationUnknown();
    if (!chooseLaw(await this.reference.laws(violation), { from: conductFrom, to: conductTo }, this.acts.today)) throw noLaw();
    const { until } = timeBar(conductTo, conductTo, await this.reference.number(hasConsequence ? 'time-bar:consequence' : 'time-bar:general'));
    await this.acts.act(step, 'submit', {
      details: { violation, conductFrom, conductTo },
      change: async penalty => {
        if (penalty.discoveredOn < conductFrom) throw dayTooEarly('/conductFrom', penalty.discoveredOn);
        const investigators = await this.investigators(input.investigatorIds, penalty);
        const title = `${penalty.partyName}：${known.title}`.slice(0, 120);
        await this.db.repo(CaseRecord).update({ id: penalty.id }, { title });
        await this.tell(penalty, 'bureau.approver', { key: `filing:${step.version}`, zh: '报请立案', en: 'Filing asked for' });
        return { violation, violationTitle: known.title, conductFrom, conductTo, hasConsequence, timeBarUntil: until, investigators, submittedBy: step.actor.userId, submittedByName: step.actor.name, filingGrounds: grounds, search: searchOf({ ...penalty, violationTitle: known.title }) };
      },
    });
  }

  /** 批准立案, by a second person. A case that is barred by time goes on only with a supervisor's reason. */
  async file(step: Step, timeBarReason: string | null): Promise<void> {
    await this.acts.act(step, 'file', {
      clockPeriods: { decision: await this.reference.period('decision') },
      change: async penalty => {
        this.second(penalty, step.actor);
        const isBarred = penalty.timeBarUntil !== null && penalty.discoveredOn > penalty.timeBarUntil;
        if (isBarred && !(timeBarReason && (await this.passesTimeBar(penalty, step.actor)))) throw timeBarred(penalty.timeBarUntil ?? '');
        return { filedOn: this.acts.today, filedByName: step.actor.name, timeBarReason: isBarred ? timeBarReason : null };
      },
    });
  }

  sendBack(step: Step, reason: string): Promise<void> {
    return this.acts.act(step, 'return-clue', { reason, change: async () => ({}) });
  }

  /** 不予立案. */
  refuse(step: Step, reason: string): Promise<void> {
    return this.acts.act(step, 'refuse', {
      reason,
      change: async penalty => {
        this.second(penalty, step.actor);
        if (penalty.submittedBy === null && penalty.openedBy === step.actor.userId) throw secondPerson();
        return { filedByName: step.actor.name };
      },
    });
  }

  /** 延长: asked for by who works on it. */
  askExtension({ actor, id }: Pick<Step, 'actor' | 'id'>, { days, reason }: AskPenaltyExtensionDto): Promise<void> {
    return this.acts.note({ actor, id }, { need: 'penalty.investigate', text: { zh: `申请延长期限 ${days} 日`, en: `An extension of ${days} days was asked for` }, action: 'penalty.ask-extension', details: { days, reason } }, async (_, state) => {
      const clock = state === 'clue' ? 'filing' : 'decision';
      if (state !== 'clue' && !(`extend-${state}` in penaltyMachine.actions)) throw notAtThisStage();
      const before = await this.db.repo(PenaltyExtension).findBy({ penaltyId: id, clock });
      if (before.some(one => one.state === 'asked')) throw extensionOpen();
      const nth = before.filter(one => one.state === 'approved').length;
      if (nth >= (clock === 'filing' ? 1 : 2)) throw extensionsUsed();
      const most = await this.reference.number(clock === 'filing' ? 'period:filing-extension' : nth === 0 ? 'period:decision-extension' : 'period:decision-extension-2');
      if (days > most) throw extensionTooLong(most);
      if (clock === 'decision' && nth === 1 && !(await this.db.repo(PenaltyDiscussion).existsBy({ penaltyId: id, about: 'extension' }))) throw discussionFirst();
      await this.db.repo(PenaltyExtension).insert({ id: newId(), penaltyId: id, clock, days, reason, state: 'asked', askedBy: actor.userId, askedByName: actor.name, askedAt: this.acts.now });
    });
  }

  async decideExtension(step: Step, extensionId: string, { approved, reason }: DecidePenaltyExtensionDto): Promise<void> {
    await this.db.transaction(async () => {
      const c = await this.db.lock(CaseRecord, { id: step.id, kind: 'penalty' });
      const asked = c && (await this.db.lock(PenaltyExtension, { id: extensionId, penaltyId: step.id }));
      const decided = { decidedByName: step.actor.name, decidedAt: this.acts.now, decidedReason: reason };
      const check = (): PenaltyExtension => {
        if (!asked) throw notFound();
        if (asked.state !== 'asked') throw decidedAlready();
        if (asked.askedBy === step.actor.userId) throw secondPerson();
        return asked;
      };
      if (!approved || !c || !asked) {
        await this.acts.note(step, { need: 'penalty.approve', text: { zh: '不同意延长期限', en: 'The extension was refused' }, action: 'penalty.refuse-extension', details: { extensionId, reason } }, async () => void (await this.db.repo(PenaltyExtension).update({ id: check().id }, { ...decided, state: 'refused' })));
        return;
      }
      const action = `extend-${c.state === 'clue' ? 'filing' : c.state}`;
      if (!isStep(action)) throw notAtThisStage();
      await this.acts.act(step, action, { reason: `${asked.reason}；${reason}`, extendDays: asked.days, details: { extensionId, days: asked.days }, change: async () => {
        await this.db.repo(PenaltyExtension).update({ id: check().id }, { ...decided, state: 'approved' });
        return {};
      } });
    });
  }

  /** Whether a step of the case has been taken before. */
  wasDone(id: string, action: string): Promise<boolean> {
    return this.db.repo(CaseEvent).existsBy({ caseId: id, action });
  }

  tell(penalty: Penalty, role: string, { key, zh, en }: { key: string; zh: string; en: string }): Promise<void> {
    return this.notifier.notify({
      to: { role, regionCode: penalty.regionCode }, topic: 'penalty', subject: { type: 'penalty', id: penalty.id }, link: `/b/:orgId/penalties/${penalty.id}`, key: `penalty:${penalty.id}:${key}`,
      title: { zh: `${zh}：${penalty.number ?? ''}`, en: `${en}: ${penalty.number ?? ''}` }, body: { zh: `${penalty.number ?? ''} 等待办理。`, en: `${penalty.number ?? ''} waits for you.` },
    });
  }

  /** An enterprise or firm of the platform. */
  platformParty(orgId: string): Promise<(PenaltyParty & { readonly regionCode: string }) | null> {
    return this.parties.platform(orgId);
  }

  /** A supervisor; where every supervisor asked for the filing or investigates, the post of the row, so that a bureau with one of them is not stuck. */
  private async passesTimeBar({ submittedBy, investigators, regionCode }: Penalty, actor: Actor): Promise<boolean> {
    if (actor.roles.includes(SUPERVISOR)) return true;
    const posts = (await this.reference.text('time-bar:instead')).split(/[,，、\s]+/);
    const tookPart = new Set([submittedBy, ...investigators.map(one => one.userId)]);
    return actor.roles.some(role => posts.includes(role)) && (await this.directory.userIdsWithRole(SUPERVISOR, regionCode)).every(one => tookPart.has(one));
  }

  private second({ submittedBy, investigators }: Penalty, actor: Actor): void {
    if (submittedBy === actor.userId || investigators.some(one => one.userId === actor.userId)) throw secondPerson();
  }

  private async investigators(ids: readonly string[], { regionCode, partyOrgId }: Penalty): Promise<Investigator[]> {
    const found = await this.officers.of(ids, { regionCode, day: this.acts.today, avoiding: partyOrgId });
    if (new Set(ids).size < 2 || found.length !== new Set(ids).size) throw investigatorsWrong();
    return found.map(({ id, userId, name, certificateNo }) => ({ officerId: id, userId, name, certificateNo }));
  }
}

const isStep = (name: string): name is 'extend-filing' | 'extend-investigating' | 'extend-stating' | 'extend-deciding' => name.startsWith('extend-') && name in penaltyMachine.actions;

/** Words that lists are searched by; never the number of a person. */
export const searchOf = (of: Partial<Pick<Penalty, 'number' | 'partyName' | 'partyCode' | 'violationTitle'>>, more: readonly string[] = []): string => [of.number, of.partyName, of.partyCode, of.violationTitle, ...more].filter(Boolean).join(' ');
