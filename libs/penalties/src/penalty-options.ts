import { Injectable } from '@nestjs/common';
import { CertifiedOfficers } from '@huanbao/enforcement';
import { Actor, Clock } from '@huanbao/platform';
import { PenaltyReference } from './penalties.reference';
import type { PenaltyOptionsView } from './penalty.view';

/** What the forms of a case choose from. */
@Injectable()
export class PenaltyOptions {
  constructor(
    private readonly clock: Clock,
    private readonly reference: PenaltyReference,
    private readonly officers: CertifiedOfficers,
  ) {}

  async of(actor: Actor): Promise<PenaltyOptionsView> {
    const { factors, adjustments } = await this.reference.scale();
    const officers = await this.officers.all({ regionCode: actor.regions[0] ?? '', day: this.clock.today() });
    return { violations: await this.reference.violations(), officers: officers.map(({ id, name, certificateNo }) => ({ id, name, certificateNo })), factors: factors.map(one => ({ ...one, levels: [...one.levels] })), adjustments: [...adjustments], circumstances: await this.reference.circumstances() };
  }
}
