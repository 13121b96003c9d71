import { Injectable, OnModuleInit } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { Files, FileSubjects } from '@huanbao/documents';
import { Db } from '@huanbao/platform';
import { complaintPolicy } from './complaints.policy';
import { Complaint } from './entities';

/** Photos of a report and of the visit to the place. What a reporter sent stays. */
@Injectable()
export class ComplaintFiles implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly subjects: FileSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.register('complaint', async (actor, id, verb) => {
      const complaint = await this.db.repo(Complaint).findOneBy({ id });
      if (complaint === null || !complaintPolicy.sees(actor, complaint)) return false;
      return verb === 'read' || this.db.repo(CaseRecord).existsBy(['received', 'accepted', 'handling'].map(state => ({ id, state })));
    });
    this.subjects.registerHold('complaint', async fileId => (await this.files.get(fileId)).uploadedBy === null);
  }
}
