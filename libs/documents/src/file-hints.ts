import { Injectable } from '@nestjs/common';
import { LiveBus } from '@huanbao/platform';
import type { StoredFile } from './file.entity';
import { FileSubjects } from './file-subjects';

/** Tells open pages that a file has come further: its owner, and firms as far as their mandate reaches the file's record. */
@Injectable()
export class FileHints {
  constructor(
    private readonly live: LiveBus,
    private readonly subjects: FileSubjects,
  ) {}

  async changed({ id, subjectType, subjectId, ownerOrgId }: StoredFile): Promise<void> {
    const reach = await this.subjects.reachOf({ type: subjectType, id: subjectId });
    await this.live.publish('file', { fileId: id, subjectType, subjectId, orgs: [ownerOrgId], ...reach });
  }
}
