/** What a photo says of itself. */
export interface Exif {
  /** Degrees, WGS-84. */
  readonly at: { readonly lng: number; readonly lat: number } | null;
  /** As the camera wrote it, local time of the place: `2026-11-23T10:05:00`. */
  readonly takenAt: string | null;
}

const NOTHING: Exif = { at: null, takenAt: null };
const [GPS_IFD, EXIF_IFD, TAKEN] = [0x8825, 0x8769, 0x9003];

interface Entry {
  readonly tag: number;
  readonly count: number;
  /** Where its value lies. */
  readonly offset: number;
}

/** Reads place and time from a JPEG (CIPA DC-008). A photo without, or a broken one, says nothing. Pure. */
export function exifOf(bytes: Buffer): Exif {
  try {
    const tiff = tiffOf(bytes);
    return tiff ? read(tiff) : NOTHING;
  } catch (error) {
    // reading past the end: the file is cut or not what it says
    if ((error as Error).name === 'RangeError') return NOTHING;
    throw error;
  }
}

function tiffOf(bytes: Buffer): Buffer | null {
  if (bytes.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== 0xda; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (bytes[at + 1] === 0xe1 && bytes.toString('latin1', at + 4, at + 10) === 'Exif\0\0') return bytes.subarray(at + 10, at + 2 + bytes.readUInt16BE(at + 2));
  }
  return null;
}

function read(tiff: Buffer): Exif {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number): number => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const entries = (ifd: number): Entry[] =>
    Array.from({ length: Math.min(u16(ifd), 200) }, (_, i) => ifd + 2 + 12 * i).map(at => {
      const [type, count] = [u16(at + 2), u32(at + 4)];
      const size = count * (type === 2 || type === 1 ? 1 : type === 3 ? 2 : type === 5 ? 8 : 4);
      return { tag: u16(at), count, offset: size <= 4 ? at + 8 : u32(at + 8) };
    });
  const degrees = (value: Entry, ref: Entry): number | null => {
    const [d, m, s] = [0, 8, 16].map(step => u32(value.offset + step) / u32(value.offset + step + 4));
    const sum = (d ?? 0) + (m ?? 0) / 60 + (s ?? 0) / 3600;
    return Number.isFinite(sum) ? sum * ('SW'.includes(tiff.toString('latin1', ref.offset, ref.offset + 1)) ? -1 : 1) : null;
  };
  const first = entries(u32(4));
  const inside = (tag: number): Entry[] => {
    const pointer = first.find(each => each.tag === tag);
    return pointer ? entries(u32(pointer.offset)) : [];
  };
  const gps = inside(GPS_IFD);
  const [latRef, lat, lngRef, lng] = [1, 2, 3, 4].map(tag => gps.find(each => each.tag === tag));
  const [y, x] = [latRef && lat ? degrees(lat, latRef) : null, lngRef && lng ? degrees(lng, lngRef) : null];
  const taken = inside(EXIF_IFD).find(each => each.tag === TAKEN);
  const text = taken ? tiff.toString('latin1', taken.offset, taken.offset + 19) : '';
  const time = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(text);
  return { at: x === null || y === null ? null : { lng: x, lat: y }, takenAt: time ? `${time[1]}-${time[2]}-${time[3]}T${time[4]}` : null };
}
