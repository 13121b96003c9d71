import type { DocumentFacts } from '../facts/facts';
import type { PhotoFacts } from './exif';
import { distance } from './image';
import type { NumberRow } from './table';
import { isNobody, type MinHash, similarity } from '@huanbao/likeness';

export type ReasonKind = 'same-file' | 'same-report' | 'same-table' | 'same-text' | 'same-image' | 'same-stamp' | 'same-author' | 'impossible-time' | 'impossible-place';
export type Strength = 'strong' | 'medium' | 'weak';

/** What is known of one file for comparing it with others. */
export interface Print {
  readonly hash: string;
  readonly minHash: MinHash | null;
  readonly rows: readonly NumberRow[];
  readonly images: readonly { readonly page: number; readonly hash: string }[];
  readonly stamps: readonly { readonly page: number; readonly hash: string }[];
  readonly facts: DocumentFacts | null;
  readonly photo: PhotoFacts | null;
  readonly author: string | null;
}

/** Why a person should look at two files of different applicants, or at one that cannot be. */
export interface Reason {
  readonly kind: ReasonKind;
  readonly strength: Strength;
  /** What stands on either side, with its page. The second side is empty for a reason within one file. */
  readonly sides: readonly { readonly page: number | null; readonly quote: string }[];
  /** A measure in words: 5 行相同, 相似 93%. */
  readonly measure: string;
}

/** How often something was seen at other applicants: what everybody has (forms, limits) is nobody's copy. */
export interface Common {
  isCommon(kind: 'row' | 'text' | 'image' | 'stamp' | 'file', value: string): boolean;
}

const ROWS_NEEDED = 3;
const STRONG_TEXT = 0.9;
const ALIKE_TEXT = 0.8;
const IMAGE_BITS = 3;
const SHOWN = 5;

/** Reasons between two files of different applicants. Pure. */
export function reasonsBetween(one: Print, other: Print, common: Common): Reason[] {
  if (one.hash === other.hash) return common.isCommon('file', one.hash) ? [] : [{ kind: 'same-file', strength: 'strong', sides: [{ page: null, quote: '' }, { page: null, quote: '' }], measure: '逐字节相同' }];
  return [sameReport(one, other), sameTable(one, other, common), sameText(one, other, common), sameImage(one, other, common), sameStamp(one, other, common), sameAuthor(one, other)].flatMap(reason => (reason ? [reason] : []));
}

/** One laboratory gives a report number once. */
function sameReport({ facts: a }: Print, { facts: b }: Print): Reason | null {
  if (!a || !b) return null;
  const number = a.reportNumbers.find(each => each.value.length >= 6 && b.reportNumbers.some(twin => twin.value === each.value));
  const twin = number && b.reportNumbers.find(each => each.value === number.value);
  if (!number || !twin || a.cma[0]?.value !== b.cma[0]?.value) return null;
  return { kind: 'same-report', strength: 'strong', sides: [number, twin], measure: `报告编号 ${number.value}` };
}

function sameTable(one: Print, other: Print, common: Common): Reason | null {
  const there = new Map(other.rows.map(row => [row.key, row]));
  const same = one.rows.filter(row => there.has(row.key) && !common.isCommon('row', row.key));
  if (same.length < ROWS_NEEDED) return null;
  const share = same.length / Math.min(one.rows.length, other.rows.length);
  const sides = [same, same.flatMap(row => there.get(row.key) ?? [])].map(rows => ({ page: rows[0]?.page ?? null, quote: rows.slice(0, SHOWN).map(row => row.quote).join('\n') }));
  return { kind: 'same-table', strength: share >= 0.5 ? 'strong' : 'medium', sides, measure: `${same.length} 行监测数值相同` };
}

