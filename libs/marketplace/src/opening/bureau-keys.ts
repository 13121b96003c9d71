import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { WitnessKey } from '../marketplace.entity';
import type { BureauHolder } from '../methods/share-duty';

const ROLES: readonly BureauHolder[] = ['witness', 'recovery'];

/** The keys of the bureau that new tasks take. */
@Injectable()
export class BureauKeys {
  constructor(private readonly db: Db) {}

  async active(): Promise<Partial<Record<BureauHolder, WitnessKey>>> {
    const keys = await this.db.repo(WitnessKey).findBy({ active: true });
    return Object.fromEntries(keys.map(key => [key.role, key]));
  }

  /** Which are not registered: without both no opening is shared. */
  async missing(): Promise<BureauHolder[]> {
    const active = await this.active();
    return ROLES.filter(role => !active[role]);
  }
}
