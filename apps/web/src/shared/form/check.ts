import { isEmpty, pointerTo, type FieldSpec, type Row, type Values } from './field';
import type { FormStore } from './form-store';
import { problemOf } from './validate';

/** The object a field stands in: the section itself (`base` empty) or a row of a table. */
export const rowAt = (store: FormStore, base: string): Values => (base === '' ? store.values : ((store.get(base) as Row | undefined) ?? {}));

/** Leaving a field that holds something says at once what is wrong with it; an empty one is asked for at the end. */
export function checkOnLeaving(store: FormStore, spec: FieldSpec, base: string): void {
  const pointer = pointerTo(base, spec.name);
  const value = store.get(pointer);
  if (isEmpty(value)) return;
  store.setError(pointer, problemOf(spec, value, { row: rowAt(store, base), section: store.values }));
}
