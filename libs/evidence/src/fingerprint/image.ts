/** A decoded picture, three or four bytes a pixel, or one. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8Array | Uint8ClampedArray;
}

const SMALLEST = 100;
const COLUMNS = 9;
const LINES = 8;

/** Mean brightness of a grid of cells. */
function cells({ width, height, channels, data }: Pixels, columns: number, lines: number): number[] {
  const sums = new Float64Array(columns * lines);
  const counts = new Uint32Array(columns * lines);
  const step = Math.max(1, Math.floor(Math.sqrt((width * height) / 400_000)));
  for (let y = 0; y < height; y += step)
    for (let x = 0; x < width; x += step) {
      const at = (y * width + x) * channels;
      const grey = channels === 1 ? (data[at] as number) : 0.299 * (data[at] as number) + 0.587 * (data[at + 1] as number) + 0.114 * (data[at + 2] as number);
      const cell = Math.floor((y * lines) / height) * columns + Math.floor((x * columns) / width);
      sums[cell] = (sums[cell] as number) + grey;
      counts[cell] = (counts[cell] as number) + 1;
    }
  return Array.from(sums, (sum, cell) => sum / Math.max(1, counts[cell] as number));
}

/**
 * Difference hash, 16 hexadecimal characters: survives scaling and saving again. null for what is too small or too plain to
 * tell apart (logos, lines, empty scans).
 */
export function differenceHash(pixels: Pixels): string | null {
  if (pixels.width < SMALLEST || pixels.height < SMALLEST) return null;
  const grid = cells(pixels, COLUMNS, LINES);
  const mean = grid.reduce((sum, each) => sum + each, 0) / grid.length;
  const deviation = Math.sqrt(grid.reduce((sum, each) => sum + (each - mean) ** 2, 0) / grid.length);
  if (deviation < 12) return null;
  let bits = 0n;
  for (let line = 0; line < LINES; line++)
    for (let column = 0; column < COLUMNS - 1; column++) bits = (bits << 1n) | ((grid[line * COLUMNS + column] as number) > (grid[line * COLUMNS + column + 1] as number) ? 1n : 0n);
  const ones = [...bits.toString(2)].filter(bit => bit === '1').length;
  return ones < 8 || ones > 56 ? null : bits.toString(16).padStart(16, '0');
}

/** Bits that differ, 0 to 64. */
export function distance(one: string, other: string): number {
  return [...(BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2)].filter(bit => bit === '1').length;
}

const QUARTER = 4;

/** Keys under which alike pictures meet: up to three bits of difference leave one quarter untouched. */
export const quartersOf = (hash: string): string[] => [0, 1, 2, 3].map(index => `${index}:${hash.slice(index * QUARTER, (index + 1) * QUARTER)}`);

const isRed = (r: number, g: number, b: number): boolean => r > 130 && r - g > 60 && r - b > 60;

/** The red stamp of a page as a hash of its shape alone, when there is one: words and signatures behind it do not count. */
export function stampHash(pixels: Pixels): string | null {
  const { width, height, channels, data } = pixels;
  if (channels === 1) return null;
  let [left, top, right, bottom, count] = [width, height, 0, 0, 0];
  const mask = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels;
      if (!isRed(data[at] as number, data[at + 1] as number, data[at + 2] as number)) continue;
      mask[y * width + x] = 255;
      count += 1;
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
    }
  const [w, h] = [right - left + 1, bottom - top + 1];
  // a stamp is round or square and red in part; a red page or a red line is none
  if (count < 400 || w < SMALLEST / 2 || h < SMALLEST / 2 || Math.max(w, h) / Math.min(w, h) > 1.6 || count > w * h * 0.8) return null;
  const cut = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) cut.set(mask.subarray((top + y) * width + left, (top + y) * width + left + w), y * w);
  return hashOfShape({ width: w, height: h, channels: 1, data: cut });
}

/** Of cells against their neighbour, without the tests for plainness that photos need. */
function hashOfShape(shape: Pixels): string {
  const grid = cells(shape, COLUMNS, LINES);
  let bits = 0n;
  for (let line = 0; line < LINES; line++)
    for (let column = 0; column < COLUMNS - 1; column++) bits = (bits << 1n) | ((grid[line * COLUMNS + column] as number) > (grid[line * COLUMNS + column + 1] as number) ? 1n : 0n);
  return bits.toString(16).padStart(16, '0');
}
