import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Actor, Clock, Db, notFound, Outbox, stale } from '@huanbao/platform';
import { Contract, ContractSignature } from '../contract.entity';
import { UNSIGNED } from '../contract.flow';
import { ContractRecords } from '../contract.records';
import { AwardCancellation } from './cancellation.entity';
import { contractSignedAlready, foreignFiles, notYourPart } from './cancellation.errors';
import { CancellationKind, CancellationStep, proceed } from './cancellation.flow';
import { CancellationAction, cancellationPolicy } from './cancellation.policy';
import { cancellationMoved } from './unsigned.events';

export const NAMES: Readonly<Record<CancellationKind, { zh: string; en: string }>> = { cancellation: { zh: '取消中选的告知', en: 'notice' }, complaint: { zh: '不签合同的投诉', en: 'complaint' } };
export const UNSIGNED_FILES = 'award-cancellation';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A proceeding and its contract, both under lock. */
export interface Proceeding {
  readonly row: AwardCancellation;
  readonly contract: Contract;
}

interface Act {
  readonly id: string;
  readonly action: CancellationAction;
  readonly version: number;
  readonly side: 'own' | 'other';
}

/** Loading under lock, policy, version, state, history and audit: what every step here shares. Order of locks: contract, proceeding, task. */
@Injectable()
export class UnsignedRecords {
  constructor(
    private readonly db: Db,
    private readonly contracts: ContractRecords,
    private readonly files: Files,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The contract FOR UPDATE, as long as nothing binding was signed. @throws 404 unseen, 403 not allowed, 409 signed or over */
  async contract(actor: Actor, id: string, action: CancellationAction): Promise<Contract> {
    const contract = await this.db.lock(Contract, { id });
    cancellationPolicy.require(actor, action, contract);
    if (!contract) throw notFound();
    if (!UNSIGNED.includes(contract.state)) throw contractSignedAlready();
    return contract;
  }

  async find(actor: Actor, id: string): Promise<AwardCancellation> {
    const row = await this.db.repo(AwardCancellation).findOneBy({ id });
    cancellationPolicy.require(actor, 'award-cancellation.read', row);
    if (!row) throw notFound();
    return row;
  }

  /** @throws 404 unseen, 403 not allowed, 412 stale version */
  async lock(actor: Actor, id: string, action: CancellationAction, version: number): Promise<Proceeding> {
    const seen = await this.db.repo(AwardCancellation).findOneBy({ id });
    cancellationPolicy.require(actor, action, seen);
    const contract = seen && (await this.db.lock(Contract, { id: seen.contractId }));
    const row = seen && (await this.db.lock(AwardCancellation, { id }));
    if (!row || !contract) throw notFound();
    if (row.version !== version) throw stale();
    return { row, contract };
  }

  /** A step of the side that began it, or of the other one. */
  act(actor: Actor, { id, action, version, side }: Act, change: (proceeding: Proceeding) => Promise<void>): Promise<AwardCancellation> {
    return this.db.transaction(async () => {
      const proceeding = await this.lock(actor, id, action, version);
      const isOwn = (proceeding.row.kind === 'cancellation') === (actor.orgId === proceeding.row.enterpriseId);
      if (isOwn !== (side === 'own')) throw notYourPart();
      await change(proceeding);
      return proceeding.row;
    });
  }

  /** Nothing comes of the contract: what was signed under it alone goes with it. */
  async lapse(contract: Contract, why: string): Promise<void> {
    await this.db.repo(ContractSignature).delete({ contractId: contract.id });
    Object.assign(contract, { endedReason: why, paperFileId: null });
    await this.contracts.step(contract, 'lapse');
  }

  /** The award stands again: the text goes on from where it was, with a new period for the signing. */
  async revive(contract: Contract, signDue: string): Promise<void> {
    Object.assign(contract, { endedReason: null, signDue });
    await this.contracts.step(contract, contract.terms ? 'revive' : 'renew');
  }

  async firmSigned(contractId: string): Promise<boolean> {
    return this.db.repo(ContractSignature).existsBy({ contractId, side: 'firm' });
  }

  /** Files named are of this contract's proceedings. */
  async assertFiles(contractId: string, fileIds: readonly string[], pointer: string): Promise<void> {
    if (fileIds.length === 0) return;
    const known = new Set((await this.files.list(UNSIGNED_FILES, contractId)).map(file => file.id));
    if (fileIds.some(one => !known.has(one))) throw foreignFiles(pointer);
  }

  /** Moves it by its table and writes down who did what. */
  async step(actor: Actor, { row, contract }: Proceeding, step: CancellationStep, words: Words): Promise<void> {
    row.state = proceed(row, step);
    row.version += 1;
    if (!['noticed', 'cancelled', 'objected'].includes(row.state)) row.endedAt = this.clock.now();
    await this.db.repo(AwardCancellation).save(row);
    await this.tell(actor, { row, contract }, step, words);
  }

  async tell(actor: Actor, { row, contract }: Proceeding, step: string, words: Words): Promise<void> {
    await this.contracts.tell({ actor, contract }, `award-${row.kind}-${step}`, words, { cancellationId: row.id, ground: row.ground, proceeding: row.state });
    await this.outbox.publish(cancellationMoved, { cancellationId: row.id, step });
  }
}
