import { Injectable } from '@nestjs/common';
import { Actor, Clock, containsWords, Db, decodeCursor, notFound, Page, toPage } from '@huanbao/platform';
import { Contract, ContractMilestone, ContractPayment, ContractProposal, ContractSignature } from '../contract.entity';
import { contractView } from '../views/contract.view';
import type { DisputeListQuery } from './dispute.dto';
import { ContractDispute, ContractStatement, DisputeState, OPEN_STATES } from './dispute.entity';
import { mayCloseByMediation } from '../closing/closing.rules';
import { DisputeAction, disputePolicy } from './dispute.policy';
import { DisputeRowView, disputeWords, DisputeView } from './dispute.view';

interface Row {
  readonly id: string;
  readonly contractId: string;
  readonly number: string | null;
  readonly title: string;
  readonly enterpriseName: string;
  readonly firmName: string;
  readonly side: 'enterprise' | 'firm';
  readonly amountYuan: string | null;
  readonly state: DisputeState;
  readonly openedAt: Date;
  readonly takenByName: string | null;
  readonly concludedAt: Date | null;
}

const DAY_MS = 86_400_000;

/** The bureau's desk of disputes, and one of them for its sides and its mediator. */
@Injectable()
export class DisputeQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: DisputeListQuery): Promise<Page<DisputeRowView>> {
    const limit = query.limit ?? 20;
    const values: unknown[] = [];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const up = query.sort === 'opened';
    const after = decodeCursor(query.cursor, 1);
    const conditions = [
      `d.region_code LIKE ANY (${bind(actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`))})`,
      ...(query.tab ? [`d.state ${query.tab === 'open' ? '=' : '<>'} ${query.tab === 'open' ? 'ANY' : 'ALL'} (${bind([...OPEN_STATES])})`] : []),
      ...(query.state ? [`d.state = ${bind(query.state)}`] : []),
      ...(query.q ? [containsWords('d.search', bind(query.q))] : []),
      ...(after ? [`d.id ${up ? '>' : '<'} ${bind(after[0])}::uuid`] : []),
    ];
    const rows = await this.db.query<Row>(
      `SELECT d.id, d.contract_id AS "contractId", c.number, c.title, c.enterprise_name AS "enterpriseName", c.firm_name AS "firmName", d.side, d.amount_yuan::text AS "amountYuan", d.state, d.opened_at AS "openedAt", d.taken_by_name AS "takenByName", d.concluded_at AS "concludedAt"
         FROM contract_dispute d JOIN contract c ON c.id = d.contract_id WHERE ${conditions.join(' AND ')} ORDER BY d.id ${up ? 'ASC' : 'DESC'} LIMIT ${limit + 1}`,
      values,
    );
    const now = this.clock.now().getTime();
    return toPage(rows, limit, row => [row.id], row => ({ ...row, ...disputeWords(row.state), openedAt: row.openedAt.toISOString(), concludedAt: row.concludedAt?.toISOString() ?? null, daysOpen: Math.floor(((row.concludedAt?.getTime() ?? now) - row.openedAt.getTime()) / DAY_MS) }));
  }

  /** With the contract as its sides see it: who mediates must know what was agreed on. */
  async detail(actor: Actor, id: string): Promise<DisputeView> {
    const dispute = await this.db.repo(ContractDispute).findOneBy({ id });
    disputePolicy.require(actor, 'contract-dispute.read', dispute);
    if (!dispute) throw notFound();
    const contractId = dispute.contractId;
    const contract = await this.db.repo(Contract).findOneByOrFail({ id: contractId });
    const milestones = await this.db.repo(ContractMilestone).find({ where: { contractId }, order: { position: 'ASC' } });
    const payments = await this.db.repo(ContractPayment).find({ where: { contractId }, order: { id: 'DESC' } });
    const proposals = await this.db.repo(ContractProposal).find({ where: { contractId }, order: { nth: 'DESC' } });
    const signatures = await this.db.repo(ContractSignature).findBy({ contractId });
    const statements = await this.db.repo(ContractStatement).find({ where: { disputeId: id }, order: { at: 'ASC', id: 'ASC' } });
    const whole = contractView({ contract, milestones, signatures, payments, proposals, disputes: [], closesOn: null, isInHand: false }, actor, this.clock.today());
    const { side, claim, amountYuan, state, openedByName, takenByName, outcome, concludedByName, closesYuan, daysPaused } = dispute;
    return {
      id, contractId, number: whole.number, title: whole.title, enterpriseName: whole.enterpriseName, firmName: whole.firmName, side, claim, amountYuan, state, ...disputeWords(state), openedByName, openedAt: dispute.openedAt.toISOString(),
      takenByName, takenAt: dispute.takenAt?.toISOString() ?? null, outcome, concludedByName, concludedAt: dispute.concludedAt?.toISOString() ?? null, closesYuan, isClosable: mayCloseByMediation(contract.state, milestones), daysPaused,
      statements: statements.map(one => ({ id: one.id, side: one.side, byName: one.byName, text: one.text, fileIds: one.fileIds, at: one.at.toISOString() })),
      terms: whole.terms, milestones: whole.milestones, payments: whole.payments, balance: whole.balance, actions: actionsNow(actor, dispute),
    };
  }
}

function actionsNow(actor: Actor, dispute: ContractDispute): string[] {
  if (!OPEN_STATES.includes(dispute.state)) return [];
  const own = dispute.side === 'enterprise' ? dispute.enterpriseId : dispute.firmId;
  const now: Readonly<Record<DisputeAction, readonly string[]>> = {
    'contract-dispute.read': [], 'contract-dispute.list': [], 'contract-dispute.state': ['state'],
    'contract-dispute.withdraw': actor.orgId === own ? ['withdraw'] : [],
    'contract-dispute.mediate': dispute.state === 'open' ? ['take', 'conclude'] : ['conclude'],
  };
  return disputePolicy.actionsOn(actor, dispute).flatMap(action => now[action]);
}
