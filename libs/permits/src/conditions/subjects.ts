import type { Form, Row, SectionData } from '../form/field';

const OUTLET = /^(?:D[AW]|YS)\d{3}$/;
const FACILITY = /^(?:MF\d{4}|T[AWNS]\d{3})$/;

export interface Subjects {
  readonly outlets: readonly string[];
  readonly facilities: readonly string[];
}

/** Codes of outlets and facilities that a form names, each once and in order. */
export function subjectsOf(form: Form): Subjects {
  const rows = (Object.values(form) as (SectionData | undefined)[]).flatMap(section => Object.values(section ?? {})).flatMap(value => (Array.isArray(value) ? (value as readonly (Row | string)[]) : []));
  const cells = rows.flatMap(row => (typeof row === 'object' ? Object.values(row) : []));
  const codes = new Set(cells.filter((cell): cell is string => typeof cell === 'string'));
  const sorted = [...codes].sort();
  return { outlets: sorted.filter(code => OUTLET.test(code)), facilities: sorted.filter(code => FACILITY.test(code)) };
}
