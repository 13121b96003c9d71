import { Injectable } from '@nestjs/common';
import { Actor, Db, decodeCursor, notFound, Page, toPage } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import type { BidListQuery } from './dto/bid-list.dto';
import { Bid, ServiceTask } from './marketplace.entity';
import { bidsNotOpened } from './marketplace.errors';
import { procures } from './marketplace.policy';
import { METHODS } from './methods/methods';
import { knowsNumber } from './methods/secrecy';
import { TaskRecords } from './task.records';
import { anomalyView, BidsView, BidView, bidView } from './views/bid.view';

/** What a reader may see of the bids of a task, and in which of its rounds. */
interface Sight {
  readonly task: ServiceTask;
  readonly ownerSide: boolean;
  readonly orgId: string | null;
  /** Between the first and the final opening. */
  readonly first: boolean;
}

type Rows = SelectQueryBuilder<Bid>;
type Sort = NonNullable<BidListQuery['sort']>;

/** Bids without a price stand last, whichever way the list is sorted. */
const KEYS: Readonly<Record<Sort, { readonly key: string; readonly type: string; readonly up: boolean; readonly of: (bid: Bid) => string }>> = {
  price: { key: 'coalesce(b.price_yuan, 10000000000000)', type: 'numeric', up: true, of: bid => bid.priceYuan ?? '10000000000000' },
  '-price': { key: 'coalesce(b.price_yuan, -1)', type: 'numeric', up: false, of: bid => bid.priceYuan ?? '-1' },
  received: { key: 'b.received_at', type: 'timestamptz', up: true, of: bid => bid.receivedAt.toISOString() },
  '-received': { key: 'b.received_at', type: 'timestamptz', up: false, of: bid => bid.receivedAt.toISOString() },
  duration: { key: 'coalesce(b.duration_days, 1000000)', type: 'integer', up: true, of: bid => String(bid.durationDays ?? 1_000_000) },
  '-duration': { key: 'coalesce(b.duration_days, -1)', type: 'integer', up: false, of: bid => String(bid.durationDays ?? -1) },
};

const STANDINGS: Readonly<Record<NonNullable<BidListQuery['standing']>, string>> = {
  valid: `b.state = 'opened' AND b.eligible AND b.rejected_at IS NULL`,
  out: `(b.state = 'opened' AND (NOT b.eligible OR b.rejected_at IS NOT NULL))`,
  unreadable: `b.state = 'unreadable'`,
};

