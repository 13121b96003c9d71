import { Injectable } from '@nestjs/common';
import { Directory, Organisation } from '@huanbao/identity';
import { SharedPeople } from '@huanbao/providers';
import { tieBetween, TieSide } from './detect/parties';
import type { Strength } from './detect/signal';

export interface FirmTie {
  readonly firmIds: readonly [string, string];
  readonly strength: Strength;
  readonly zh: string;
  readonly en: string;
}

/** What binds one firm to others outside any task: head, address, phone, people, accounts. For rooms whose readers may know. */
@Injectable()
export class FirmTies {
  constructor(
    private readonly directory: Directory,
    private readonly people: SharedPeople,
  ) {}

  async of(firmId: string, others: readonly string[]): Promise<FirmTie[]> {
    const ids = [...new Set(others)].filter(id => id !== firmId);
    if (ids.length === 0) return [];
    const firms = await this.directory.organisations([firmId, ...ids]);
    const links = [...(await this.people.between([firmId, ...ids])), ...(await this.directory.sharedMembers([firmId, ...ids])).map(({ name, orgIds }) => ({ kind: 'account' as const, firmIds: orgIds, what: name }))];
    const side = (id: string): TieSide => ({ firmId: id, party: this.partyOf(firms.get(id)) });
    return ids.flatMap(other => {
      const tie = tieBetween(side(firmId), side(other), links);
      return tie ? [{ firmIds: [firmId, other] as const, ...tie }] : [];
    });
  }

  private partyOf(firm: Organisation | undefined): TieSide['party'] {
    return { legalRepresentative: firm?.legalRepresentative ?? '', address: firm?.address ?? '', phone: firm ? (this.directory.contactOf(firm).phone?.replace(/\D/g, '') ?? null) : null };
  }
}
