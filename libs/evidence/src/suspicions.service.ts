import { Injectable, StreamableFile } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { allPages, SHEET_ROWS, spreadsheet } from '@huanbao/documents';
import { Notifier } from '@huanbao/notifications';
import { Actor, Audit, Clock, containsWords, coversRegion, Db, decodeCursor, Outbox, Page, regionsOf, shanghaiInstant, toPage } from '@huanbao/platform';
import { Suspicion } from './evidence.entity';
import { suspicionDecided } from './evidence.errors';
import { clueOpened } from './evidence.events';
import { suspicionPolicy } from './evidence.policy';
import type { SuspicionExportDto, SuspicionListDto, SuspicionView } from './evidence.view';
import { SUSPICION_COLUMNS } from './suspicion-columns';

const DEFAULT_LIMIT = 20;

/** Reasons to look, for officers: side by side, dismissed with a reason or made a clue. Never a refusal by itself. */
@Injectable()
export class SuspicionsService {
  constructor(
    private readonly db: Db,
    private readonly notifier: Notifier,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, filter: SuspicionListDto): Promise<Page<SuspicionView>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const query = this.db.repo(Suspicion).createQueryBuilder('s').where('s.region_code LIKE ANY (:regions)', { regions: regionsOf(actor) });
    for (const name of ['state', 'strength', 'kind'] as const) if (filter[name]) query.andWhere(`s.${name} = :${name}`, { [name]: filter[name] });
    const subject = filter.applicationId ?? filter.reportId;
    if (subject) query.andWhere('(s.subject_id = :subject OR s.other_subject_id = :subject)', { subject });
    if (filter.q) query.andWhere(containsWords(`s.enterprise_name || ' ' || coalesce(s.other_enterprise_name, '') || ' ' || s.measure`, ':q'), { q: filter.q });
    if (filter.from) query.andWhere('s.found_at >= :from', { from: shanghaiInstant(filter.from) });
    if (filter.to) query.andWhere('s.found_at < :to', { to: shanghaiInstant(addDays(filter.to, 1)) });
    // ids grow with the moment at which it was found
    const isOldestFirst = filter.sort === 'found';
    const after = decodeCursor(filter.cursor, 1);
    if (after) query.andWhere(`s.id ${isOldestFirst ? '>' : '<'} CAST(:after AS uuid)`, { after: after[0] });
    return toPage(await query.orderBy('s.id', isOldestFirst ? 'ASC' : 'DESC').limit(limit + 1).getMany(), limit, row => [row.id], row => view(actor, row));
  }

  /** As the list shows it: an applicant of another region stays unnamed. */
  async export(actor: Actor, filter: SuspicionExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'suspicion.export', subject: { type: 'suspicion', id: actor.orgId ?? actor.userId }, details: { ...filter, limit: SHEET_ROWS } });
    return spreadsheet({ name: '材料比对提示', title: '材料比对提示', columns: SUSPICION_COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...filter, cursor, limit })));
  }

  /** Two enterprises' papers side by side are an audited look. */
  async detail(actor: Actor, id: string): Promise<SuspicionView> {
    const suspicion = await this.db.repo(Suspicion).findOneBy({ id });
    suspicionPolicy.require(actor, 'suspicion.read', suspicion);
    await this.audit.record({ actor, action: 'suspicion.read', subject: { type: 'suspicion', id } });
    return view(actor, suspicion);
  }

  dismiss(actor: Actor, id: string, reason: string): Promise<SuspicionView> {
    return this.decide(actor, id, { state: 'dismissed', reason });
  }

  /** Enforcement hears of it; the application goes its way. */
  openClue(actor: Actor, id: string, reason: string): Promise<SuspicionView> {
    return this.decide(actor, id, { state: 'clue', reason });
  }

  private decide(actor: Actor, id: string, { state, reason }: { state: 'dismissed' | 'clue'; reason: string }): Promise<SuspicionView> {
    return this.db.transaction(async () => {
      const suspicion = await this.db.lock(Suspicion, { id });
      suspicionPolicy.require(actor, 'suspicion.decide', suspicion);
      if (suspicion.state !== 'open') throw suspicionDecided();
      const decided = { state, decidedBy: actor.userId, decidedByName: actor.name, decidedAt: this.clock.now(), decisionReason: reason };
      await this.db.repo(Suspicion).update({ id }, decided);
      await this.audit.record({ actor, action: `suspicion.${state === 'clue' ? 'open-clue' : 'dismiss'}`, subject: { type: 'suspicion', id }, details: { kind: suspicion.kind, subjectType: suspicion.subjectType, subjectId: suspicion.subjectId } });
      if (state === 'clue') await this.tellEnforcers(suspicion, reason);
      return view(actor, { ...suspicion, ...decided });
    });
  }

  private async tellEnforcers(suspicion: Suspicion, reason: string): Promise<void> {
    await this.outbox.publish(clueOpened, { suspicionId: suspicion.id, subjectType: suspicion.subjectType, subjectId: suspicion.subjectId });
    await this.notifier.notify({
      to: { role: 'bureau.enforcer', regionCode: suspicion.regionCode }, topic: 'permits', subject: { type: 'suspicion', id: suspicion.id }, key: `suspicion:${suspicion.id}:clue`, link: `/b/:orgId/suspicions/${suspicion.id}`,
      title: { zh: `材料线索：${suspicion.enterpriseName}`, en: `Clue from documents: ${suspicion.enterpriseName}` },
      body: { zh: `${suspicion.measure}。转交理由：${reason}`, en: `${suspicion.measure}. Reason: ${reason}` },
    });
  }
}

/** An applicant outside the officer's region stays unnamed, and so do its papers. */
function view(actor: Actor, row: Suspicion): SuspicionView {
  const { id, kind, strength, measure, state, decidedByName, decidedAt, decisionReason, foundAt } = row;
  const actions = suspicionPolicy.actionsOn(actor, row).filter(action => action === 'suspicion.read' || (action === 'suspicion.decide' && state === 'open'));
  const isOtherOurs = row.otherRegionCode !== null && coversRegion(actor, row.otherRegionCode);
  const sides = row.sides.map(({ page, quote }, index) => {
    const isSecond = index === 1 && row.otherFileId !== null;
    if (isSecond && !isOtherOurs) return { subjectType: null, subjectId: null, enterpriseName: null, fileId: null, fileName: null, page, quote: '' };
    return {
      subjectType: (isSecond ? row.otherSubjectType : row.subjectType) as SuspicionView['sides'][number]['subjectType'], subjectId: isSecond ? row.otherSubjectId : row.subjectId, enterpriseName: isSecond ? row.otherEnterpriseName : row.enterpriseName,
      fileId: isSecond ? row.otherFileId : row.fileId, fileName: isSecond ? row.otherFileName : row.fileName, page, quote,
    };
  });
  return { id, kind, strength, measure, sides, state, decidedByName, decidedAt, decisionReason, foundAt, actions };
}
