import { Injectable, OnModuleInit } from '@nestjs/common';
import { Waiting } from '@huanbao/casework';
import { Db } from '@huanbao/platform';
import { OPEN_STATES } from '../enforcement.entity';

/** Inspections an officer is to carry out: a badge of the menu. */
@Injectable()
export class InspectionsWaiting implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly waiting: Waiting,
  ) {}

  onModuleInit(): void {
    this.waiting.register('office', 'inspection', async ({ userId }) => {
      const [row] = await this.db.query<{ n: number }>('SELECT count(*)::int AS n FROM inspection WHERE state = ANY ($1) AND officers @> $2::jsonb', [[...OPEN_STATES], JSON.stringify([{ userId }])]);
      return row?.n ?? 0;
    });
  }
}
