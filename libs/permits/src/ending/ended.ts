import type { Text } from '../form/field';
import type { Permit } from '../permit.entity';
import { MEASURES } from './grounds';

const APPLIED: Text = { zh: '排污单位申请注销', en: 'The holder asked for it' };

/** How and why a permit was ended before its time, in words; all null while it was not. */
export function ended({ endedOn, endGround, endBasis }: Pick<Permit, 'endedOn' | 'endGround' | 'endBasis'>): { endedOn: string | null; endGround: Text | null; endBasis: string | null } {
  const ground = Object.values(MEASURES).flatMap(row => row.grounds).find(one => one.key === endGround);
  return { endedOn, endBasis, endGround: endGround === 'applied' ? APPLIED : (ground?.label ?? null) };
}
