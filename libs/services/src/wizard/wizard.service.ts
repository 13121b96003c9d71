import { Injectable } from '@nestjs/common';
import { DutyQueries, StoppagesService } from '@huanbao/duties';
import { Directory } from '@huanbao/identity';
import { PermitReader, statusOn } from '@huanbao/permits';
import { Actor, Clock } from '@huanbao/platform';
import { Exceedances } from '@huanbao/records';
import { Catalogue } from '../catalogue/catalogue.queries';
import { servicesPolicy } from '../services.policy';
import { Facts, merged, Need, needsOf } from './needs';
import { needsByAnswers } from './questions';
import type { NeedsDto, PublicNeedsDto } from './wizard.dto';
import type { NeedsView } from './wizard.view';

const MOST = 200;

/** “我需要什么服务”: from what the platform knows of the enterprise and from what a person answers. */
@Injectable()
export class Wizard {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly directory: Directory,
    private readonly permits: PermitReader,
    private readonly duties: DutyQueries,
    private readonly exceedances: Exceedances,
    private readonly stoppages: StoppagesService,
    private readonly clock: Clock,
  ) {}

  /** By answers alone, for anybody. */
  async ask({ situation = [], region }: PublicNeedsDto): Promise<NeedsView> {
    return { known: null, needs: await this.described(merged(needsByAnswers(situation)), region ?? null) };
  }

  /** By everything that is known of the enterprise, as far as the actor may see it, and by the answers. */
  async forEnterprise(actor: Actor, { enterpriseId, situation = [], region }: NeedsDto): Promise<NeedsView> {
    const enterprise = await this.directory.organisation(enterpriseId ?? actor.orgId ?? '');
    servicesPolicy.require(actor, 'service-need.read', enterprise && enterprise.kind === 'enterprise' ? { enterpriseId: enterprise.id } : null);
    const facts = await this.factsOf(actor, enterprise?.id as string);
    const found = [...needsOf(facts).flatMap(need => need.why.map(why => [need.service, why] as const)), ...needsByAnswers(situation)];
    return {
      known: { permits: facts.permits.length, duties: facts.duties.length, findings: facts.findings.length, stoppages: facts.stoppages.length },
      needs: await this.described(merged(found), region ?? enterprise?.regionCode ?? null),
    };
  }

  /** Each room is asked as the actor: a firm under a mandate sees what its mandates reach. */
  private async factsOf(actor: Actor, enterpriseId: string): Promise<Facts> {
    const today = this.clock.today();
    const permits = (await this.permits.ofEnterprise(enterpriseId)).map(permit => ({ number: permit.number, siteName: permit.siteName, validTo: permit.validTo, standing: statusOn(permit, today), id: permit.id }));
    const duties = (await this.duties.list(actor, { open: true, limit: MOST })).items.filter(duty => duty.enterpriseId === enterpriseId);
    const findings = (await this.exceedances.list(actor, { state: 'open', limit: MOST })).items.filter(one => one.enterpriseId === enterpriseId);
    const stops = (await this.stoppages.list(actor, { state: 'reported', limit: MOST })).items.filter(one => one.enterpriseId === enterpriseId);
    return {
      today, permits,
      duties: duties.map(({ kind, title, dueOn, status, legalBasis }) => ({ kind, title, dueOn, legalBasis, status: status as 'upcoming' | 'due' | 'overdue' })),
      findings: findings.map(({ place, pollutant, sampledOn }) => ({ place, pollutant, sampledOn })),
      stoppages: stops.map(({ fromOn, toOn }) => ({ from: fromOn, to: toOn })),
    };
  }

  /** Services that the bureau has taken out of the catalogue are not proposed. */
  private async described(needs: readonly Need[], region: string | null): Promise<NeedsView['needs']> {
    const services = await this.catalogue.details(needs.map(need => need.service), { region });
    return needs.flatMap(need => {
      const service = services.find(one => one.code === need.service);
      return service?.active ? [{ service, why: [...need.why] }] : [];
    });
  }
}
