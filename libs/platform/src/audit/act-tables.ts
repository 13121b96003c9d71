/** What something is called: in Chinese, in English. */
export type Words = readonly [zh: string, en: string];

/** Acts whose codes begin alike: `credit-event.record`, `credit-event.revoked`. */
interface AreaOfActs {
  /** What they are about. Missing where another table or a machine has named it. */
  readonly name?: Words;
  /** Each act, by what stands behind the first dot. */
  readonly acts: Readonly<Record<string, Words>>;
}

/** What a room writes to the audit log and does in the background, in words. */
export interface ActTable {
  readonly acts?: Readonly<Record<string, AreaOfActs>>;
  /** Kinds of records that acts are about. */
  readonly subjects?: Readonly<Record<string, Words>>;
  /** Background jobs, recurring or queued. */
  readonly jobs?: Readonly<Record<string, Words>>;
}

type TableSource = () => readonly ActTable[];

const sources: TableSource[] = [];

/** A room names its acts, kinds of records and jobs, beside its policy: `<room>.acts.ts`, imported by its module. */
export function defineActs(table: ActTable): void {
  sources.push(() => [table]);
}

/** Names that stand elsewhere already, such as in machines: asked for when they are needed, when all have been declared. */
export function defineActsFrom(source: TableSource): void {
  sources.push(source);
}

export const allActTables = (): readonly ActTable[] => sources.flatMap(source => source());
