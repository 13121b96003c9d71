import { Injectable } from '@nestjs/common';
import type { PenaltyFact } from './facts';

type Source = (partyOrgId: string, span: { readonly from: string; readonly to: string }) => Promise<readonly PenaltyFact[]>;

/** Where the room of penalties, which stands above this one, says which of its decisions a report tells of. */
@Injectable()
export class KnownPenalties {
  private source: Source | undefined;

  register(source: Source): void {
    this.source = source;
  }

  /** Served on the party within the span, and standing. */
  async of(partyOrgId: string, span: { readonly from: string; readonly to: string }): Promise<readonly PenaltyFact[]> {
    return (await this.source?.(partyOrgId, span)) ?? [];
  }
}
