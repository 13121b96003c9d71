const RANK: Readonly<Record<string, number>> = { list: 1, strict: 2, stop: 3 };

interface Rule {
  readonly value: string;
}

/** Of what a grade and a list say about the same measure the stricter holds; of two numbers the higher. Pure. */
export function stricter<T extends Rule>(one: T | undefined, other: T): T {
  if (!one) return other;
  const [a, b] = [one, other].map(({ value }) => RANK[value] ?? Number(value)) as [number, number];
  return b > a ? other : one;
}
