import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, containsWords, Db, newId, notFound, stale } from '@huanbao/platform';
import { Contract, ContractEvent, Side } from './contract.entity';
import { ContractStep, follow, UNSIGNED } from './contract.flow';
import { ContractAction, contractPolicy } from './contract.policy';

interface Told {
  readonly zh: string;
  readonly en: string;
}

/** Loading under lock, policy, version, state, history and audit: what every step of a contract shares. */
@Injectable()
export class ContractRecords {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The contract FOR UPDATE, when the actor may do the action. @throws 404 unseen, 403 not allowed, 412 stale version */
  async lock(actor: Actor, id: string, action: ContractAction, expectedVersion?: number): Promise<Contract> {
    const contract = await this.db.lock(Contract, { id });
    contractPolicy.require(actor, action, contract);
    if (!contract) throw notFound();
    if (expectedVersion !== undefined && contract.version !== expectedVersion) throw stale();
    return contract;
  }

  async find(actor: Actor, id: string, action: ContractAction = 'contract.read'): Promise<Contract> {
    const contract = await this.db.repo(Contract).findOneBy({ id });
    contractPolicy.require(actor, action, contract);
    if (!contract) throw notFound();
    return contract;
  }

  async step(contract: Contract, step: ContractStep): Promise<void> {
    contract.state = follow(contract.state, step);
    await this.save(contract);
  }

  /** Saves with the day by which the next thing has to happen. The caller holds the lock. */
  async save(contract: Contract): Promise<void> {
    contract.nextDue = UNSIGNED.includes(contract.state) ? contract.signDue : contract.state === 'active' ? await this.nextMilestoneDay(contract.id) : null;
    contract.version += 1;
    contract.updatedAt = this.clock.now();
    await this.db.repo(Contract).save(contract);
  }

  /** A notice or a complaint about the signing has lost its object: it is signed, or came about by performance. */
  async endNotices(contractId: string): Promise<void> {
    await this.db.query(`UPDATE award_cancellation SET state = 'moot', ended_at = $2, version = version + 1 WHERE contract_id = $1 AND state = 'noticed'`, [contractId, this.clock.now()]);
  }

  /** One line of history and one audit row. */
  async tell({ actor, contract }: { actor: Actor; contract: Contract }, kind: string, text: Told, details: Record<string, unknown> = {}): Promise<void> {
    await this.db.repo(ContractEvent).insert({ id: newId(), contractId: contract.id, at: this.clock.now(), kind, actorName: actor.name, zh: text.zh, en: text.en });
    await this.audit.record({ actor, action: `contract.${kind}`, subject: { type: 'contract', id: contract.id }, details: { state: contract.state, taskId: contract.taskId, ...details } });
  }

  private async nextMilestoneDay(contractId: string): Promise<string | null> {
    const [row] = await this.db.query<{ day: string | null }>(
      `SELECT min(due_on)::text AS day FROM contract_milestone WHERE contract_id = $1 AND state IN ('open', 'rework', 'delivered')`,
      [contractId],
    );
    return row?.day ?? null;
  }
}

/** Which side of the contract the actor acts for. */
export const sideOf = (actor: Actor, contract: Pick<Contract, 'enterpriseId'>): Side => (actor.orgId === contract.enterpriseId ? 'enterprise' : 'firm');

export const otherSide = (side: Side): Side => (side === 'enterprise' ? 'firm' : 'enterprise');
export const SIDE_ZH: Readonly<Record<Side, string>> = { enterprise: '委托方', firm: '服务机构' };
export const SIDE_EN: Readonly<Record<Side, string>> = { enterprise: 'the client', firm: 'the firm' };

/** Condition of a search over number, title and the two sides. */
export const contractWords = (parameter: string): string => containsWords('c.search', parameter);
