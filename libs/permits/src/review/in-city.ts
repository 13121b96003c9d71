import type { Ring } from '@huanbao/platform';
import type { Coordinates } from '../form/field';
import type { ReviewContext } from './rule';

/** Outlines are drawn to some 100 m: what lies this close to the line (degrees, about 200 m) may be on either side. */
const TOLERANCE_DEGREES = 0.002;

type Point = readonly [number, number];

/** Whether a place (WGS-84) lies in the city: inside its outline or on it, or inside its box where no outline is configured. */
export function inCity(place: Coordinates, { bounds, boundary }: Pick<ReviewContext, 'bounds' | 'boundary'>): boolean {
  const point: Point = [Number(place.longitude), Number(place.latitude)];
  if (!boundary) return point[0] >= bounds.west && point[0] <= bounds.east && point[1] >= bounds.south && point[1] <= bounds.north;
  return boundary.some(([outer, ...holes]) => outer !== undefined && encloses(outer, point) && !holes.some(hole => encloses(hole, point)))
    || boundary.flat().some(ring => isNear(ring, point));
}

/** Even–odd rule: a line to the east crosses the ring an odd number of times. */
function encloses(ring: Ring, [x, y]: Point): boolean {
  let isInside = false;
  for (const [[x1, y1], [x2, y2]] of edgesOf(ring)) if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
  return isInside;
}

function isNear(ring: Ring, [x, y]: Point): boolean {
  return edgesOf(ring).some(([[x1, y1], [x2, y2]]) => {
    const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
    return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)) <= TOLERANCE_DEGREES;
  });
}

function edgesOf(ring: Ring): [Point, Point][] {
  return ring.slice(1).map((end, index) => [ring[index] as Point, end]);
}
