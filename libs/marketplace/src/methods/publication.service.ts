import { Injectable } from '@nestjs/common';
import { Actor, Clock, invalidFields } from '@huanbao/platform';
import { fingerprintOf, isThreshold, type PublicJwk } from '@huanbao/sealing';
import type { ServiceTask } from '../marketplace.entity';
import { BureauKeys } from '../opening/bureau-keys';
import { regimeOf } from './admission';
import { Closing } from './closing';
import { Invitations } from './invitations.service';
import { METHODS, Regime } from './methods';
import { Offers } from './offers.service';
import { fewestBidders } from './periods';
import { SiteVisits } from '../visits/visits.service';
import { ProcurementLaw } from './procurement-law.service';
import { publicationProblems } from './publication';

type OpeningKeys = Pick<ServiceTask, 'openingPublicKey' | 'openingFingerprint' | 'witnessKeyId' | 'recoveryKeyId' | 'openingNeeded'>;

/** The last look before a task is published: is the method lawful, are the periods kept, may the invited bid. */
@Injectable()
export class Publication {
  constructor(
    private readonly law: ProcurementLaw,
    private readonly invitations: Invitations,
    private readonly offers: Offers,
    private readonly closing: Closing,
    private readonly visits: SiteVisits,
    private readonly bureauKeys: BureauKeys,
    private readonly clock: Clock,
  ) {}

  /** The clock towards the deadline begins; a direct commission is offered. */
  async begin(actor: Actor, task: ServiceTask): Promise<void> {
    if (METHODS[task.method].who === 'one') await this.offers.begin(actor, task);
    await this.closing.schedule(task);
  }

  /** With a witness and a second office the opening is split among three; with fewer it goes in the former manner, where that is allowed. */
  async keys(openingPublicKey: PublicJwk): Promise<OpeningKeys> {
    const { witness, recovery } = await this.bureauKeys.active();
    const shared = Boolean(witness && recovery);
    return {
      openingPublicKey: { ...openingPublicKey }, openingFingerprint: await fingerprintOf(openingPublicKey), witnessKeyId: witness?.id ?? null,
      recoveryKeyId: shared ? (recovery?.id ?? null) : null, openingNeeded: shared ? await this.sharesNeeded() : null,
    };
  }

  /** What is fixed with the publication. @throws 400 with all that has to be mended */
  async check(task: ServiceTask): Promise<Pick<ServiceTask, 'regime' | 'fewestBids' | 'listed'>> {
    const almanac = await this.law.almanac();
    const { who } = METHODS[task.method];
    const problems = publicationProblems({ ...task, invited: await this.invitations.count(task.id), missingKeys: await this.bureauKeys.missing() }, this.clock.now(), almanac);
    if (who !== 'all') problems.push(...(await this.invitations.problems(task)));
    problems.push(...(await this.visits.problems(task)));
    if (problems.length > 0) throw invalidFields(problems);
    const regime = regimeOf(task, almanac.law) as Regime;
    return { regime, fewestBids: fewestBidders(task.method, regime, almanac.law), listed: who === 'all' };
  }

  /** How many holders of a share must come together for an opening, by the values of the day. */
  private async sharesNeeded(): Promise<2 | 3> {
    const needed = Number((await this.law.almanac()).law('shares.needed').value);
    return isThreshold(needed) ? needed : 2;
  }
}
