import { Injectable } from '@nestjs/common';
import type { Actor } from '@huanbao/platform';
import type { ReferenceItem } from './reference-item';
import type { Editing, Successor } from './succession';

/** One kind of reference data, told by the room that owns it. */
export interface ReferenceSource {
  readonly kind: string;
  readonly title: { readonly zh: string; readonly en: string };
  list(): Promise<readonly ReferenceItem[]>;
  /** Writes the flag within the running transaction, row locked. @returns the row as it is, or null when there is none */
  mark(key: string, verified: boolean, actor: Actor): Promise<ReferenceItem | null>;
  /** How its rows are given new values here; left out where the room has an editor of its own. */
  readonly editing?: Editing;
  /** The row as it is, locked within the running transaction; null when there is none. */
  locked?(key: string): Promise<ReferenceItem | null>;
  /** Ends the row the day before and adds the one that follows, unverified, in the running transaction. @returns the key of the new row */
  succeed?(key: string, next: Successor, origin: string): Promise<string>;
}

/** Who keeps reference data. Each room registers its tables, so that one page shows all that nobody has compared. */
@Injectable()
export class ReferenceSources {
  private readonly sources = new Map<string, ReferenceSource>();

  register(source: ReferenceSource): void {
    this.sources.set(source.kind, source);
  }

  all(): readonly ReferenceSource[] {
    return [...this.sources.values()];
  }

  of(kind: string): ReferenceSource | undefined {
    return this.sources.get(kind);
  }
}
