import { Injectable } from '@nestjs/common';
import { Actor, Clock, containsWords, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { ContractClosings } from './closing/closing.service';
import { Contract, ContractEvent, ContractMilestone, ContractPayment, ContractProposal, ContractSignature } from './contract.entity';
import { ContractRecords } from './contract.records';
import { ContractDispute } from './disputes/dispute.entity';
import { CONTRACT_SORTS, ContractListQuery } from './dto/contract.dto';
import { UnwrittenContracts } from './unwritten.service';
import { ContractEventView, contractEventView, contractItem, ContractItemView, ContractView, contractView } from './views/contract.view';

type Sort = (typeof CONTRACT_SORTS)[number];

const LISTED: readonly (keyof Contract)[] = ['id', 'taskId', 'number', 'title', 'kind', 'enterpriseId', 'enterpriseName', 'firmId', 'firmName', 'state', 'priceYuan', 'bidPriceYuan', 'awardedAt', 'signDue', 'signByLaw', 'nextDue', 'signedAt', 'endsOn', 'disputedOn'];
const ENDED = `('closed', 'lapsed', 'revoked')`;
/** Rows without a day come last, whichever way the list is sorted. */
const FAR = '9999-12-31';
const KEYS: Readonly<Record<'due' | 'awarded' | 'price', { readonly sql: string; readonly type: string; readonly of: (row: Contract) => string }>> = {
  due: { sql: `coalesce(c.next_due, '${FAR}'::date)`, type: 'date', of: row => row.nextDue ?? FAR },
  awarded: { sql: 'c.awarded_at', type: 'timestamptz', of: row => row.awardedAt.toISOString() },
  price: { sql: 'coalesce(c.price_yuan, c.bid_price_yuan)', type: 'numeric', of: row => row.priceYuan ?? row.bidPriceYuan },
};

/** Every way to look at contracts. Only the two sides' own, keyset order. */
@Injectable()
export class ContractQueries {
  constructor(
    private readonly db: Db,
    private readonly records: ContractRecords,
    private readonly closings: ContractClosings,
    private readonly unwritten: UnwrittenContracts,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: ContractListQuery): Promise<Page<ContractItemView>> {
    const today = this.clock.today();
    const limit = query.limit ?? 20;
    const rows = this.narrowed(actor, query, today);
    const sort: Sort = query.sort ?? 'due';
    const [key, down] = [KEYS[sort.replace('-', '') as keyof typeof KEYS], sort.startsWith('-')];
    const cursor = decodeCursor(query.cursor, 2);
    if (cursor) rows.andWhere(`(${key.sql}, c.id) ${down ? '<' : '>'} (:at::${key.type}, :after::uuid)`, { at: cursor[0], after: cursor[1] });
    rows.select(LISTED.map(column => `c.${column}`)).orderBy(key.sql, down ? 'DESC' : 'ASC').addOrderBy('c.id', down ? 'DESC' : 'ASC').limit(limit + 1);
    return toPage(await rows.getMany(), limit, row => [key.of(row), row.id], row => contractItem(row, today));
  }

  async detail(actor: Actor, id: string): Promise<ContractView> {
    return this.viewOf(actor, await this.records.find(actor, id));
  }

  async viewOf(actor: Actor, contract: Contract): Promise<ContractView> {
    const contractId = contract.id;
    const milestones = await this.db.repo(ContractMilestone).find({ where: { contractId }, order: { position: 'ASC' } });
    const signatures = await this.db.repo(ContractSignature).find({ where: { contractId }, order: { signedAt: 'ASC' } });
    const payments = await this.db.repo(ContractPayment).find({ where: { contractId }, order: { id: 'DESC' } });
    const proposals = await this.db.repo(ContractProposal).find({ where: { contractId }, order: { nth: 'DESC' } });
    const disputes = await this.db.repo(ContractDispute).find({ where: { contractId }, order: { id: 'DESC' } });
    const closesOn = (await this.closings.dueOf(contract))?.on ?? null;
    const isInHand = await this.unwritten.isInHand(contract);
    return contractView({ contract, milestones, signatures, payments, proposals, disputes, closesOn, isInHand }, actor, this.clock.today());
  }

  async timeline(actor: Actor, id: string): Promise<ContractEventView[]> {
    await this.records.find(actor, id);
    return (await this.db.repo(ContractEvent).find({ where: { contractId: id }, order: { at: 'DESC', id: 'DESC' }, take: 500 })).map(contractEventView);
  }

  private narrowed(actor: Actor, query: ContractListQuery, today: string): SelectQueryBuilder<Contract> {
    const own = actor.orgKind === 'firm' ? 'c.firm_id = :org' : 'c.enterprise_id = :org';
    const rows = this.db.repo(Contract).createQueryBuilder('c').where(own, { org: actor.orgId });
    if (query.tab === 'open') rows.andWhere(`c.state NOT IN ${ENDED}`);
    if (query.tab === 'ended') rows.andWhere(`c.state IN ${ENDED}`);
    if (query.state) rows.andWhere('c.state = :state', { state: query.state });
    if (query.kind) rows.andWhere('c.kind = :kind', { kind: query.kind });
    if (query.taskId) rows.andWhere('c.task_id = :taskId', { taskId: query.taskId });
    if (query.late) rows.andWhere('c.next_due < :today AND c.disputed_on IS NULL', { today });
    if (query.q) rows.andWhere(containsWords('c.search', ':q'), { q: query.q });
    return rows;
  }
}
