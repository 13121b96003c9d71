import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, FieldCipher, invalidFields, newId, notFound, Outbox, stale, violatedConstraint } from '@huanbao/platform';
import type { ExpertChangesDto, ExpertDto, ExpertStatusDto } from '../dto/evaluation.dto';
import { Expert } from '../evaluation.entity';
import { expertMailbox } from '../evaluation.errors';
import { recheckExpert } from '../evaluation.events';
import { expertPolicy } from '../evaluation.policy';

/** Bind encrypted values to their columns. */
export const EMAIL_CONTEXT = 'expert.email';
/** What says with whom an expert is related. */
const WITH_WHOM = ['unit', 'unitUscc', 'relatedUnits', 'relations'] as const;
const PHONE_CONTEXT = 'expert.phone';

/** The bureau's pool of experts. */
@Injectable()
export class ExpertsService {
  constructor(
    private readonly db: Db,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  add(actor: Actor, input: ExpertDto): Promise<Expert> {
    this.term(input.relations);
    return this.uniquely(async () => {
      const now = this.clock.now();
      const id = newId();
      await this.db.repo(Expert).insert({
        id, regionCode: actor.regions[0] ?? '', ...this.plain(input), unitUscc: input.unitUscc ?? null, ...this.contact(input),
        status: 'active', version: 1, createdBy: actor.userId, createdAt: now, updatedAt: now,
      });
      await this.audit.record({ actor, action: 'expert.add', subject: { type: 'expert', id }, details: { kind: input.kind, specialties: input.specialties } });
      return this.db.repo(Expert).findOneByOrFail({ id });
    });
  }

  change(actor: Actor, id: string, input: ExpertChangesDto, version: number): Promise<Expert> {
    this.term(input.relations);
    return this.uniquely(async () => {
      const before = await this.lock(actor, id, version);
      const changes = Object.fromEntries(Object.entries({ ...this.plain(input), unitUscc: input.unitUscc, ...this.contact(input) }).filter(([, value]) => value !== undefined));
      await this.db.repo(Expert).update({ id }, { ...changes, version: version + 1, updatedAt: this.clock.now() });
      await this.audit.record({ actor, action: 'expert.change', subject: { type: 'expert', id }, details: { changed: Object.keys(input) } });
      // the form sends everything: what stays the same is no news
      if (WITH_WHOM.some(field => changes[field] !== undefined && JSON.stringify(changes[field]) !== JSON.stringify(before[field]))) await this.outbox.enqueue(recheckExpert, { expertId: id });
      return this.db.repo(Expert).findOneByOrFail({ id });
    });
  }

  /** Who is suspended or retired is not drawn any more; seats taken stay. */
  setStatus(actor: Actor, id: string, { status, reason }: ExpertStatusDto, version: number): Promise<Expert> {
    return this.db.transaction(async () => {
      const expert = await this.lock(actor, id, version);
      await this.db.repo(Expert).update({ id }, { status, statusReason: reason, version: version + 1, updatedAt: this.clock.now() });
      await this.audit.record({ actor, action: 'expert.status', subject: { type: 'expert', id }, details: { from: expert.status, to: status, reason } });
      return this.db.repo(Expert).findOneByOrFail({ id });
    });
  }

  /** The contact in clear: an audited look. */
  contactOf(actor: Actor, id: string): Promise<{ phone: string; email: string }> {
    return this.db.transaction(async () => {
      const expert = await this.db.repo(Expert).findOneBy({ id });
      expertPolicy.require(actor, 'expert.edit', expert);
      await this.audit.record({ actor, action: 'expert.contact', subject: { type: 'expert', id } });
      return { phone: this.cipher.decrypt(expert.phoneCipher, PHONE_CONTEXT), email: this.cipher.decrypt(expert.emailCipher, EMAIL_CONTEXT) };
    });
  }

  private async lock(actor: Actor, id: string, version: number): Promise<Expert> {
    const expert = await this.db.lock(Expert, { id });
    expertPolicy.require(actor, 'expert.edit', expert);
    if (!expert) throw notFound();
    if (expert.version !== version) throw stale();
    return expert;
  }

  private term(relations: ExpertChangesDto['relations'] = []): void {
    const turned = relations.flatMap(({ since, until }, nth) => (since && until && since > until ? [{ pointer: `/relations/${nth}/until`, code: 'order', zh: '结束日期不能早于起始日期', en: 'The last day is not before the first' }] : []));
    if (turned.length > 0) throw invalidFields(turned);
  }

  private plain({ name, unit, relatedUnits, relations, title, kind, specialties }: ExpertChangesDto): Partial<Expert> {
    return { name, unit, relatedUnits, title, kind, specialties, ...(relations ? { relations: relations.map(one => ({ kind: one.kind, unit: one.unit, unitUscc: one.unitUscc ?? null, since: one.since ?? null, until: one.until ?? null })) } : {}) };
  }

  private contact({ phone, email }: ExpertChangesDto): Partial<Expert> {
    return {
      ...(phone === undefined ? {} : { phoneCipher: this.cipher.encrypt(phone, PHONE_CONTEXT) }),
      ...(email === undefined ? {} : { emailCipher: this.cipher.encrypt(email, EMAIL_CONTEXT), emailIndex: this.cipher.blindIndex(email.toLowerCase(), EMAIL_CONTEXT) }),
    };
  }

  private async uniquely<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      if (violatedConstraint(error) === 'expert_mailbox') throw expertMailbox();
      throw error;
    }
  }
}
