import { Injectable } from '@nestjs/common';
import { Directory, organisationNotVerified } from '@huanbao/identity';
import { Actor, Clock, Db, delegatedTo, forbidden, newId, notFound, Numbering, Outbox } from '@huanbao/platform';
import type { PublicJwk } from '@huanbao/sealing';
import type { CreateTaskDto, TaskChangesDto, TaskDto } from './dto/task.dto';
import { Catalogue } from '@huanbao/services';
import { deadlineTooSoon, openingKeyNeeded, serviceElsewhere, serviceUnknown } from './marketplace.errors';
import { taskEnded, taskPublished } from './marketplace.events';
import { Invitations } from './methods/invitations.service';
import { METHODS } from './methods/methods';
import { Publication } from './methods/publication.service';
import { ServiceTask } from './marketplace.entity';
import { isUsablePublicKey } from './opening/opening-key';
import { advance } from './task.flow';
import { TaskGuards } from './task-guards';
import { TaskRecords } from './task.records';

/** Firms need time to read and seal; a voluntary procurement knows no statutory period, so only a practical floor holds. */
const MINIMUM_BID_SECONDS = 5;

/** From the first draft to the publication, or the cancellation, of a task. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly directory: Directory,
    private readonly catalogue: Catalogue,
    private readonly numbering: Numbering,
    private readonly guards: TaskGuards,
    private readonly publication: Publication,
    private readonly invitations: Invitations,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** An enterprise, or a firm it has entrusted with `tasks: prepare`, begins a task. */
  create(actor: Actor, input: CreateTaskDto): Promise<ServiceTask> {
    return this.db.transaction(async () => {
      const enterpriseId = this.principalOf(actor, input.enterpriseId);
      const enterprise = await this.directory.organisation(enterpriseId);
      if (!enterprise || enterprise.kind !== 'enterprise') throw notFound();
      const now = this.clock.now();
      const task = this.db.repo(ServiceTask).create({
        id: newId(), enterpriseId, enterpriseName: enterprise.name, regionCode: enterprise.regionCode,
        state: 'draft', version: 1, createdBy: actor.userId, createdAt: now, updatedAt: now, serviceVersion: null, requirement: null, ...contentOf(input),
      });
      await this.takeRequirement(task);
      await this.db.repo(ServiceTask).insert(task);
      await this.invitations.choose(task, input.invitedFirmIds ?? []);
      await this.records.tell({ actor, task }, 'create', { zh: '建立了任务草稿', en: 'Draft created', audience: 'owner' });
      return this.db.repo(ServiceTask).findOneByOrFail({ id: task.id });
    });
  }

  /** Changes what is sent of a draft; nothing sent, nothing happens. @throws 412 when somebody else changed it meanwhile. */
  update(actor: Actor, taskId: string, input: TaskChangesDto, expectedVersion: number): Promise<ServiceTask> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.edit', expectedVersion);
      if (task.state !== 'draft') advance(task.state, 'publish'); // answers 409 with what is possible now
      const content = changesOf(input);
      const changed = (Object.keys(content) as (keyof typeof content)[]).filter(field => JSON.stringify(task[field]) !== JSON.stringify(content[field]));
      if (Object.keys(content).length === 0 && !input.invitedFirmIds) return task;
      Object.assign(task, content);
      await this.takeRequirement(task);
      if (input.invitedFirmIds) await this.invitations.choose(task, input.invitedFirmIds);
      await this.records.save(task);
      await this.records.tell({ actor, task }, 'edit', { zh: '修改了任务草稿', en: 'Draft changed', audience: 'owner' }, { changed });
      return task;
    });
  }

  /** Publishes with the opening key's public half; from here the text is fixed and bids come in sealed. */
  publish(actor: Actor, taskId: string, openingPublicKey: PublicJwk | null, expectedVersion: number): Promise<ServiceTask> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.publish', expectedVersion);
      await this.assertVerified(task.enterpriseId);
      const sealed = METHODS[task.method].who !== 'one';
      if (sealed && !(openingPublicKey && (await isUsablePublicKey(openingPublicKey)))) throw openingKeyNeeded();
      const now = this.clock.now();
      if (task.bidDeadline.getTime() < now.getTime() + MINIMUM_BID_SECONDS * 1000) throw deadlineTooSoon();
      await this.takeRequirement(task);
      const rules = await this.publication.check(task);
      Object.assign(task, {
        number: task.number ?? (await this.numbering.code('service-task', 'RW')),
        ...rules,
        ...(sealed && openingPublicKey ? await this.publication.keys(openingPublicKey) : {}),
        publishedAt: now,
      });
      await this.guards.beforePublish(task);
      await this.records.step(task, 'publish');
      await this.records.tell({ actor, task }, 'publish', { zh: `发布任务 ${task.number}`, en: `Task ${task.number} published`, audience: 'public' }, { openingFingerprint: task.openingFingerprint, witnessKeyId: task.witnessKeyId, recoveryKeyId: task.recoveryKeyId, openingNeeded: task.openingNeeded });
      await this.outbox.publish(taskPublished, { taskId: task.id });
      await this.publication.begin(actor, task);
      return task;
    });
  }

  /** Ends a task before any bid has been opened. */
  cancel(actor: Actor, taskId: string, reason: string): Promise<ServiceTask> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.cancel');
      const wasPublic = task.state !== 'draft';
      task.endedReason = reason;
      await this.records.step(task, 'cancel');
      await this.records.tell({ actor, task }, 'cancel', { zh: `取消任务：${reason}`, en: `Task cancelled: ${reason}`, audience: wasPublic ? 'public' : 'owner' });
      if (wasPublic) await this.outbox.publish(taskEnded, { taskId: task.id });
      return task;
    });
  }

  /** A service of the catalogue belongs to one kind and stage. */
  private async assertService(task: ServiceTask): Promise<void> {
    if (!task.serviceCode) return;
    const terms = await this.catalogue.terms(task.serviceCode);
    if (!terms?.active) throw serviceUnknown();
    if (terms.kind !== task.kind || terms.stage !== task.stage) throw serviceElsewhere();
  }

  /** What the catalogue asks of firms: shown in the draft as it is then, and fixed at the publication, so that nobody's bid falls by a later edit. */
  private async takeRequirement(task: ServiceTask): Promise<void> {
    await this.assertService(task);
    const terms = task.serviceCode ? await this.catalogue.terms(task.serviceCode) : null;
    // to name no service is no way around what all services of its kind ask for
    const floor = task.serviceCode ? [] : (await this.catalogue.floorOf(task.kind, task.stage)).filter(clause => !clause.anyOf.some(option => task.requiredQualifications.includes(option.kind)));
    Object.assign(task, { serviceVersion: terms?.version ?? null, requirement: terms?.requirement ?? (floor.length > 0 ? floor : null) });
  }

  private async assertVerified(enterpriseId: string): Promise<void> {
    const enterprise = await this.directory.organisation(enterpriseId);
    if (enterprise?.status !== 'active') throw organisationNotVerified();
  }

  private principalOf(actor: Actor, enterpriseId: string | undefined): string {
    if (actor.orgKind === 'enterprise' && actor.orgId && (enterpriseId === undefined || enterpriseId === actor.orgId)) return actor.orgId;
    if (actor.orgKind === 'firm' && enterpriseId && delegatedTo(actor, enterpriseId, { matter: 'tasks', verb: 'prepare' })) return enterpriseId;
    throw forbidden();
  }
}

type Content = Pick<
  ServiceTask,
  'title' | 'kind' | 'stage' | 'description' | 'requirements' | 'deliverables' | 'requiredQualifications' | 'budgetYuan' | 'durationDays' | 'bidDeadline' | 'priceWeight' | 'serviceCode' | 'method' | 'funds' | 'subject' | 'approvalNumber' | 'approvalReason' | 'bondYuan'
>;

const contentOf = (input: TaskDto): Content => ({ budgetYuan: null, serviceCode: null, ...changesOf(input) }) as Content;

/** The fields that were sent, as they are stored. */
function changesOf(input: TaskChangesDto): Partial<Content> {
  const { title, kind, stage, description, requirements, deliverables, requiredQualifications, budgetYuan, durationDays, bidDeadline, priceWeight, serviceCode } = input;
  const { method, funds, subject, approvalNumber, approvalReason, bondYuan } = input;
  const all = {
    title: title?.trim(), kind, stage, description, requirements, deliverables, requiredQualifications, budgetYuan, durationDays, bidDeadline: bidDeadline === undefined ? undefined : new Date(bidDeadline), priceWeight, serviceCode,
    method, funds, subject, approvalNumber, approvalReason, bondYuan,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
