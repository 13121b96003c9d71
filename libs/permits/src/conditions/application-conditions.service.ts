import { Injectable } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { Actor, Clock, Db, newId, notFound, violatedConstraint } from '@huanbao/platform';
import { In } from 'typeorm';
import { PermitApplication } from '../application.entity';
import { ApplicationRecords } from '../application.records';
import { PermitCondition } from '../life/permit-limit.entity';
import { PermitVersion } from '../life/permit-version.entity';
import { applicationPolicy, partiesOf } from '../permits.policy';
import { SectionStore } from '../section-store';
import type { DropConditionDto, LayDownDto } from './condition.dto';
import { ApplicationCondition, LibraryCondition } from './condition.entity';
import { ApplicationConditionsView, laidDownView, permitConditionView } from './condition.view';
import { conditionFault, conditionNotInForce, conditionsSealed, conditionTwice, libraryFault } from './conditions.errors';
import { laidDown } from './laid-down';
import { subjectsOf } from './subjects';

/** From the beginning of the review until the decision. */
const OPEN_STATES: ReadonlySet<string> = new Set(['reviewing', 'deciding']);
const DONE = { add: { zh: '新增', en: 'laid down' }, change: { zh: '修改', en: 'changed' }, drop: { zh: '删去', en: 'dropped' }, 'taken-back': { zh: '收回', en: 'taken back' } } as const;
const DECIDED: ReadonlySet<string> = new Set(['granted', 'issued']);

