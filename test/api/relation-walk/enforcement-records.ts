import type { Db } from '@huanbao/platform';
import type { Walked } from './records';
import type { Standing } from './standings';

/** What the demonstration city's enforcement has: an officer with an avoidance, a unit, the positive list, a draw, a planned visit. */
export async function enforcementRecords(db: Db, records: Walked[]): Promise<void> {
  const one = async (sql: string): Promise<Record<string, string>> => {
    const [row] = await db.query<Record<string, string>>(sql);
    if (!row) throw new Error(`the demonstration city has no row for: ${sql}`);
    return row;
  };
  const here = (who: Standing): string[] => (who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : []);
  const avoidance = await one('SELECT id, officer_id FROM officer_avoidance LIMIT 1');
  const entry = await one(`SELECT id, enterprise_id FROM positive_entry WHERE state = 'active' LIMIT 1`);
  const draw = await one(`SELECT id FROM inspection_draw WHERE state = 'announced' LIMIT 1`);
  const visit = await one(`SELECT id, enterprise_id FROM inspection WHERE state = 'planned' LIMIT 1`);
  const sealed = await one('SELECT id, enterprise_id FROM inspection WHERE closed_at IS NOT NULL LIMIT 1');
  const target = await one('SELECT id FROM draw_target LIMIT 1');
  records.push(
    { name: 'officer of enforcement', prefix: '/enforcement-officers/:id', id: avoidance['officer_id'] as string, read: 'enforcement-officer.read', relations: here, parameters: { avoidanceId: avoidance['id'] as string } },
    { name: 'inspected unit', prefix: '/draw-targets/:id', id: target['id'] as string, read: 'draw-target.read', relations: here },
    { name: 'entry of the positive list', prefix: '/positive-list/:id', id: entry['id'] as string, read: 'positive-entry.read', relations: who => [...here(who), ...(who.orgId === entry['enterprise_id'] ? ['own'] : [])] },
    { name: 'draw of inspections', prefix: '/inspection-draws/:id', id: draw['id'] as string, read: 'inspection-draw.read', relations: here },
    // planned: not even its enterprise sees it
    { name: 'planned inspection', prefix: '/inspections/:id', id: visit['id'] as string, read: 'inspection.read', relations: here, parameters: { section: 'visit' } },
    { name: 'sealed inspection', prefix: '/inspections/:id', id: sealed['id'] as string, read: 'inspection.read', relations: who => [...here(who), ...(who.orgId === sealed['enterprise_id'] ? ['own'] : [])], parameters: { section: 'visit' } },
  );
}
