import { Injectable } from '@nestjs/common';
import { Clock, Db, shanghaiDate } from '@huanbao/platform';
import type { Inspection } from '../enforcement.entity';
import type { Days } from './freezing';
import { InspectionReference } from './inspection.reference';

/** What the platform itself knows of the days of a visit: when it was planned, when its record first arrived, which day was closed for signing before. */
@Injectable()
export class RecordDays {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reference: InspectionReference,
  ) {}

  /** @param seizedUntil last day on which evidence that was kept may be decided on */
  async of({ id, createdAt, heldDays }: Inspection, seizedUntil: string): Promise<Days> {
    return { today: this.clock.today(), seizedUntil, plannedOn: shanghaiDate(createdAt), firstSavedOn: await this.firstSaved(id), mostDays: await this.reference.number('record:days', this.clock.today()), closedBefore: heldDays.at(-1)?.on ?? null };
  }

  /** The day on which the platform first received a page of the record. */
  async firstSaved(inspectionId: string): Promise<string | null> {
    const [row] = await this.db.query<{ at: Date | null }>('SELECT min(at) AS at FROM inspection_save WHERE inspection_id = $1', [inspectionId]);
    return row?.at ? shanghaiDate(row.at) : null;
  }
}
