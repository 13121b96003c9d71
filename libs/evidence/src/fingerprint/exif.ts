/** When, where and with what a photo says it was taken. */
export interface PhotoFacts {
  /** `YYYY-MM-DDTHH:MM:SS`, by the camera's own clock. */
  readonly takenAt: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly camera: string | null;
}

const APP1 = 0xffe1;
const TAG = { make: 0x010f, model: 0x0110, exif: 0x8769, gps: 0x8825, taken: 0x9003, latRef: 1, lat: 2, lonRef: 3, lon: 4 } as const;
const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 };

interface Tiff {
  readonly view: DataView;
  readonly little: boolean;
}

/** Reads the EXIF of a JPEG (CIPA DC-008). null when there is none or it is not well formed: people strip it for honest reasons. */
export function exifOf(jpeg: Buffer): PhotoFacts | null {
  try {
    const tiff = tiffOf(jpeg);
    if (!tiff) return null;
    const first = directory(tiff, tiff.view.getUint32(4, tiff.little));
    const [exif, gps] = [pointed(tiff, first, TAG.exif), pointed(tiff, first, TAG.gps)];
    const taken = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(text(tiff, exif.get(TAG.taken)) ?? '');
    const camera = [text(tiff, first.get(TAG.make)), text(tiff, first.get(TAG.model))].filter(Boolean).join(' ');
    return {
      takenAt: taken ? `${taken[1]}-${taken[2]}-${taken[3]}T${taken[4]}` : null,
      latitude: degrees(tiff, gps.get(TAG.lat), text(tiff, gps.get(TAG.latRef)) === 'S'),
      longitude: degrees(tiff, gps.get(TAG.lon), text(tiff, gps.get(TAG.lonRef)) === 'W'),
      camera: camera === '' ? null : camera,
    };
  } catch (error) {
    // offsets that lead out of the file: a damaged or forged header says nothing
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function tiffOf(jpeg: Buffer): Tiff | null {
  for (let at = 2; at + 10 < jpeg.length && jpeg[at] === 0xff; at += 2 + jpeg.readUInt16BE(at + 2)) {
    if (jpeg.readUInt16BE(at) !== APP1 || jpeg.toString('latin1', at + 4, at + 8) !== 'Exif') continue;
    const body = jpeg.subarray(at + 10, at + 2 + jpeg.readUInt16BE(at + 2));
    return { view: new DataView(body.buffer, body.byteOffset, body.length), little: body.toString('latin1', 0, 2) === 'II' };
  }
  return null;
}

interface Entry {
  readonly type: number;
  readonly count: number;
  readonly at: number;
}

function directory({ view, little }: Tiff, offset: number): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  const count = Math.min(view.getUint16(offset, little), 200);
  for (let index = 0; index < count; index++) {
    const at = offset + 2 + index * 12;
    const [type, number] = [view.getUint16(at + 2, little), view.getUint32(at + 4, little)];
    const isInline = number * (SIZES[type] ?? 1) <= 4;
    entries.set(view.getUint16(at, little), { type, count: number, at: isInline ? at + 8 : view.getUint32(at + 8, little) });
  }
  return entries;
}

function pointed(tiff: Tiff, from: Map<number, Entry>, tag: number): Map<number, Entry> {
  const entry = from.get(tag);
  return entry ? directory(tiff, tiff.view.getUint32(entry.at, tiff.little)) : new Map();
}

function text({ view }: Tiff, entry: Entry | undefined): string | null {
  if (entry?.type !== 2) return null;
  const bytes = Array.from({ length: Math.min(entry.count, 100) }, (_, index) => view.getUint8(entry.at + index));
  return String.fromCharCode(...bytes).replace(/\0.*$/s, '').trim() || null;
}

function degrees({ view, little }: Tiff, entry: Entry | undefined, negative: boolean): number | null {
  if (entry?.type !== 5 || entry.count !== 3) return null;
  const [d, m, s] = [0, 8, 16].map(offset => view.getUint32(entry.at + offset, little) / Math.max(1, view.getUint32(entry.at + offset + 4, little))) as [number, number, number];
  const value = d + m / 60 + s / 3600;
  return value === 0 ? null : Number((negative ? -value : value).toFixed(6));
}
