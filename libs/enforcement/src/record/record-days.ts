import { Injectable } from '@nestjs/common';
import { Clock, Db, shanghaiDate } from '@huanbao/platform';
import type { Inspection } from '../enforcement.entity';
import type { Days } from './freezing';
import { InspectionReference } from './inspection.reference';

/** What the platform itself knows of the days of a visit: when it was planned, when its record first arrived on or after the day it was held, which day was closed for signing before. */
@Injectable()
export class RecordDays {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reference: InspectionReference,
  ) {}

  /** @param seizedUntil last day on which evidence that was kept may be decided on */
  async of({ id, createdAt, heldDays }: Inspection, heldOn: string, seizedUntil: string): Promise<Days> {
    return { today: this.clock.today(), seizedUntil, plannedOn: shanghaiDate(createdAt), firstSavedOn: await this.firstSaved(id, heldOn), mostDays: await this.reference.number('record:days', this.clock.today()), closedBefore: heldDays.at(-1)?.on ?? null };
  }

  /** The day on which the platform first received a page of the record of this visit; what was saved ahead of the visit says nothing of it. */
  async firstSaved(inspectionId: string, heldOn: string | null): Promise<string | null> {
    const [row] = await this.db.query<{ at: Date | null }>("SELECT min(at) AS at FROM inspection_save WHERE inspection_id = $1 AND to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') >= $2", [inspectionId, heldOn ?? '']);
    return row?.at ? shanghaiDate(row.at) : null;
  }
}