function sameText(one: Print, other: Print, common: Common): Reason | null {
  if (!one.minHash || !other.minHash || common.isCommon('text', one.minHash.join())) return null;
  const share = similarity(one.minHash, other.minHash);
  if (share < ALIKE_TEXT) return null;
  return { kind: 'same-text', strength: share >= STRONG_TEXT ? 'medium' : 'weak', sides: [{ page: null, quote: '' }, { page: null, quote: '' }], measure: `文字约 ${Math.round(share * 100)}% 相同` };
}

function sameImage(one: Print, other: Print, common: Common): Reason | null {
  for (const image of one.images)
    for (const twin of other.images) {
      const bits = distance(image.hash, twin.hash);
      if (bits > IMAGE_BITS || common.isCommon('image', image.hash)) continue;
      return { kind: 'same-image', strength: bits <= 1 ? 'strong' : 'medium', sides: [{ page: image.page, quote: '' }, { page: twin.page, quote: '' }], measure: bits === 0 ? '图像相同' : `图像几乎相同（64 位中 ${bits} 位不同）` };
    }
  return null;
}

/** One laboratory stamps many reports; the very same outline says only that it may be a pasted picture. */
function sameStamp(one: Print, other: Print, common: Common): Reason | null {
  for (const stamp of one.stamps)
    for (const twin of other.stamps)
      if (distance(stamp.hash, twin.hash) === 0 && !common.isCommon('stamp', stamp.hash) && one.facts?.cma[0]?.value !== other.facts?.cma[0]?.value)
        return { kind: 'same-stamp', strength: 'medium', sides: [{ page: stamp.page, quote: '' }, { page: twin.page, quote: '' }], measure: '印章图形相同，出具机构不同' };
  return null;
}

function sameAuthor({ author: a }: Print, { author: b }: Print): Reason | null {
  return a !== null && a === b && !isNobody(a) ? { kind: 'same-author', strength: 'weak', sides: [{ page: null, quote: a }, { page: null, quote: a }], measure: `文件作者同为“${a}”` } : null;
}

export interface Circumstances {
  /** Civil date of the upload. */
  readonly uploadedOn: string;
  /** Where the form puts the site; null where it does not say. */
  readonly site: { readonly longitude: number; readonly latitude: number } | null;
}

const FAR_METRES = 3000;

/** What cannot be within one file: days out of order, a photo of tomorrow or of elsewhere. */
export function impossibilities({ facts, photo }: Print, { uploadedOn, site }: Circumstances): Reason[] {
  const reasons: Reason[] = [];
  const [sampled, reported] = [facts?.sampleDates.at(-1), facts?.reportDates[0]];
  if (sampled && reported && reported.value < sampled.value) reasons.push({ kind: 'impossible-time', strength: 'strong', sides: [sampled, reported], measure: `报告 ${reported.value} 早于采样 ${sampled.value}` });
  for (const found of facts?.sampleDates ?? []) if (found.value > uploadedOn) reasons.push({ kind: 'impossible-time', strength: 'strong', sides: [found], measure: `采样 ${found.value} 晚于上传 ${uploadedOn}` });
  if (photo?.takenAt && photo.takenAt.slice(0, 10) > uploadedOn) reasons.push({ kind: 'impossible-time', strength: 'medium', sides: [{ page: null, quote: photo.takenAt.replace('T', ' ') }], measure: `照片时间 ${photo.takenAt.slice(0, 10)} 晚于上传 ${uploadedOn}` });
  if (photo?.longitude != null && photo.latitude !== null && site) {
    const metres = metresBetween({ longitude: photo.longitude, latitude: photo.latitude }, site);
    if (metres > FAR_METRES) reasons.push({ kind: 'impossible-place', strength: metres > 10 * FAR_METRES ? 'medium' : 'weak', sides: [{ page: null, quote: `${photo.longitude}, ${photo.latitude}` }], measure: `拍摄地点距厂区约 ${(metres / 1000).toFixed(1)} 公里` });
  }
  return reasons;
}

const EARTH_METRES = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance. */
export function metresBetween(a: { longitude: number; latitude: number }, b: { longitude: number; latitude: number }): number {
  const [dLat, dLon] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(h));
}
