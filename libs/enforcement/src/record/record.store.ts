import { Injectable } from '@nestjs/common';
import type { SectionData } from '@huanbao/permits';
import { Directory } from '@huanbao/identity';
import { Db, FieldCipher, notFound } from '@huanbao/platform';
import type { Inspection } from '../enforcement.entity';
import type { RecordContent } from './content';
import { modeOf, pagesOf, type RecordForm, type RecordPage, type RecordSection, type StoredPage } from './form';
import { InspectionReference } from './inspection.reference';
import type { Library } from './law';
import { InspectionSave, InspectionSection } from './record.entity';

const CONTEXT = 'inspection_section.data';
const CONTENT = 'inspection.content';

/** Pages of a record as they are kept: encrypted, each with its versions. */
@Injectable()
export class RecordStore {
  constructor(
    private readonly db: Db,
    private readonly cipher: FieldCipher,
    private readonly directory: Directory,
    private readonly reference: InspectionReference,
  ) {}

  encrypt = (data: object): string => this.cipher.encrypt(JSON.stringify(data), CONTEXT);
  decrypt = (stored: string): SectionData => JSON.parse(this.cipher.decrypt(stored, CONTEXT)) as SectionData;
  encryptContent = (text: string): string => this.cipher.encrypt(text, CONTENT);
  hide = (text: string): string => this.cipher.encrypt(text, 'inspection.person');
  reveal = (stored: string): string => this.cipher.decrypt(stored, 'inspection.person');

  /** What is signed, letter by letter; null before the record was closed for signing. */
  async contentText(id: string): Promise<string | null> {
    const [row] = await this.db.query<{ cipher: string | null }>('SELECT content_cipher AS cipher FROM inspection WHERE id = $1', [id]);
    return row?.cipher ? this.cipher.decrypt(row.cipher, CONTENT) : null;
  }

  async contentOf(id: string): Promise<RecordContent> {
    const text = await this.contentText(id);
    if (text === null) throw notFound();
    return JSON.parse(text) as RecordContent;
  }

  library(): Promise<Library> {
    return this.reference.library();
  }

  async pages(inspection: Inspection, library: Library): Promise<StoredPage[]> {
    const rows = new Map((await this.db.repo(InspectionSection).findBy({ inspectionId: inspection.id })).map(one => [one.section, one]));
    const known = await this.known(inspection);
    return pagesOf(modeOf(inspection.kind), library).map(page => {
      const row = rows.get(page.key);
      return row
        ? { page, data: this.decrypt(row.dataCipher), version: row.version, changedByName: row.changedByName, changedAt: row.changedAt }
        : { page, data: of(page, known[page.key] ?? {}), version: 0, changedByName: null, changedAt: null };
    });
  }

  /** A page as it was at a version; null where there was none. */
  async versionOf(inspection: Inspection, section: RecordSection, version: number): Promise<SectionData | null> {
    if (version === 0) {
      const page = pagesOf(modeOf(inspection.kind), await this.library()).find(one => one.key === section);
      return page ? of(page, (await this.known(inspection))[section] ?? {}) : null;
    }
    const [save] = await this.db.repo(InspectionSave).createQueryBuilder('s').where(`s.inspectionId = :id AND s.section = :section AND s.version = :version AND s.outcome <> 'clashed'`, { id: inspection.id, section, version }).getMany();
    return save ? this.decrypt(save.dataCipher) : null;
  }

  /** What the platform knows before anybody is there. */
  private async known(inspection: Inspection): Promise<RecordForm> {
    const enterprise = await this.directory.organisation(inspection.enterpriseId);
    const clean = (data: Record<string, string | null | undefined>): SectionData => Object.fromEntries(Object.entries(data).filter(([, value]) => value)) as SectionData;
    return {
      visit: clean({ place: enterprise?.address, purpose: inspection.reason ?? (inspection.drawNumber ? `双随机抽查（${inspection.drawNumber}）` : null) }),
      unit: clean({ unitName: inspection.enterpriseName, uscc: inspection.uscc, address: enterprise?.address, legal: enterprise?.legalRepresentative }),
    };
  }
}

/** Of what is known, what the page asks for: from afar it asks for less. */
const of = ({ fields }: RecordPage, data: SectionData): SectionData => Object.fromEntries(Object.entries(data).filter(([name]) => fields.some(one => one.name === name)));
