import { Injectable } from '@nestjs/common';
import { Actor } from '@huanbao/platform';

export type FileVerb = 'read' | 'write';
type Decision = (actor: Actor, subjectId: string, verb: FileVerb) => Promise<boolean>;

/** A file follows the record it belongs to: each room says who may read and write the files of its records. */
@Injectable()
export class FileSubjects {
  private readonly decisions = new Map<string, Decision>();

  register(subjectType: string, decision: Decision): void {
    this.decisions.set(subjectType, decision);
  }

  /** False for a subject nobody registered: default deny. */
  async may(actor: Actor, subject: { readonly type: string; readonly id: string }, verb: FileVerb): Promise<boolean> {
    return (await this.decisions.get(subject.type)?.(actor, subject.id, verb)) ?? false;
  }
}
