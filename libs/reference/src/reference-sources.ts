import { Injectable } from '@nestjs/common';
import type { Actor } from '@huanbao/platform';

/** A row of reference data as the work list shows it, wherever it is stored. */
export interface ReferenceItem {
  /** Names the row within its kind. */
  readonly key: string;
  readonly title: string;
  readonly value: string;
  readonly unit: string;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly legalBasis: string;
  readonly verified: boolean;
  /** Where the value was taken from, while nobody has compared it. */
  readonly origin: string | null;
  readonly note: string | null;
}

/** One kind of reference data, told by the room that owns it. */
export interface ReferenceSource {
  readonly kind: string;
  readonly title: { readonly zh: string; readonly en: string };
  list(): Promise<readonly ReferenceItem[]>;
  /** Writes the flag within the running transaction, row locked. @returns the row as it is, or null when there is none */
  mark(key: string, verified: boolean, actor: Actor): Promise<ReferenceItem | null>;
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
