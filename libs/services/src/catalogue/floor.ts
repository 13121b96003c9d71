import { kindsOf, type Requirement } from '@huanbao/providers';

/** The least that all these requirements have in common: any of the kinds they name; nothing when one of them names none. */
export function floorOf(requirements: readonly Requirement[]): Requirement {
  if (requirements.length === 0 || requirements.some(one => one.length === 0)) return [];
  const kinds = [...new Set(requirements.flatMap(kindsOf))].sort();
  return [{ anyOf: kinds.map(kind => ({ kind })) }];
}
