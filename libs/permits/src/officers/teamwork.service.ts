import { Injectable } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { Directory } from '@huanbao/identity';
import { Actor, Clock, Db, newId, notFound } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { PermitApplication, ReviewOpinion } from '../application.entity';
import { ApplicationRecords } from '../application.records';
import { dayOver, notLead, notReviewing, notYours, partDone, partOpen, partTaken, partsOpen, unknownOfficer } from '../permits.errors';
import { PermitNotices } from '../permits.notices';
import { ApplicationAction, applicationPolicy, partiesOf } from '../permits.policy';
import { Countersign, ReviewPart, Specialty } from './officers.entity';
import { SiteCheck } from './site-check.entity';

const POSTS = ['bureau.reviewer', 'bureau.supervisor'] as const;

const NAMES: Readonly<Record<Specialty, string>> = { air: '大气', water: '水', 'solid-noise': '固废和噪声', monitoring: '监测和台账', other: '其他' };

/** Several reviewers on one application, and colleagues who countersign. Every method locks the application: conclusion and parts exclude one another. */
@Injectable()
export class Teamwork {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly engine: CaseEngine,
    private readonly directory: Directory,
    private readonly notices: PermitNotices,
    private readonly clock: Clock,
  ) {}

  parts(applicationId: string): Promise<ReviewPart[]> {
    return this.db.repo(ReviewPart).find({ where: { applicationId }, order: { id: 'ASC' } });
  }

  /** Whoever reviewed, in whole or in part: by the lead, an opinion or a part. They neither grant nor refuse what they have reviewed. */
  async reviewers({ id, reviewerId }: Pick<PermitApplication, 'id' | 'reviewerId'>): Promise<Set<string>> {
    const parts = await this.parts(id);
    const opinions = await this.db.repo(ReviewOpinion).find({ select: { authorId: true }, where: { applicationId: id } });
    return new Set([...(reviewerId ? [reviewerId] : []), ...opinions.map(one => one.authorId), ...parts.map(one => one.officerId)]);
  }

  countersigns(applicationId: string): Promise<Countersign[]> {
    return this.db.repo(Countersign).find({ where: { applicationId }, order: { id: 'ASC' } });
  }

  /** The lead gives a part to a colleague; without `officerId` a reviewer takes it. @throws 409 `permit.part-taken` */
  assign(actor: Actor, id: string, input: { readonly specialty: Specialty; readonly officerId?: string; readonly dueOn?: string }): Promise<ReviewPart> {
    return this.db.transaction(async () => {
      const application = await this.reviewing(actor, id, 'permit-application.opinions');
      if (input.dueOn !== undefined && input.dueOn < this.clock.today()) throw dayOver('/dueOn', this.clock.today());
      const officer = await this.officer(application, input.officerId ?? actor.userId, POSTS);
      if (officer.userId !== actor.userId && !isLead(actor, application)) throw notLead();
      const taken = (await this.parts(id)).find(one => one.specialty === input.specialty);
      if (taken) throw partTaken(taken.officerName);
      const part: ReviewPart = {
        id: newId(), applicationId: id, specialty: input.specialty, officerId: officer.userId, officerName: officer.name, assignedByName: actor.name,
        assignedAt: this.clock.now(), dueOn: input.dueOn ?? null, verdict: null, summary: null, doneAt: null, history: [],
      };
      await this.db.repo(ReviewPart).insert(part as object);
      await this.note(actor, application, { zh: `${NAMES[part.specialty]}部分由${officer.name}审查`, en: `${part.specialty}: reviewed by ${officer.name}` });
      if (officer.userId !== actor.userId) await this.notices.partGiven(application, { partId: part.id, userId: officer.userId, name: NAMES[part.specialty], round: 0 });
      return part;
    });
  }

  /** By its reviewer, the lead or a supervisor; who had it before stays in the history. */
  handOver(actor: Actor, id: string, partId: string, input: { readonly officerId: string; readonly reason: string }): Promise<ReviewPart> {
    return this.db.transaction(async () => {
      const application = await this.reviewing(actor, id, 'permit-application.opinions');
      const part = await this.part(id, partId);
      if (part.officerId !== actor.userId && !isLead(actor, application)) throw notLead();
      if (part.doneAt !== null) throw partDone();
      const officer = await this.officer(application, input.officerId, POSTS);
      const step = { from: part.officerName, to: officer.name, reason: input.reason, by: actor.name, at: this.clock.now().toISOString() };
      const change = { officerId: officer.userId, officerName: officer.name, history: [...part.history, step] };
      await this.db.repo(ReviewPart).update({ id: partId }, change);
      await this.note(actor, application, { zh: `${NAMES[part.specialty]}部分由${step.from}移交${step.to}`, en: `${part.specialty}: handed over from ${step.from} to ${step.to}` });
      await this.notices.partGiven(application, { partId, userId: officer.userId, name: NAMES[part.specialty], round: change.history.length });
      return { ...part, ...change };
    });
  }

  /** The reviewer's word on the whole part; only their own. */
  finish(actor: Actor, id: string, partId: string, input: { readonly verdict: 'agree' | 'object'; readonly summary: string }): Promise<ReviewPart> {
    return this.db.transaction(async () => {
      const application = await this.reviewing(actor, id, 'permit-application.opinions');
      const part = await this.part(id, partId);
      if (part.officerId !== actor.userId) throw notYours(part.officerName);
      if (part.doneAt !== null) throw partDone();
      const change = { verdict: input.verdict, summary: input.summary, doneAt: this.clock.now() };
      await this.db.repo(ReviewPart).update({ id: partId }, change);
      await this.note(actor, application, { zh: `${NAMES[part.specialty]}部分审查完毕`, en: `${part.specialty}: reviewed` });
      const left = (await this.parts(id)).filter(one => one.doneAt === null).length;
      if (left === 0 && application.reviewerId) await this.notices.partsIn(application, application.reviewerId, await this.rounds(id));
      return { ...part, ...change };
    });
  }

  /** After the approver sent the case back, or a colleague's answer changed the picture: the lead asks for the part again. The earlier word stays in the history. */
  reopen(actor: Actor, id: string, partId: string, input: { readonly reason: string }): Promise<ReviewPart> {
    return this.db.transaction(async () => {
      const application = await this.reviewing(actor, id, 'permit-application.opinions');
      const part = await this.part(id, partId);
      if (part.officerId !== actor.userId && !isLead(actor, application)) throw notLead();
      if (part.verdict === null || part.summary === null) throw partOpen();
      const { officerName, verdict, summary } = part;
      const step = { from: officerName, to: officerName, reason: input.reason, by: actor.name, at: this.clock.now().toISOString(), verdict, summary };
      const change = { verdict: null, summary: null, doneAt: null, history: [...part.history, step] };
      await this.db.repo(ReviewPart).update({ id: partId }, change);
      await this.note(actor, application, { zh: `${NAMES[part.specialty]}部分重新审查：${input.reason}`, en: `${part.specialty}: to be reviewed again` });
      if (part.officerId !== actor.userId) await this.notices.partGiven(application, { partId, userId: part.officerId, name: NAMES[part.specialty], round: change.history.length });
      return { ...part, ...change };
    });
  }

  /** Nothing may be open, no part, no countersign and no site check that was ordered, when the lead concludes or the approver decides. Under the application's lock. @throws 409 `permit.parts-open` */
  async assertComplete(applicationId: string): Promise<void> {
    const parts = await this.db.repo(ReviewPart).findBy({ applicationId, doneAt: IsNull() });
    const asked = await this.db.repo(Countersign).findBy({ applicationId, answeredAt: IsNull(), withdrawnAt: IsNull() });
    const checks = await this.db.repo(SiteCheck).findBy({ applicationId, state: 'ordered' });
    const open = [
      ...parts.map(one => `${NAMES[one.specialty]}（${one.officerName}）`),
      ...asked.map(one => `会签（${one.officerName}）`),
      ...checks.map(one => `现场核查（${one.plannedOn}，先报告，或者写明理由取消）`),
    ];
    if (open.length > 0) throw partsOpen(open);
  }

  /** The application under its lock, where the actor may do it in one of these states. */
  async reviewing(actor: Actor, id: string, action: ApplicationAction, states: readonly string[] = ['reviewing']): Promise<PermitApplication> {
    const application = await this.records.lock(id);
    applicationPolicy.require(actor, action, partiesOf(application));
    if (!states.includes(application.state)) throw notReviewing();
    return application;
  }

  /** How often parts were opened again: a lead is told anew when all are in once more. */
  private async rounds(applicationId: string): Promise<number> {
    return (await this.parts(applicationId)).reduce((sum, part) => sum + part.history.filter(one => one.summary !== undefined).length, 0);
  }

  private async part(applicationId: string, id: string): Promise<ReviewPart> {
    const part = await this.db.repo(ReviewPart).findOneBy({ id, applicationId });
    if (!part) throw notFound();
    return part;
  }

  /** A colleague of the region whose post can do it and who belongs to neither side. @throws 400 `/officerId`, 422 `case.recusal` */
  async officer(application: PermitApplication, userId: string, posts: readonly string[]): Promise<{ userId: string; name: string }> {
    for (const post of posts) {
      if (!(await this.directory.userIdsWithRole(post, application.regionCode)).includes(userId)) continue;
      const user = await this.directory.user(userId);
      if (!user) continue;
      await this.engine.assertImpartial(application.id, user);
      return { userId, name: user.name };
    }
    throw unknownOfficer('/officerId');
  }

  /** The bureau's own line in the timeline. */
  async note(actor: Actor, application: PermitApplication, text: { zh: string; en: string }): Promise<void> {
    await this.engine.note(application.id, { actor, text, action: 'permit-application.teamwork', visibility: 'bureau', authorise: c => applicationPolicy.require(actor, 'permit-application.read', c) });
  }
}

/** Who concludes the review, and the supervisor. */
export function isLead(actor: Actor, application: PermitApplication): boolean {
  return application.reviewerId === actor.userId || actor.roles.includes('bureau.supervisor');
}
