/** Two steps of the same instant may come in either order: after so long an answer is reckoned again in any case. */
const FRESH_MS = 60_000;
const KEPT = 200;

interface Answer<T> {
  readonly stamp: string;
  readonly until: number;
  readonly value: Promise<T>;
}

/** Answers that cost much, each kept while what it was reckoned from has the same stamp. Who asks meanwhile waits for the same one. */
export class Reckoned<T> {
  private readonly answers = new Map<string, Answer<T>>();

  /** @param stamp changes with whatever the answer follows from */
  get(key: string, stamp: string, reckon: () => Promise<T>): Promise<T> {
    const known = this.answers.get(key);
    if (known && known.stamp === stamp && performance.now() < known.until) return known.value;
    const answer = { stamp, until: performance.now() + FRESH_MS, value: reckon() };
    this.answers.delete(key);
    this.answers.set(key, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > KEPT && oldest !== undefined) this.answers.delete(oldest);
    // a failure is nobody else's answer
    answer.value.catch(() => this.answers.get(key) === answer && this.answers.delete(key));
    return answer.value;
  }
}
