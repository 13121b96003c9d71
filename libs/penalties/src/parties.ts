import { Inject, Injectable } from '@nestjs/common';
import { parseUscc } from '@huanbao/codes';
import { Directory } from '@huanbao/identity';
import { Actor, CITY, City, coversRegion } from '@huanbao/platform';
import { partyCodeWrong, partyIncomplete, partyUnknown } from './penalties.errors';
import type { PartyKind } from './words';

export const PARTY_CODE_CONTEXT = 'penalty-party-code';

export interface PenaltyParty {
  readonly kind: PartyKind;
  readonly orgId: string | null;
  readonly name: string;
  readonly code: string | null;
}

interface Given {
  readonly partyOrgId?: string;
  readonly partyKind?: 'unit' | 'person';
  readonly partyName?: string;
  readonly partyCode?: string;
}

/** Whom a procedure is directed at: an enterprise or firm of the platform, or somebody outside by name and code. */
@Injectable()
export class PenaltyParties {
  constructor(
    private readonly directory: Directory,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** The region in which an officer opens a case. */
  regionOf(actor: Actor): string {
    return actor.regions.some(region => this.city.adcode.startsWith(region)) ? this.city.adcode : (actor.regions[0] ?? '');
  }

  /** Of an enterprise its own; a firm from elsewhere is the city's matter. */
  regionIn(regionCode: string): string {
    return regionCode.startsWith(this.city.adcode) ? regionCode : this.city.adcode;
  }

  /** An enterprise or firm of the platform. */
  async platform(orgId: string): Promise<(PenaltyParty & { readonly regionCode: string }) | null> {
    const found = await this.directory.organisation(orgId);
    if (found?.kind !== 'enterprise' && found?.kind !== 'firm') return null;
    return { kind: found.kind, orgId: found.id, name: found.name, code: found.uscc, regionCode: found.regionCode };
  }

  /** @throws 400 naming the field */
  async of(actor: Actor, { partyOrgId, partyKind, partyName, partyCode }: Given): Promise<PenaltyParty> {
    if (partyOrgId) {
      const found = await this.platform(partyOrgId);
      // firms work across regions; an enterprise belongs to one
      if (!found || (found.kind === 'enterprise' && !coversRegion(actor, found.regionCode))) throw partyUnknown();
      return found;
    }
    if (!partyName || !partyCode || !partyKind) throw partyIncomplete();
    if (partyKind === 'unit' ? !parseUscc(partyCode).ok : !/^\d{17}[\dX]$/.test(partyCode)) throw partyCodeWrong();
    return { kind: partyKind, orgId: null, name: partyName, code: partyCode };
  }
}
