import { Injectable } from '@nestjs/common';

type Keeps = (hash: string) => Promise<boolean>;

/** The store is shared: rooms that lay bytes there without a file (sealed bids) say so, or the sweep could take them. */
@Injectable()
export class BlobKeepers {
  private readonly keepers = new Map<string, Keeps>();

  register(room: string, keeps: Keeps): void {
    this.keepers.set(room, keeps);
  }

  async anyKeeps(hash: string): Promise<boolean> {
    for (const keeps of this.keepers.values()) if (await keeps(hash)) return true;
    return false;
  }
}
