import { Controller, Get, Query } from '@nestjs/common';
import { Db, Public } from '@huanbao/platform';
import { InspectionFiguresQuery } from './inspection.dto';
import { InspectionFiguresView, InspectionFigureView } from './inspection.view';

/** Inspections for everybody: how many of which kind, and what came of them. No unit, no person. */
@Controller('public/inspections')
export class PublicInspectionsController {
  constructor(private readonly db: Db) {}

  @Get('figures') @Public()
  async figures(@Query() { year }: InspectionFiguresQuery): Promise<InspectionFiguresView> {
    const rows = await this.db.query<{ kind: InspectionFigureView['kind']; quarter: string; clear: string; violations: string }>(
      `SELECT kind, extract(quarter FROM held_on) AS quarter, count(*) FILTER (WHERE result = 'clear') AS clear, count(*) FILTER (WHERE result = 'violations') AS violations
         FROM inspection WHERE closed_at IS NOT NULL AND held_on BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31) GROUP BY kind, extract(quarter FROM held_on) ORDER BY 2, 1`, [year]);
    return { year, rows: rows.map(one => ({ kind: one.kind, quarter: Number(one.quarter), clear: Number(one.clear), violations: Number(one.violations) })) };
  }
}
