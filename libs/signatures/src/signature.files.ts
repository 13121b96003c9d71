import { Injectable, OnModuleInit } from '@nestjs/common';
import { FileSubjects } from '@huanbao/documents';
import { SignatureQueries } from './signature.queries';

/** The paper of a record follows its readers; nobody writes it. */
@Injectable()
export class SignatureFiles implements OnModuleInit {
  constructor(
    private readonly subjects: FileSubjects,
    private readonly queries: SignatureQueries,
  ) {}

  onModuleInit(): void {
    this.subjects.register('signature', async (actor, id, verb) => verb === 'read' && (await this.queries.sees(actor, id)));
  }
}
