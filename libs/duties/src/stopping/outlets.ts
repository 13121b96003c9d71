import type { Form, Row, SectionData } from '@huanbao/permits';

/** An outlet and the production facilities whose emissions it takes, by 产排污节点 of the permit. */
export interface FedOutlet {
  readonly code: string;
  readonly name: string;
  readonly facilities: readonly string[];
}

const rowsOf = (form: Form, section: string, table: string): readonly Row[] => {
  const rows = (form as Readonly<Record<string, SectionData | undefined>>)[section]?.[table];
  return Array.isArray(rows) ? (rows as readonly Row[]) : [];
};
const text = (row: Row, name: string): string => (typeof row[name] === 'string' ? row[name] : '');

/** What the permit calls its production and treatment facilities, by code; one it only mentions has no name. */
export function facilityNames(form: Form): ReadonlyMap<string, string> {
  const production = rowsOf(form, 'products', 'facilities').map(row => [text(row, 'code'), text(row, 'name')] as const);
  const treatment = rowsOf(form, 'process-nodes', 'nodes').map(row => [text(row, 'treatmentCode'), text(row, 'treatmentName')] as const);
  return new Map([...treatment, ...production].filter(([code, name]) => code && name));
}

/** Outlets that a facility of the permit feeds, in the order of the nodes. What nothing feeds (rain) cannot stand still. */
export function fedOutlets(form: Form): FedOutlet[] {
  const names = new Map([...rowsOf(form, 'air-outlets', 'outlets'), ...rowsOf(form, 'water-outlets', 'outlets')].map(row => [text(row, 'code'), text(row, 'name')]));
  const fed = new Map<string, Set<string>>();
  for (const node of rowsOf(form, 'process-nodes', 'nodes')) {
    const [outlet, facility] = [text(node, 'outletCode'), text(node, 'facilityCode')];
    if (!outlet || !facility) continue;
    fed.set(outlet, (fed.get(outlet) ?? new Set()).add(facility));
  }
  return [...fed].map(([code, facilities]) => ({ code, name: names.get(code) ?? '', facilities: [...facilities] }));
}

/** Facilities that go on feeding an outlet while these stand; empty when nothing does (不排放期间). Undefined for an outlet nothing feeds. */
export const stillFeeding = (outlet: FedOutlet | undefined, stopped: readonly string[]): readonly string[] | undefined => outlet?.facilities.filter(code => !stopped.includes(code));
