import { useCallback, useSyncExternalStore } from 'react';
import { membersOf, pointerTo, type FieldValue, type Row, type Values } from './field';

type Errors = Readonly<Record<string, string>>;

/**
 * Values and messages of one section. Each input listens to its own pointer only, so a keystroke redraws one input
 * however long the section is. Changes are immutable along the path; untouched rows keep their identity.
 */
export class FormStore {
  private readonly listeners = new Set<() => void>();
  private readonly changes = new Set<(member: string) => void>();
  private errorsNow: Errors = {};
  private wrongPlaces: { readonly errors: Errors; readonly places: ReadonlySet<string> } | null = null;

  constructor(private valuesNow: Values) {}

  get values(): Values {
    return this.valuesNow;
  }
  get errors(): Errors {
    return this.errorsNow;
  }

  /** Whether something below this pointer is to be mended; asked by every row that is shown, so counted once for all of them. */
  wrongBelow(pointer: string): boolean {
    if (this.wrongPlaces?.errors !== this.errorsNow) this.wrongPlaces = { errors: this.errorsNow, places: new Set(Object.keys(this.errorsNow).flatMap(above)) };
    return this.wrongPlaces.places.has(pointer);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Told the top-level member that a person changed; not told of `replace`. */
  onChange(listener: (member: string) => void): () => void {
    this.changes.add(listener);
    return () => this.changes.delete(listener);
  }

  get(pointer: string): FieldValue | undefined {
    return membersOf(pointer).reduce<unknown>((at, member) => (at as Record<string, unknown> | undefined)?.[member], this.valuesNow) as
      | FieldValue
      | undefined;
  }

  set(pointer: string, value: FieldValue): void {
    const members = membersOf(pointer);
    this.valuesNow = setIn(this.valuesNow, members, value) as Values;
    if (pointer in this.errorsNow) this.errorsNow = without(this.errorsNow, pointer);
    this.tell();
    this.changes.forEach(listener => listener(members[0] ?? ''));
  }

  /** Takes values over from the server without counting as typing. */
  replace(values: Values): void {
    this.valuesNow = { ...this.valuesNow, ...values };
    this.tell();
  }

  setErrors(errors: Errors): void {
    this.errorsNow = errors;
    this.tell();
  }

  setError(pointer: string, message: string | null): void {
    if (message === null && !(pointer in this.errorsNow)) return;
    this.errorsNow = message === null ? without(this.errorsNow, pointer) : { ...this.errorsNow, [pointer]: message };
    this.tell();
  }

  private tell(): void {
    this.listeners.forEach(listener => listener());
  }
}

/** All pointers above one. */
const above = (pointer: string): string[] => membersOf(pointer).map((_, depth, members) => pointerTo('', ...members.slice(0, depth)));

function setIn(at: unknown, [member, ...rest]: readonly string[], value: FieldValue): unknown {
  if (member === undefined) return value;
  if (Array.isArray(at)) {
    const copy = [...(at as readonly unknown[])];
    copy[Number(member)] = setIn(copy[Number(member)], rest, value);
    return copy;
  }
  const record = (at ?? {}) as Row;
  return { ...record, [member]: setIn(record[member], rest, value) };
}

function without(errors: Errors, pointer: string): Errors {
  const { [pointer]: _gone, ...rest } = errors;
  return rest;
}

export function useFieldValue(store: FormStore, pointer: string): FieldValue | undefined {
  return useSyncExternalStore(
    store.subscribe,
    useCallback(() => store.get(pointer), [store, pointer]),
  );
}

export function useFieldError(store: FormStore, pointer: string): string | undefined {
  return useSyncExternalStore(
    store.subscribe,
    useCallback(() => store.errors[pointer], [store, pointer]),
  );
}

export function useErrors(store: FormStore): Errors {
  return useSyncExternalStore(
    store.subscribe,
    useCallback(() => store.errors, [store]),
  );
}

/** Something computed from all values; redraws only when the (primitive) result changes. */
export function useComputed<T extends string | number | boolean | undefined>(store: FormStore, compute: (values: Values) => T): T {
  return useSyncExternalStore(store.subscribe, () => compute(store.values));
}
