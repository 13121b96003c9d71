import { Injectable, OnModuleInit } from '@nestjs/common';
import { FileSubjects } from '@huanbao/documents';
import { referencePolicy } from './reference.policy';

/** The promulgated texts that rows were compared with: files of the city, for everybody of the bureau to read. */
@Injectable()
export class ReferenceFiles implements OnModuleInit {
  constructor(private readonly subjects: FileSubjects) {}

  onModuleInit(): void {
    this.subjects.register('reference', async (actor, _id, verb) => referencePolicy.opens(actor, verb === 'read' ? 'reference.read' : 'reference.verify'));
  }
}
