/** A part of the map, in degrees. */
export interface Window {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export const MAP_WIDTH = 640;

const RADIANS = Math.PI / 180;

/** Height at which degrees have their true proportion in the middle of the window. */
export const heightOf = ({ west, south, east, north }: Window): number =>
  Math.round((MAP_WIDTH * (north - south)) / ((east - west) * Math.cos(((south + north) / 2) * RADIANS)));

/** Where a place is drawn, from the upper left corner. */
export function pointOf(window: Window, longitude: number, latitude: number): readonly [number, number] {
  const { west, south, east, north } = window;
  return [((longitude - west) / (east - west)) * MAP_WIDTH, ((north - latitude) / (north - south)) * heightOf(window)];
}

/** The window half or twice as wide, around a place. */
export function zoomed({ west, south, east, north }: Window, factor: number, at: readonly [number, number] = [(west + east) / 2, (south + north) / 2]): Window {
  const [width, height] = [((east - west) * factor) / 2, ((north - south) * factor) / 2];
  return { west: at[0] - width, east: at[0] + width, south: at[1] - height, north: at[1] + height };
}

/** The window moved by parts of its size: `[1, 0]` is one window to the east. */
export function moved({ west, south, east, north }: Window, [right, up]: readonly [number, number]): Window {
  const [x, y] = [(east - west) * right, (north - south) * up];
  return { west: west + x, east: east + x, south: south + y, north: north + y };
}

/** The narrowest window, about a kilometre; nearer than this there is nothing more to be seen. */
export const NARROWEST = 0.012;
/** The widest, as parts of the first window. */
export const WIDEST = 4;

/** How large a mark is: by the number it stands for, never too small for a finger. */
export const radiusOf = (count: number): number => Math.min(30, 11 + 4 * Math.log10(count));