/** Conditions an officer lays down with an application. What nobody touches goes on from the permit. */
@Injectable()
export class ApplicationConditions {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly sections: SectionStore,
    private readonly engine: CaseEngine,
    private readonly clock: Clock,
  ) {}

  /** For everybody who sees the application. */
  async of(actor: Actor, id: string): Promise<ApplicationConditionsView> {
    const application = await this.records.find(actor, id);
    const items = await this.db.repo(ApplicationCondition).find({ where: { applicationId: id }, order: { id: 'ASC' } });
    const touched = items.flatMap(one => (one.permitConditionId ? [one.permitConditionId] : []));
    const before = new Map((touched.length > 0 ? await this.db.repo(PermitCondition).findBy({ id: In(touched) }) : []).map(row => [row.id, row]));
    const kept = (await this.standing(application)).filter(row => !before.has(row.id));
    const { outlets, facilities } = subjectsOf(await this.sections.form(id));
    return {
      standing: DECIDED.has(application.state) ? 'decided' : 'drafted', kept: kept.map(permitConditionView),
      items: items.map(one => laidDownView(one, before.get(one.permitConditionId ?? ''))),
      editable: OPEN_STATES.has(application.state) && applicationPolicy.may(actor, 'permit-application.conditions', partiesOf(application)),
      outlets: [...outlets], facilities: [...facilities],
    };
  }

  /** Adds a condition, or changes one of the permit. @throws 400 with the place, 409 when the decision was taken */
  async layDown(actor: Actor, id: string, given: LayDownDto): Promise<ApplicationConditionsView> {
    await this.write(async () => {
      const application = await this.lockOpen(actor, id);
      const old = given.act === 'change' ? await this.living(application, given.permitConditionId) : null;
      const source = given.libraryCode ? await this.inForce(given.libraryCode) : null;
      const { facts, faults } = laidDown(given, { old, source, subjects: subjectsOf(await this.sections.form(id)) });
      if (faults.length > 0) throw libraryFault(...faults);
      await this.insert(actor, { ...facts, applicationId: id, act: given.act, permitConditionId: old?.id ?? null });
    });
    return this.of(actor, id);
  }

  /** 删去: a condition of the permit that is not to go on. */
  async drop(actor: Actor, id: string, { permitConditionId, reason }: DropConditionDto): Promise<ApplicationConditionsView> {
    await this.write(async () => {
      const application = await this.lockOpen(actor, id);
      const { libraryCode, libraryVersion, title, kind, subject, subjectCode, text, legalBasis, verified, isPublic } = await this.living(application, permitConditionId);
      await this.insert(actor, { libraryCode, libraryVersion, title, kind, subject, subjectCode, text, legalBasis, verified, isPublic, parameters: {}, duty: null, reason, applicationId: id, act: 'drop', permitConditionId });
    });
    return this.of(actor, id);
  }

  /** Takes back what was laid down; the audit keeps it. */
  async takeBack(actor: Actor, id: string, conditionId: string): Promise<ApplicationConditionsView> {
    await this.db.transaction(async () => {
      await this.lockOpen(actor, id);
      const row = await this.db.lock(ApplicationCondition, { id: conditionId, applicationId: id });
      if (!row) throw notFound();
      await this.db.repo(ApplicationCondition).delete({ id: conditionId });
      await this.note(actor, row, 'taken-back');
    });
    return this.of(actor, id);
  }

  private async insert(actor: Actor, row: Omit<ApplicationCondition, 'id' | 'createdAt' | 'createdBy' | 'createdByName'>): Promise<void> {
    const whole: ApplicationCondition = { ...row, id: newId(), createdAt: this.clock.now(), createdBy: actor.userId, createdByName: actor.name };
    await this.db.repo(ApplicationCondition).insert(whole as object);
    await this.note(actor, whole, whole.act);
  }

  /** One line in the timeline and one in the audit. Both sides read them, as they read the conditions. */
  private async note(actor: Actor, row: ApplicationCondition, what: ApplicationCondition['act'] | 'taken-back'): Promise<void> {
    const { id: conditionId, act, libraryCode, libraryVersion, subjectCode, title, text, reason } = row;
    await this.engine.note(row.applicationId, {
      actor, action: `permit-application.condition-${what}`, visibility: 'parties', authorise: c => applicationPolicy.require(actor, 'permit-application.conditions', c),
      text: { zh: `${DONE[what].zh}许可条件“${title}”${subjectCode ? `（${subjectCode}）` : ''}`, en: `Condition “${title}”${subjectCode ? ` (${subjectCode})` : ''} ${DONE[what].en}` },
      details: { conditionId, act, libraryCode, libraryVersion, subjectCode, title, text, reason },
    });
  }

  private async write(work: () => Promise<void>): Promise<void> {
    try {
      await this.db.transaction(work);
    } catch (error) {
      if (violatedConstraint(error) === 'application_condition_once') throw conditionTwice();
      throw error;
    }
  }

  private async lockOpen(actor: Actor, id: string): Promise<PermitApplication> {
    const application = await this.db.lock(PermitApplication, { id });
    applicationPolicy.require(actor, 'permit-application.conditions', application && partiesOf(application));
    if (!application || !OPEN_STATES.has(application.state)) throw conditionsSealed();
    return application;
  }

  private async living(application: PermitApplication, permitConditionId: string | undefined): Promise<PermitCondition> {
    const row = (await this.standing(application)).find(one => one.id === permitConditionId);
    if (!row) throw conditionFault('/permitConditionId', '许可证里没有这一条现行条件，请从列表中选择', 'The permit has no such condition. Choose from the list.');
    return row;
  }

  /** Conditions of the permit that would go on: at the first day of the new version, or today while there is none. */
  private async standing({ id, permitId, baseVersion }: PermitApplication): Promise<PermitCondition[]> {
    if (permitId === null || baseVersion === null) return [];
    const issued = await this.db.repo(PermitVersion).findOneBy({ applicationId: id });
    const day = issued?.effectiveFrom ?? this.clock.today();
    return this.db.repo(PermitCondition).createQueryBuilder('c')
      .where('c.permitId = :permitId AND c.fromVersion <= :baseVersion AND (c.validUntil IS NULL OR c.validUntil > :day)', { permitId, baseVersion, day })
      .orderBy('c.kind').addOrderBy('c.id').getMany();
  }

  private async inForce(code: string): Promise<LibraryCondition> {
    const today = this.clock.today();
    const row = await this.db.repo(LibraryCondition).createQueryBuilder('c')
      .where('c.code = :code AND c.effectiveFrom <= :today AND (c.effectiveTo IS NULL OR c.effectiveTo > :today)', { code, today }).getOne();
    if (!row) throw conditionNotInForce();
    return row;
  }
}
