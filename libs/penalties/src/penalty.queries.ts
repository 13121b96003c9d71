import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { CaseRecord, CaseViews } from '@huanbao/casework';
import { Actor, Clock, containsWords, Db, FieldCipher, notFound, Page, shanghaiInstant } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { Penalty, PenaltyDecision, PenaltyExtension, PenaltyNotice, PenaltyUndoing } from './entities';
import { Following } from './executing/following.service';
import { pageOf, regionsOf } from './lists';
import type { PenaltyListQuery } from './lists.dto';
import { PARTY_CODE_CONTEXT } from './parties';
import { isShown } from './public/public-penalties.queries';
import { PenaltyOrigins } from './penalty-origins';
import { penaltyPolicy } from './penalties.policy';
import { PenaltyReference } from './penalties.reference';
import { detailView, itemView, type CasedPenalty } from './penalty.shape';
import type { PenaltyItemView, PenaltyView } from './penalty.view';
import { discussionNeeded, hearingRight, reviewNeeded } from './rules/thresholds';
import { closingConditions } from './steps/account';
import { Deciding } from './steps/deciding.service';
import { Investigating } from './steps/investigating.service';
import { Performing } from './steps/performing.service';

const NO_DUE = '9999-12-31';
const TABS: Readonly<Record<string, readonly string[]>> = {
  filing: ['clue', 'filing'], investigating: ['investigating', 'examining', 'noticing'], deciding: ['stating', 'hearing', 'legal-review', 'deciding', 'decided'], performing: ['performing'], ended: ['not-filed', 'closed', 'revoked'],
};

/** Penalty cases as a list and one by one. */
@Injectable()
export class PenaltyQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cases: CaseViews,
    private readonly investigating: Investigating,
    private readonly deciding: Deciding,
    private readonly performing: Performing,
    private readonly reference: PenaltyReference,
    private readonly origins: PenaltyOrigins,
    private readonly cipher: FieldCipher,
    private readonly following: Following,
  ) {}

  async list(actor: Actor, query: PenaltyListQuery): Promise<Page<PenaltyItemView>> {
    const rows = this.cased().andWhere('p.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) });
    narrow(rows, query, actor);
    if (query.originId) await this.origins.narrow(rows, query.originId);
    const isOpened = query.sort?.endsWith('opened') ?? false;
    const key = isOpened
      ? { sql: 'p.openedAt', type: 'timestamptz', of: (row: CasedPenalty) => row.openedAt.toISOString() }
      : { sql: `coalesce(k.dueOn, DATE '${NO_DUE}')`, type: 'date', of: (row: CasedPenalty) => row.case.dueOn ?? NO_DUE };
    return pageOf(rows, { key, isDown: query.sort?.startsWith('-') ?? false, limit: query.limit, cursor: query.cursor, view: itemView });
  }

  async detail(actor: Actor, id: string): Promise<PenaltyView> {
    const row = await this.seen(actor, id);
    const { decision } = row;
    const contests = await this.performing.contests(id);
    const account = decision?.served ? await this.performing.account(decision) : null;
    const thresholds = await this.reference.thresholds();
    const pursuit = row.case.state === 'performing' || decision?.served ? await this.following.pursuit(id) : undefined;
    const notices = await this.db.repo(PenaltyNotice).find({ where: { penaltyId: id }, order: { issuedOn: 'DESC', id: 'DESC' } });
    const current = notices.find(one => one.isCurrent);
    const { proposed } = row;
    return detailView(actor, row, {
      case: await this.cases.detail(id, actor), lawChoice: (await this.investigating.lawFor(row)) ?? null, evidence: await this.investigating.evidence(id), extensions: await this.db.repo(PenaltyExtension).find({ where: { penaltyId: id }, order: { askedAt: 'ASC', id: 'ASC' } }),
      notices, discussions: await this.deciding.discussions(id), payments: await this.performing.payments(id), deferrals: await this.performing.deferrals(id), contests, account, undoings: await this.db.repo(PenaltyUndoing).find({ where: { penaltyId: id }, order: { proposedAt: 'ASC', id: 'ASC' } }),
      pursuit, closing: decision && account ? closingConditions(decision, account, contests) : [], code: this.codeOf(row),
      needs: proposed?.kind === 'penalty' ? { hearingRight: hearingRight(thresholds, proposed, row.partyKind), review: reviewNeeded(thresholds, proposed, current?.hearing != null), discussion: discussionNeeded(thresholds, proposed) } : null,
      isPublic: await isShown(this.db, decision, this.clock.today()),
      parent: row.parentId === null ? null : await this.db.repo(Penalty).findOneBy({ id: row.parentId }), children: await this.db.repo(Penalty).find({ where: { parentId: id }, order: { openedAt: 'ASC' } }), today: this.clock.today(),
    });
  }

  async seen(actor: Actor, id: string): Promise<CasedPenalty> {
    const row = await this.cased().andWhere('p.id = :id', { id }).getOne();
    penaltyPolicy.require(actor, 'penalty.read', row);
    if (!row) throw notFound();
    return row;
  }

  private codeOf({ partyCode, partyCodeCipher }: Penalty): string | null {
    return partyCodeCipher === null ? partyCode : `**************${this.cipher.decrypt(partyCodeCipher, PARTY_CODE_CONTEXT).slice(-4)}`;
  }

  private cased(): SelectQueryBuilder<CasedPenalty> {
    return this.db.repo(Penalty).createQueryBuilder('p').innerJoinAndMapOne('p.case', CaseRecord, 'k', 'k.id = p.id').leftJoinAndMapOne('p.decision', PenaltyDecision, 'd', 'd.penaltyId = p.id').where('p.number IS NOT NULL') as unknown as SelectQueryBuilder<CasedPenalty>;
  }
}

function narrow(rows: SelectQueryBuilder<CasedPenalty>, query: PenaltyListQuery, actor: Actor): void {
  if (query.tab === 'to-publish') rows.andWhere(`d.kind = 'penalty' AND d.servedOn IS NOT NULL AND d.publishes AND d.publishedAt IS NULL AND d.revokedAt IS NULL`);
  else if (query.tab === 'to-execute') rows.andWhere(`k.clock IN ('remind', 'court', 'court-answer')`);
  else if (query.tab) rows.andWhere('k.state IN (:...states)', { states: TABS[query.tab] });
  for (const name of ['clueKind', 'violation', 'partyOrgId'] as const) if (query[name]) rows.andWhere(`p.${name} = :${name}`, { [name]: query[name] });
  if (query.pursuit) rows.andWhere(`d.pursuitEnded ->> 'how' = :pursuit`, { pursuit: query.pursuit });
  if (query.mine) rows.andWhere('(k.claimedBy = :me OR p.openedBy = :me OR p.investigators @> CAST(:mine AS jsonb))', { me: actor.userId, mine: JSON.stringify([{ userId: actor.userId }]) });
  if (query.overdue) rows.andWhere('k.remainingDays < 0');
  if (query.from) rows.andWhere('p.openedAt >= :from', { from: shanghaiInstant(query.from) });
  if (query.to) rows.andWhere('p.openedAt < :until', { until: shanghaiInstant(addDays(query.to, 1)) });
  if (query.q) rows.andWhere(containsWords('p.search', ':q'), { q: query.q });
}
