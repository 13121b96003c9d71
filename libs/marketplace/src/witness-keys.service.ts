import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, invalidFields, newId, violatedConstraint } from '@huanbao/platform';
import { fingerprintOf, PublicJwk } from '@huanbao/sealing';
import { WitnessKey } from './marketplace.entity';
import { isUsablePublicKey } from './opening-key';

/** The bureau's recovery keys. Tasks keep the key that was active at their publication. */
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

  /** Retires the active key and puts the new one in its place for tasks published from now on. */
  async replace(actor: Actor, input: { holderName: string; publicKey: PublicJwk }): Promise<WitnessKey> {
    if (!(await isUsablePublicKey(input.publicKey))) throw unusableKey();
    try {
      return await this.db.transaction(() => this.store(actor, input));
    } catch (error) {
      if (violatedConstraint(error)?.startsWith('witness_key')) throw unusableKey();
      throw error;
    }
  }

  private async store(actor: Actor, input: { holderName: string; publicKey: PublicJwk }): Promise<WitnessKey> {
    const now = this.clock.now();
    await this.db.repo(WitnessKey).update({ active: true }, { active: false, retiredAt: now });
    const key = this.db.repo(WitnessKey).create({
      id: newId(), holderName: input.holderName, publicKey: { ...input.publicKey }, fingerprint: await fingerprintOf(input.publicKey),
      active: true, createdBy: actor.userId, createdAt: now, retiredAt: null,
    });
    await this.db.repo(WitnessKey).insert(key);
    await this.audit.record({ actor, action: 'witness-key.set', subject: { type: 'witness-key', id: key.id }, details: { fingerprint: key.fingerprint } });
    return key;
  }
}

const unusableKey = (): Error =>
  invalidFields([{ pointer: '/publicKey', code: 'public-key', zh: '这把公钥不能使用或已经登记过，请重新生成', en: 'This public key cannot be used or is registered already. Generate a new one.' }]);
