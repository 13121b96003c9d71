import { Injectable } from '@nestjs/common';
import { type CaseRecord, machineOf } from '@huanbao/casework';
import { Notifier } from '@huanbao/notifications';
import type { CreditAppeal, CreditRepair } from './credit-repair.entity';
import { MATTER } from './credit-repair.policy';

interface Words {
  readonly zh: string;
  readonly en: string;
}

interface Message {
  readonly key: string;
  readonly title: Words;
  readonly body: Words;
}

/** Who is told of a step: the post that is next, or the subject and who acts for it. */
@Injectable()
export class RepairMessages {
  constructor(private readonly notifier: Notifier) {}

  toPost(role: string, c: CaseRecord, { key, ...words }: Message): Promise<void> {
    return this.notifier.notify({ ...words, to: { role, regionCode: c.regionCode }, topic: 'case', subject: { type: c.kind, id: c.id }, link: `/b/:orgId/${pageOf(c)}/${c.id}`, key: `${c.kind}:${c.id}:${key}` });
  }

  toSubject(c: CaseRecord, { subjectId, subjectKind }: Pick<CreditRepair | CreditAppeal, 'subjectId' | 'subjectKind'>, { key, ...words }: Message): Promise<void> {
    return this.notifier.notify({ ...words, to: { orgId: subjectId, matter: MATTER }, topic: 'case', subject: { type: c.kind, id: c.id }, link: `/${subjectKind === 'firm' ? 'f' : 'e'}/${subjectId}/${pageOf(c)}/${c.id}`, key: `${c.kind}:${c.id}:${key}` });
  }
}

const pageOf = (c: CaseRecord): string => machineOf(c.kind).page ?? 'cases';
