import { asProblem, ProblemError } from '@/api/problem';

/** Names the server knows under one word and the form by medium. */
const BY_MEDIUM = new Set(['source', 'pollutant', 'unit']);

/** The same problem with its pointers at the fields of the form: `/items/0/row/value` → `/value`. */
export function placedAt(thrown: unknown, medium: string): unknown {
  const { status, code, text, errors, extra, requestId } = asProblem(thrown);
  if (errors.length === 0) return thrown;
  const placed = errors.map(one => {
    const name = one.pointer.split('/').at(-1) ?? '';
    return { ...one, pointer: `/${BY_MEDIUM.has(name) ? `${name}_${medium}` : name}` };
  });
  return new ProblemError(status, code, text, { errors: placed, extra, requestId });
}
