import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { Rectification, RectificationItem } from '../entities';

export interface RectificationOrigin {
  /** Findings of the visit it is about. */
  readonly findingIds: readonly string[];
  /** The complaint whose answer brought it; null where a visit did. */
  readonly complaintId: string | null;
}

/** What a rectification rests on, for rooms above. It asks for no right: who calls shows only what its reader may see. */
@Injectable()
export class RectificationOrigins {
  constructor(private readonly db: Db) {}

  /** Nothing for an id that is no rectification's. */
  async of(rectificationId: string): Promise<RectificationOrigin> {
    const row = await this.db.repo(Rectification).findOneBy({ id: rectificationId });
    const items = row ? await this.db.repo(RectificationItem).find({ where: { rectificationId }, select: { id: true, findingId: true } }) : [];
    return { findingIds: items.flatMap(one => one.findingId ?? []), complaintId: row?.source === 'complaint' ? row.complaintId : null };
  }
}
