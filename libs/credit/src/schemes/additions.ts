export interface Named {
  readonly kind: string;
  readonly code: string;
}

export const nameOf = ({ kind, code }: Named): string => `${kind}:${code}`;

/** Shipped rows that no version of a stored scheme ever had, and that the platform never offered: what somebody left out stays out. */
export function missingRows<T extends Named>(shipped: readonly T[], known: ReadonlySet<string>): T[] {
  return shipped.filter(row => !known.has(nameOf(row)));
}

/** The stored rows in their own order, each added one behind the row it follows in what ships. */
export function withAdditions<S extends Named, T extends Named>(stored: readonly S[], shipped: readonly T[], missing: readonly T[]): (S | T)[] {
  const rows: (S | T)[] = [...stored];
  for (const row of missing) {
    const before = shipped.slice(0, shipped.indexOf(row)).reverse().map(nameOf);
    const after = before.map(name => rows.findIndex(one => nameOf(one) === name)).find(place => place >= 0) ?? -1;
    rows.splice(after + 1, 0, row);
  }
  return rows;
}
