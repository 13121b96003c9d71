import { Injectable } from '@nestjs/common';

/** What is looked at of an act to tell whether it is still secret. */
export interface SecretCandidate {
  readonly seq: string;
  readonly at: Date;
  readonly actorOrgId: string | null;
  readonly onBehalfOf: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
}

/** A room that knows acts of which nobody may learn for now, the operator included. */
export interface AuditSecret {
  readonly subjectType: string;
  /** Places in the chain of those that are still secret. */
  hidden(entries: readonly SecretCandidate[]): Promise<readonly string[]>;
}

/** Rooms name here what the log must not tell yet. The chain itself keeps everything. */
@Injectable()
export class AuditSecrets {
  private readonly sources: AuditSecret[] = [];

  register(source: AuditSecret): void {
    this.sources.push(source);
  }

  async among(entries: readonly SecretCandidate[]): Promise<ReadonlySet<string>> {
    const hidden = new Set<string>();
    for (const source of this.sources) {
      const own = entries.filter(one => one.subjectType === source.subjectType);
      for (const seq of own.length === 0 ? [] : await source.hidden(own)) hidden.add(seq);
    }
    return hidden;
  }
}
