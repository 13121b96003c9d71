import { Injectable, OnModuleInit } from '@nestjs/common';
import { OrganisationChanges } from '@huanbao/identity';
import { Db } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { FileSubjects } from './file-subjects';
import { StoredFile } from './file.entity';

const SUBJECT = 'organisation-change';

/** What proves a change of an organisation's facts. The room of organisations stands below this one and knows no files. */
@Injectable()
export class ChangeEvidence implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly subjects: FileSubjects,
    private readonly changes: OrganisationChanges,
  ) {}

  onModuleInit(): void {
    this.subjects.register(SUBJECT, (actor, changeId, verb) => this.changes.mayFiles(actor, changeId, verb));
    this.changes.registerEvidence(changeId => this.db.repo(StoredFile).countBy({ subjectType: SUBJECT, subjectId: changeId, removedAt: IsNull() }));
  }
}
