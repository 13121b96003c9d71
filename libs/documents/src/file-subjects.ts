import { Injectable } from '@nestjs/common';
import { Actor } from '@huanbao/platform';

export type FileVerb = 'read' | 'write';

/** Under what a mandate reaches a record: its matter and, where the record has one, its site. */
export interface Reach {
  readonly matter: string;
  readonly site: string | null;
}

type ReachOf = (subjectId: string) => Promise<Reach | null>;
type Holding = (fileId: string) => Promise<boolean>;
type Decision = (actor: Actor, subjectId: string, verb: FileVerb) => Promise<boolean>;

/** A file follows the record it belongs to: each room says who may read and write the files of its records. */
@Injectable()
export class FileSubjects {
  private readonly decisions = new Map<string, Decision>();
  private readonly reaches = new Map<string, ReachOf>();
  private readonly holdings = new Map<string, Holding>();

  /** Without `reachOf`, firms under a mandate hear nothing of the files' progress; what they may read is `decision`'s. */
  register(subjectType: string, decision: Decision, reachOf?: ReachOf): void {
    this.decisions.set(subjectType, decision);
    if (reachOf) this.reaches.set(subjectType, reachOf);
  }

  /** Files that something rests on, e.g. the voucher of a payment: nobody takes them away any more, whoever may write. */
  registerHold(subjectType: string, holds: Holding): void {
    this.holdings.set(subjectType, holds);
  }

  async isHeld(subjectType: string, fileId: string): Promise<boolean> {
    return (await this.holdings.get(subjectType)?.(fileId)) ?? false;
  }

  async reachOf(subject: { readonly type: string; readonly id: string }): Promise<Reach | null> {
    return (await this.reaches.get(subject.type)?.(subject.id)) ?? null;
  }

  /** False for a subject nobody registered: default deny. */
  async may(actor: Actor, subject: { readonly type: string; readonly id: string }, verb: FileVerb): Promise<boolean> {
    return (await this.decisions.get(subject.type)?.(actor, subject.id, verb)) ?? false;
  }
}
