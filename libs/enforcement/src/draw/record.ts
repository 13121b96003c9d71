import { canonicalJson, sm3 } from '@huanbao/platform';
import type { DrawCandidate, FrozenOfficer, InspectionDraw, TargetClass } from '../enforcement.entity';
import { CREW } from './pool';
import { crews, Ranked, ranked } from './lots';

export const CLASS_ORDER: readonly TargetClass[] = ['key', 'general', 'special'];

type Candidate = Pick<DrawCandidate, 'code' | 'targetClass' | 'weight' | 'leftOut' | 'avoided'> & Partial<Pick<DrawCandidate, 'fallen' | 'avoidedSince'>>;

/** Could be drawn when the pool was frozen, and still could at the draw. */
const isIn = ({ leftOut, fallen }: Candidate): boolean => leftOut === null && (fallen ?? null) === null;
type Wants = Pick<InspectionDraw, 'wantKey' | 'wantGeneral' | 'wantSpecial'>;

/** A decimal as the database writes it back, e.g. `2` for `2.0`. */
const plain = (weight: string): string => (weight.includes('.') ? weight.replace(/\.?0+$/, '') : weight);

/** The frozen pool in its one byte form: what the published digest is of. */
export const poolText = (candidates: readonly Candidate[], officers: readonly FrozenOfficer[]): string =>
  canonicalJson({
    candidates: [...candidates].sort((a, b) => (a.code < b.code ? -1 : 1)).map(({ code, targetClass, weight, leftOut, avoided }) => ({ code, class: targetClass, weight: plain(weight), leftOut, avoided: [...avoided].sort() })),
    officers: officers.map(one => one.certificateNo).sort(),
  });

export const poolHashOf = (candidates: readonly Candidate[], officers: readonly FrozenOfficer[]): string => sm3(poolText(candidates, officers));

/** The digest that is published before the draw. @param seed 64 hex digits */
export const commitmentOf = (seed: string): string => sm3(seed);

export const wantOf = ({ wantKey, wantGeneral, wantSpecial }: Wants, of: TargetClass): number => ({ key: wantKey, general: wantGeneral, special: wantSpecial })[of];

export interface Outcome {
  /** Everybody who could be drawn, by code, with place in the class. */
  readonly order: ReadonlyMap<string, Ranked & { readonly place: number; readonly drawn: boolean }>;
  /** Who was drawn, class by class in their order, with certificate numbers of the crew. */
  readonly visits: readonly { readonly code: string; readonly officers: readonly string[] }[];
}

/** What a seed makes of a frozen pool, without those who fell out since: the record names them. Pure: anybody who has the record comes to the same. */
export function outcomeOf(seed: string, candidates: readonly Candidate[], officers: readonly FrozenOfficer[], wants: Wants): Outcome {
  const order = new Map<string, Ranked & { place: number; drawn: boolean }>();
  const drawn: string[] = [];
  for (const of of CLASS_ORDER) {
    const within = ranked(seed, candidates.filter(one => one.targetClass === of && isIn(one)));
    within.forEach((one, nth) => order.set(one.code, { ...one, place: nth + 1, drawn: nth < wantOf(wants, of) }));
    drawn.push(...within.slice(0, wantOf(wants, of)).map(one => one.code));
  }
  const avoided = new Map(candidates.map(one => [one.code, new Set([...one.avoided, ...(one.avoidedSince ?? [])])]));
  const may = (visit: string, officer: string): boolean => !avoided.get(visit)?.has(officer);
  const visits = crews(seed, drawn, { officers: officers.map(one => one.certificateNo).sort(), may, size: CREW }).map(({ visit, officers: crew }) => ({ code: visit, officers: crew }));
  return { order, visits };
}