/** The bids of one task, page by page and without their long texts, which the look-up of one gives. */
@Injectable()
export class BidListing {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
  ) {}

  /** Before the opening nothing, or the number alone where the method's row says so; after it contents for the owner side, prices for the other bidders. */
  async page(actor: Actor, taskId: string, query: BidListQuery): Promise<BidsView> {
    const sight = await this.sightOf(actor, taskId);
    const { task, ownerSide, first } = sight;
    const closed = { first: [], items: [], anomalies: [], lowestYuan: null, nextCursor: null };
    if (task.openedAt === null && !first) return { ...closed, opened: false, count: knowsNumber(task, ownerSide ? 'procurer' : 'other') ? await this.counted(this.scope(sight).andWhere('b.sealed_round = :round', { round: task.bidRound })) : null };
    const { items, nextCursor } = await this.rows(sight, query, false);
    const lowestYuan = await this.lowest(sight);
    if (first) return { ...closed, opened: false, count: knowsNumber(task, ownerSide ? 'procurer' : 'other') ? await this.counted(this.live(task.id).andWhere('b.sealed_round = :round', { round: task.bidRound })) : null, first: items, lowestYuan, nextCursor };
    return { opened: true, count: await this.counted(this.scope(sight)), first: [], items, anomalies: (task.openingAnomalies ?? []).map(anomalyView), lowestYuan, nextCursor };
  }

  /** One page of opened bids with everything the reader may see, for the spreadsheet. */
  async whole(actor: Actor, taskId: string, query: BidListQuery): Promise<Page<BidView> & { readonly opened: boolean }> {
    const sight = await this.sightOf(actor, taskId);
    if (sight.task.openedAt === null) return { items: [], nextCursor: null, opened: false };
    return { ...(await this.rows(sight, query, true)), opened: true };
  }

  /** One opened bid with its texts, as far as the reader may see them. @throws 409 while they are sealed, 404 for one that is not the reader's to see */
  async of(actor: Actor, taskId: string, bidId: string): Promise<BidView> {
    const sight = await this.sightOf(actor, taskId);
    if (sight.task.openedAt === null && !sight.first) throw bidsNotOpened();
    const bid = await this.scope(sight).andWhere('b.id = :bidId', { bidId }).getOne();
    if (!bid) throw notFound();
    return this.shown(bid, sight);
  }

  private async sightOf(actor: Actor, taskId: string): Promise<Sight> {
    const task = await this.records.find(actor, taskId, 'task.bids');
    const ownerSide = procures(actor, await this.records.partiesFor(actor, task));
    return { task, ownerSide, orgId: actor.orgId, first: task.openedAt === null && task.firstOpenedAt !== null };
  }

  private live(taskId: string): Rows {
    return this.db.repo(Bid).createQueryBuilder('b').where(`b.task_id = :taskId AND b.state IN ('sealed', 'opened', 'unreadable')`, { taskId });
  }

  /** After the first of two openings: all of it for the owner side, the own for a bidder, and in a price competition the prices of the others without their names. */
  private scope({ task, ownerSide, orgId, first }: Sight): Rows {
    const rows = this.live(task.id);
    if (!first) return rows;
    rows.andWhere(`b.sealed_round = 1 AND b.state <> 'sealed'`);
    if (ownerSide) return rows;
    return METHODS[task.method].final?.pricesShown ? rows.andWhere(`(b.firm_id = :orgId OR b.state = 'opened')`, { orgId }) : rows.andWhere('b.firm_id = :orgId', { orgId });
  }

  private async rows(sight: Sight, query: BidListQuery, texts: boolean): Promise<Page<BidView>> {
    // while names and times of the others are hidden nothing is sorted or searched by them
    const masked = sight.first && !sight.ownerSide;
    const { key, type, up, of } = KEYS[masked ? 'price' : (query.sort ?? 'price')];
    const limit = query.limit ?? 20;
    const rows = this.scope(sight);
    if (query.standing) rows.andWhere(STANDINGS[query.standing]);
    if (query.q && !masked) rows.andWhere('strpos(lower(b.firm_name), lower(:q)) > 0', { q: query.q });
    const after = decodeCursor(query.cursor, 2);
    if (after) rows.andWhere(`(${key}, b.id) ${up ? '>' : '<'} (:at::${type}, :after::uuid)`, { at: after[0], after: after[1] });
    if (!texts) rows.select(LIGHT.map(column => `b.${column}`)).addSelect(`coalesce(b.proposal, '') <> ''`, 'has_proposal');
    rows.addSelect(key, 'sort_key').orderBy('sort_key', up ? 'ASC' : 'DESC').addOrderBy('b.id', up ? 'ASC' : 'DESC').limit(limit + 1);
    const { entities, raw } = await rows.getRawAndEntities<{ has_proposal?: boolean }>();
    const found = entities.map((bid, nth) => ({ bid, hasProposal: texts ? (bid.proposal ?? '') !== '' : raw[nth]?.has_proposal === true }));
    return toPage(found, limit, ({ bid }) => [of(bid), bid.id], ({ bid, hasProposal }) => this.shown(bid, sight, hasProposal));
  }

  private shown(bid: Bid, { task, ownerSide, orgId, first }: Sight, hasProposal = (bid.proposal ?? '') !== ''): BidView {
    const own = ownerSide || bid.firmId === orgId;
    const view = { ...bidView(bid, own), hasProposal: own && hasProposal };
    return own || !first ? view : { ...view, firmId: bid.id, firmName: '其他机构', digest: '', receivedAt: task.bidDeadline.toISOString() };
  }

  private counted(rows: Rows): Promise<number> {
    return rows.getCount();
  }

  private async lowest(sight: Sight): Promise<string | null> {
    const row = await this.scope(sight).andWhere(STANDINGS.valid).select('min(b.price_yuan)::text', 'lowest').getRawOne<{ lowest: string | null }>();
    return row?.lowest ?? null;
  }
}

/** Everything of a bid but its long texts. */
const LIGHT = ['id', 'taskId', 'firmId', 'firmName', 'round', 'state', 'receivedAt', 'digest', 'priceYuan', 'durationDays', 'attachmentFileIds', 'eligible', 'ineligibleReasons', 'suspectUnit', 'sealedRound', 'documentsVersion', 'unreadableReason', 'rejectedAt'] as const;
