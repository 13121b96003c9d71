import { Injectable } from '@nestjs/common';
import { Actor, AppError, Audit, Clock, Db, invalidFields, newId, violatedConstraint } from '@huanbao/platform';
import { fingerprintOf, PublicJwk } from '@huanbao/sealing';
import { WitnessKey } from '../marketplace.entity';
import { isUsablePublicKey } from './opening-key';

/** The bureau's keys: the witness's and, with a second office, the recovery one. Tasks keep the keys that were active at their publication. */
@Injectable()
export class WitnessKeysService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(): Promise<WitnessKey[]> {
    return this.db.repo(WitnessKey).find({ order: { createdAt: 'DESC' } });
  }

  /** Retires the active key of the role and puts the new one in its place for tasks published from now on. @throws 422 when one person would hold both */
  async replace(actor: Actor, input: { role: WitnessKey['role']; holderName: string; publicKey: PublicJwk }): Promise<WitnessKey> {
    if (!(await isUsablePublicKey(input.publicKey))) throw unusableKey();
    try {
      return await this.db.transaction(() => this.store(actor, input));
    } catch (error) {
      if (violatedConstraint(error)?.startsWith('witness_key')) throw unusableKey();
      throw error;
    }
  }

  private async store(actor: Actor, input: { role: WitnessKey['role']; holderName: string; publicKey: PublicJwk }): Promise<WitnessKey> {
    const now = this.clock.now();
    // two shares in one hand would make one holder enough
    if (await this.db.repo(WitnessKey).existsBy({ active: true, role: input.role === 'witness' ? 'recovery' : 'witness', createdBy: actor.userId })) throw bothInOneHand();
    await this.db.repo(WitnessKey).update({ active: true, role: input.role }, { active: false, retiredAt: now });
    const key = this.db.repo(WitnessKey).create({
      id: newId(), role: input.role, holderName: input.holderName, publicKey: { ...input.publicKey }, fingerprint: await fingerprintOf(input.publicKey),
      active: true, createdBy: actor.userId, createdAt: now, retiredAt: null,
    });
    await this.db.repo(WitnessKey).insert(key);
    await this.audit.record({ actor, action: 'witness-key.set', subject: { type: 'witness-key', id: key.id }, details: { role: key.role, fingerprint: key.fingerprint } });
    return key;
  }
}

const unusableKey = (): Error =>
  invalidFields([{ pointer: '/publicKey', code: 'public-key', zh: '这把公钥不能使用或已经登记过，请重新生成', en: 'This public key cannot be used or is registered already. Generate a new one.' }]);

const bothInOneHand = (): AppError =>
  new AppError('rule', 'witness-key.both-in-one-hand', { zh: '见证钥匙和恢复钥匙须由两名工作人员分别登记和保管。请由另一处室的人员登录后登记', en: 'The witness’s key and the recovery key lie with two people. Let somebody of another office register this one.' });
