import type { Draw, PublicDraw } from './model';

/** What the seed of a draw rests on, as lines of a list; none for draws whose seed somebody kept. */
export function originFacts({ origin, publicValue, secret }: Pick<Draw | PublicDraw, 'origin' | 'publicValue' | 'secret'>, t: (key: string, values?: Record<string, unknown>) => string): readonly (readonly [string, string | null])[] {
  if (!origin) return [];
  return [
    [t('proof.announcedAt'), origin.announcedAt], [t('proof.auditHead', { seq: origin.auditSeq }), origin.auditHead], [t('proof.secretDigest'), origin.secretDigest],
    [t('proof.publicValue', { source: origin.publicSource, day: origin.publicOn }), publicValue], [t('proof.secret'), secret],
  ];
}
