import { Injectable, StreamableFile } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, Clock, coversRegion, Db, newId, notFound, Page, stale, violatedConstraint } from '@huanbao/platform';
import { EnforcementOfficer, OfficerAvoidance } from '../enforcement.entity';
import { avoidanceExists, certificateSpan, certificateTaken, enterpriseUnknown, officerTaken, officerUnknown, pauseReasonNeeded } from '../enforcement.errors';
import { officerPolicy } from '../enforcement.policy';
import { pageOf, regionsOf } from '../lists';
import type { AddOfficerDto, AvoidanceDto, ChangeOfficerDto, OfficerExportDto, OfficerListDto } from './officer.dto';
import { officerItem, OfficerCandidateView, OfficerItemView, EnforcementOfficerView, officerView } from './officer.view';

const ENDING_DAYS = 60;
const COLUMNS: readonly SheetColumn<OfficerItemView>[] = [
  { header: '姓名', width: 14, of: row => row.name },
  { header: '执法证号', width: 24, of: row => row.certificateNo },
  { header: '有效期起', width: 12, of: row => row.validFrom },
  { header: '有效期止', width: 12, of: row => row.validUntil },
  { header: '状态', width: 12, of: row => (row.state === 'paused' ? '暂停派员' : row.canGo ? '可派' : '证件不在有效期') },
  { header: '说明', width: 30, of: row => row.pausedReason },
];

/** 执法人员名录库: who may be sent, and to whom not. */
@Injectable()
export class OfficersService {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: OfficerListDto): Promise<Page<OfficerItemView>> {
    const today = this.clock.today();
    const rows = this.db.repo(EnforcementOfficer).createQueryBuilder('o').where('o.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) });
    if (query.state) rows.andWhere('o.state = :state', { state: query.state });
    if (query.ending) rows.andWhere('o.validUntil <= :soon', { soon: addDays(today, ENDING_DAYS) });
    if (query.q) rows.andWhere(`position(lower(:q) IN lower(o.name || ' ' || o.certificate_no)) > 0`, { q: query.q });
    return pageOf(rows, { key: { sql: 'o.name', type: 'text', of: row => row.name }, isDown: query.sort === '-name', limit: query.limit, cursor: query.cursor, view: officerItem(today) });
  }

  async export(actor: Actor, query: OfficerExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'enforcement-officer.export', subject: { type: 'enforcement-officer-list', id: 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '执法人员名录', title: '执法人员名录', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  /** Members of the actor's bureau who are not on the list. */
  async candidates(actor: Actor): Promise<OfficerCandidateView[]> {
    const members = await this.directory.membersOf(actor.orgId ?? '');
    const known = new Set((await this.db.repo(EnforcementOfficer).findBy({ orgId: actor.orgId ?? '' })).map(one => one.userId));
    return members.filter(one => !known.has(one.userId)).map(({ userId, name }) => ({ userId, name }));
  }

  async show(actor: Actor, id: string): Promise<EnforcementOfficerView> {
    const officer = await this.db.repo(EnforcementOfficer).findOneBy({ id });
    officerPolicy.require(actor, 'enforcement-officer.read', officer);
    return officerView(actor, officer, await this.db.repo(OfficerAvoidance).find({ where: { officerId: id }, order: { declaredAt: 'DESC', id: 'DESC' } }), this.clock.today());
  }

  add(actor: Actor, input: AddOfficerDto): Promise<EnforcementOfficerView> {
    return this.named(async () => {
      const regionCode = actor.regions[0] ?? '';
      officerPolicy.require(actor, 'enforcement-officer.keep', { regionCode });
      const person = (await this.directory.membersOf(actor.orgId ?? '')).find(one => one.userId === input.userId);
      if (!person) throw officerUnknown();
      if (input.validUntil < input.validFrom) throw certificateSpan();
      const officer: EnforcementOfficer = { id: newId(), userId: person.userId, name: person.name, orgId: actor.orgId ?? '', regionCode, certificateNo: input.certificateNo, validFrom: input.validFrom, validUntil: input.validUntil, state: 'active', pausedReason: null, version: 1, createdAt: this.clock.now() };
      await this.db.repo(EnforcementOfficer).insert(officer);
      await this.note(actor, officer.id, 'add', { certificateNo: officer.certificateNo, validUntil: officer.validUntil });
      return this.show(actor, officer.id);
    });
  }

  change(actor: Actor, id: string, input: ChangeOfficerDto, version: number): Promise<EnforcementOfficerView> {
    return this.named(async () => {
      const officer = await this.db.lock(EnforcementOfficer, { id });
      officerPolicy.require(actor, 'enforcement-officer.keep', officer);
      if (officer.version !== version) throw stale();
      if (input.validUntil < input.validFrom) throw certificateSpan();
      if (input.state === 'paused' && !input.pausedReason) throw pauseReasonNeeded();
      const { certificateNo, validFrom, validUntil, state } = input;
      await this.db.repo(EnforcementOfficer).update({ id }, { certificateNo, validFrom, validUntil, state, pausedReason: state === 'paused' ? (input.pausedReason ?? null) : null, version: version + 1 });
      await this.note(actor, id, 'change', { certificateNo, validUntil, state });
      return this.show(actor, id);
    });
  }

  avoid(actor: Actor, id: string, { enterpriseId, reason }: AvoidanceDto): Promise<EnforcementOfficerView> {
    return this.named(async () => {
      const officer = await this.db.lock(EnforcementOfficer, { id });
      officerPolicy.require(actor, 'enforcement-officer.avoid', officer);
      const enterprise = await this.directory.organisation(enterpriseId);
      if (enterprise?.kind !== 'enterprise' || !coversRegion(actor, enterprise.regionCode)) throw enterpriseUnknown();
      await this.db.repo(OfficerAvoidance).insert({ id: newId(), officerId: id, enterpriseId, enterpriseName: enterprise.name, reason, declaredByName: actor.name, declaredAt: this.clock.now(), liftedAt: null, liftedByName: null, liftedReason: null });
      await this.note(actor, id, 'avoid', { enterpriseId });
      return this.show(actor, id);
    });
  }

  lift(actor: Actor, { id, avoidanceId }: { readonly id: string; readonly avoidanceId: string }, reason: string): Promise<EnforcementOfficerView> {
    return this.db.transaction(async () => {
      const officer = await this.db.lock(EnforcementOfficer, { id });
      officerPolicy.require(actor, 'enforcement-officer.keep', officer);
      const avoidance = await this.db.lock(OfficerAvoidance, { id: avoidanceId, officerId: id });
      if (!avoidance || avoidance.liftedAt) throw notFound();
      await this.db.repo(OfficerAvoidance).update({ id: avoidanceId }, { liftedAt: this.clock.now(), liftedByName: actor.name, liftedReason: reason });
      await this.note(actor, id, 'lift-avoidance', { enterpriseId: avoidance.enterpriseId, reason });
      return this.show(actor, id);
    });
  }

  private async note(actor: Actor, id: string, step: string, details: Record<string, unknown>): Promise<void> {
    await this.audit.record({ actor, action: `enforcement-officer.${step}`, subject: { type: 'enforcement-officer', id }, details });
  }

  private async named(work: () => Promise<EnforcementOfficerView>): Promise<EnforcementOfficerView> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      const broken = violatedConstraint(error);
      if (broken === 'enforcement_officer_person') throw officerTaken();
      if (broken === 'enforcement_officer_certificate') throw certificateTaken();
      if (broken === 'officer_avoidance_once') throw avoidanceExists();
      throw error;
    }
  }
}
