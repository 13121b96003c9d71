import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { ApplicationRecords, SectionStore } from '@huanbao/permits';
import { Actor, Clock, Db } from '@huanbao/platform';
import { In } from 'typeorm';
import { EvidenceFile } from './evidence.entity';
import type { DocumentsCheckView, FoundView, ReadDocumentView } from './evidence.view';
import { compared, FormSide } from './facts/compare';
import type { DocumentFacts } from './facts/facts';
import { wordOf } from './facts/words';

const SHOWN = 40;

/** Documents against the form: computed anew at each look, so that a mended field is seen at once. It stops nobody. */
@Injectable()
export class DocumentsCheck {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly records: ApplicationRecords,
    private readonly sections: SectionStore,
    private readonly clock: Clock,
  ) {}

  /** For whoever sees the application. @throws 404 otherwise */
  async of(actor: Actor, applicationId: string): Promise<DocumentsCheckView> {
    await this.records.find(actor, applicationId);
    const files = await this.files.list('permit-application', applicationId);
    const read = await this.db.repo(EvidenceFile).findBy({ fileId: In(files.map(file => file.id)) });
    const byId = new Map(read.map(each => [each.fileId, each]));
    const documents = files.map(file => documentView(file, byId.get(file.id)));
    const form = (await this.sections.form(applicationId)) as unknown as FormSide;
    const named = files.flatMap(file => {
      const facts = byId.get(file.id)?.facts;
      return facts ? [{ fileId: file.id, name: file.name, facts }] : [];
    });
    return { documents, findings: compared(named, form, this.clock.today()) };
  }
}

function documentView(file: { id: string; name: string }, evidence: EvidenceFile | undefined): ReadDocumentView {
  const { state = 'reading', progress = 0, source = null, reason = null, facts = null } = evidence ?? {};
  return { fileId: file.id, name: file.name, state, progress, source, reason, kind: facts?.kind ?? null, found: facts ? foundIn(facts).slice(0, SHOWN) : [] };
}

function foundIn(facts: DocumentFacts): FoundView[] {
  if (facts.kind === 'other') return [];
  const amounts = [...facts.totals, ...facts.concentrations].map(each => ({ ...each, value: `${'outletCode' in each && each.outletCode ? `${each.outletCode} ` : ''}${wordOf(each.pollutant)} ${each.value} ${each.unit}` }));
  const plain = facts.kind === 'approval' ? [...facts.approvalNumbers, ...facts.dates] : [...facts.reportNumbers, ...facts.cma, ...facts.sampleDates, ...facts.reportDates];
  return [...plain, ...amounts].map(({ page, quote, value }) => ({ page, quote, value }));
}
