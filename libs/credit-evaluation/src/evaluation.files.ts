import { Injectable, OnModuleInit } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { Files, FileSubjects } from '@huanbao/documents';
import { Db } from '@huanbao/platform';
import { evaluationPolicy, MATTER } from './evaluation.policy';

/** Evidence of the enterprise while it reports, of the officer while it is checked or re-checked; what a step rests on stays. */
@Injectable()
export class EvaluationFiles implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly subjects: FileSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.register('credit-evaluation', async (actor, id, verb) => {
      const c = await this.db.repo(CaseRecord).findOneBy({ id, kind: 'credit-evaluation' });
      if (!c || !evaluationPolicy.sees(actor, c)) return false;
      if (verb === 'read') return true;
      if (c.state === 'reporting') return evaluationPolicy.may(actor, 'credit-evaluation.prepare', c);
      if (c.state === 'checking' || c.state === 'correcting') return evaluationPolicy.may(actor, 'credit-evaluation.check', c);
      if (['publicity', 'objection'].includes(c.state)) return evaluationPolicy.may(actor, 'credit-evaluation.object', c) || evaluationPolicy.may(actor, 'credit-evaluation.recheck', c);
      return false;
    }, async () => ({ matter: MATTER, site: null }));
    this.subjects.registerHold('credit-evaluation', async fileId => {
      const file = await this.files.get(fileId);
      const c = await this.db.repo(CaseRecord).findOneBy({ id: file.subjectId });
      return c !== null && file.createdAt < c.stateSince;
    });
  }
}
