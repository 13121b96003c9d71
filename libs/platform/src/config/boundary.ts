import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A closed line of [longitude, latitude] in WGS-84 degrees. */
export type Ring = readonly (readonly [number, number])[];
/** Polygons, each with its outer ring first and its holes after it. */
export type Area = readonly (readonly Ring[])[];

interface Geometry {
  readonly type?: string;
  readonly coordinates?: unknown;
  readonly geometry?: Geometry;
  readonly features?: readonly Geometry[];
}

/** Reads the outline of a city from GeoJSON (polygons, alone or as features). @throws Error with the path when there is none in it */
export function loadBoundary(file: string): Area {
  const path = resolve(file);
  try {
    const area = polygonsOf(JSON.parse(readFileSync(path, 'utf8')) as Geometry);
    if (area.length === 0) throw new Error('it holds no polygon');
    if (!area.every(polygon => polygon.length > 0 && polygon.every(isRing))) throw new Error('a ring needs four or more points of longitude and latitude, the last like the first');
    return area;
  } catch (error) {
    throw new Error(`The boundary ${path} is not usable: ${(error as Error).message}`);
  }
}

function polygonsOf(part: Geometry): Area {
  if (part.type === 'FeatureCollection') return (part.features ?? []).flatMap(polygonsOf);
  if (part.type === 'Feature') return part.geometry ? polygonsOf(part.geometry) : [];
  if (part.type === 'Polygon') return [part.coordinates as readonly Ring[]];
  return part.type === 'MultiPolygon' ? (part.coordinates as Area) : [];
}

function isRing(ring: Ring): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return Array.isArray(ring) && ring.length >= 4 && first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
    && ring.every(([longitude, latitude]) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90);
}
