import { Injectable } from '@nestjs/common';
import { Corrections } from '@huanbao/casework';
import { Directory } from '@huanbao/identity';
import { Actor, AppError, Audit, Db, invalidFields, notFound, stale } from '@huanbao/platform';
import { PermitApplication } from '../application.entity';
import { ApplicationRecords } from '../application.records';
import { FROM_RECORD } from '../drafts.service';
import type { Field, Form, Row, SectionData, SectionKey, Text, Value } from '../form/field';
import { rowsOf } from '../form/form';
import { fieldAt } from '../form/places';
import { upgraded } from '../form/upgrade';
import { wordsOf } from '../form/words';
import { PermitReader } from '../life/permit-reader';
import { Permit } from '../permit.entity';
import { permitPolicy } from '../permits.policy';
import { formOf, SectionStore, StoredSection } from '../section-store';
import { jsonOf, SectionResult, SectionsService } from '../sections.service';
import type { ApplyCopyDto, CopyDto, RestoredSectionDto } from './copying.dto';
import type { CopyItemView, CopyPreviewView, CopySourcesView, RestoredSectionView } from './copying.view';
import { CopyItem, fromOutlet, fromPermit, fromRecord, withItems } from './plan';

/** In 补正 each item is tried by itself; more than so many are not copied at once. */
const MOST_IN_CORRECTION = 300;

interface Copied {
  readonly sections: readonly SectionResult[];
  readonly copied: number;
  readonly undo: readonly RestoredSectionView[];
}

interface Planned {
  readonly items: readonly (CopyItem & { readonly sealed: boolean })[];
  readonly stored: ReadonlyMap<SectionKey, StoredSection>;
  readonly form: Form;
  readonly permitNumber: string | null;
}

/** Copying into the form from the record, a permit, another outlet: looked at first, taken over in one save, taken back at once. */
@Injectable()
export class Copying {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly sections: SectionsService,
    private readonly store: SectionStore,
    private readonly corrections: Corrections,
    private readonly permits: PermitReader,
    private readonly directory: Directory,
    private readonly audit: Audit,
  ) {}

  /** From where this form can be filled. */
  async sources(actor: Actor, id: string): Promise<CopySourcesView> {
    const application = await this.records.find(actor, id);
    const permits = await this.db.repo(Permit).find({ where: { enterpriseId: application.enterpriseId }, order: { id: 'DESC' }, take: 20 });
    const form = await this.store.form(id);
    return {
      permits: permits.filter(permit => permitPolicy.sees(actor, permit)).sort((a, b) => Number(b.siteId === application.siteId) - Number(a.siteId === application.siteId)).map(({ id: permitId, number, siteName, validTo }) => ({ id: permitId, number, siteName, validTo })),
      outlets: [...rowsOf(form, 'air-outlets', 'outlets'), ...rowsOf(form, 'water-outlets', 'outlets')].flatMap(row => (typeof row['code'] === 'string' ? [{ code: row['code'], name: typeof row['name'] === 'string' ? row['name'] : '' }] : [])),
    };
  }

  async preview(actor: Actor, id: string, asked: CopyDto): Promise<CopyPreviewView> {
    const application = await this.records.find(actor, id, 'permit-application.edit');
    const { items, stored, form, permitNumber } = await this.planned(actor, application, asked);
    const touched = [...new Set(items.map(one => one.section))];
    return { permitNumber, items: items.map(one => viewOf(form, one)), versions: touched.map(key => `${key}:${stored.get(key)?.version ?? 0}`).join(',') };
  }

  /**
   * Takes the wanted items over, all in one transaction. @throws 412 when one of the sections changed since the preview
   */
  apply(actor: Actor, id: string, asked: ApplyCopyDto): Promise<Copied> {
    return this.db.transaction(async () => {
      const application = await this.records.share(actor, id, 'permit-application.edit');
      const { items, stored } = await this.planned(actor, application, asked);
      const versions = new Map(asked.versions.split(',').map(pair => [pair.slice(0, pair.indexOf(':')), Number(pair.slice(pair.indexOf(':') + 1))] as const));
      const wanted = new Set(asked.items);
      const chosen = items.filter(one => wanted.has(one.id) && !one.sealed);
      if (asked.items.some(one => !items.some(item => item.id === one))) throw stale();
      const results: SectionResult[] = [];
      const undo: RestoredSectionView[] = [];
      // in the order of the form, so that two savings side by side never wait for each other
      for (const [key, section] of stored) {
        const own = chosen.filter(one => one.section === key);
        const version = versions.get(key);
        if (own.length === 0) continue;
        if (version === undefined) throw stale();
        const data = withItems(section.data, own);
        const touched = [...new Set(own.map(one => one.pointer.split('/')[1] as string))];
        const saved = await this.sections.save(actor, id, key, { input: { data: picked(data, touched) }, version, fromRecord: asked.from === 'record' });
        results.push(saved);
        undo.push({ section: key, version: saved.version, data: picked(section.data, touched) });
      }
      await this.audit.record({ actor, action: 'permit-application.copy', subject: { type: 'permit-application', id }, details: { from: asked.from, items: chosen.length, sections: results.map(one => one.section) }, onBehalfOf: actor.orgId === application.enterpriseId ? null : application.enterpriseId });
      return { sections: results, copied: chosen.length, undo };
    });
  }

  /** Puts the sections back as they were before a copy, all or none. @throws 412 when somebody has typed on */
  undo(actor: Actor, id: string, sections: readonly RestoredSectionDto[]): Promise<SectionResult[]> {
    return this.db.transaction(async () => {
      const results: SectionResult[] = [];
      const order = new Map((await this.store.all(id)).map((one, index) => [one.section, index]));
      for (const { section, version, data } of [...sections].sort((a, b) => (order.get(a.section) ?? 0) - (order.get(b.section) ?? 0))) {
        const fixed = FROM_RECORD.get(section) ?? [];
        const free = Object.fromEntries(Object.entries(data).filter(([name]) => !fixed.includes(name)));
        results.push(await this.sections.save(actor, id, section, { input: { data: free }, version }));
      }
      await this.audit.record({ actor, action: 'permit-application.copy-undo', subject: { type: 'permit-application', id }, details: { sections: results.map(one => one.section) } });
      return results;
    });
  }

  private async planned(actor: Actor, application: PermitApplication, asked: CopyDto): Promise<Planned> {
    const all = await this.store.all(application.id);
    const form = formOf(all);
    const { items, permitNumber } = await this.itemsOf(actor, { application, form }, asked);
    const sealed = application.editing === 'flagged' ? await this.sealedOf(application.id, form, items) : new Set<string>();
    return { form, permitNumber, stored: new Map(all.map(one => [one.section, one])), items: items.map(one => ({ ...one, sealed: sealed.has(one.id) })) };
  }

  private async itemsOf(actor: Actor, { application, form }: { application: PermitApplication; form: Form }, asked: CopyDto): Promise<{ items: CopyItem[]; permitNumber: string | null }> {
    if (asked.from === 'record') return { items: fromRecord(form, await this.facts(actor, application)), permitNumber: null };
    if (asked.from === 'outlet') return { items: fromOutlet(form, outletsOf(form, asked)), permitNumber: null };
    if (!asked.section && !asked.codes) throw invalidFields([{ pointer: '/section', code: 'section', zh: '请选择要复制的章节，或排放口', en: 'Choose a section, or outlets.' }]);
    const permit = await this.permitOf(actor, application, asked.permitId);
    const typed = permit.applicationId === null ? {} : await this.store.form(permit.applicationId);
    const content = upgraded({ ...(await this.permits.withForm(permit)).snapshot, ...(permit.enterpriseId === application.enterpriseId ? typed : {}) });
    return { items: fromPermit(form, content, { section: asked.section, table: asked.table, codes: asked.codes }), permitNumber: permit.number };
  }

  /** The last permit of the site, or one of the same enterprise that was named. */
  private async permitOf(actor: Actor, application: PermitApplication, permitId: string | undefined): Promise<Permit> {
    const { enterpriseId, siteId } = application;
    const where = permitId ? { id: permitId, enterpriseId } : application.permitId ? { id: application.permitId } : { enterpriseId, siteId };
    const permit = await this.db.repo(Permit).findOne({ where, order: { endedOn: { direction: 'DESC', nulls: 'FIRST' }, id: 'DESC' } });
    if (!permit || !permitPolicy.sees(actor, permit)) {
      if (permitId) throw notFound();
      throw new AppError('rule', 'permit.no-permit-to-copy', { zh: '这个场所在平台上还没有许可证，可选本单位其他场所的许可证，或从企业档案填入', en: 'This site has no permit here. Choose a permit of another site, or copy from the record.' });
    }
    return permit;
  }

  /** What the verified record says; the contact only to the enterprise's own people. */
  private async facts(actor: Actor, application: PermitApplication): Promise<Record<string, Value | undefined>> {
    const enterprise = await this.directory.organisation(application.enterpriseId);
    const site = (await this.directory.sites([application.siteId])).get(application.siteId);
    const [place] = await this.db.repo(Permit).find({ where: { enterpriseId: application.enterpriseId, siteId: application.siteId }, order: { id: 'DESC' }, take: 1 });
    const own = actor.orgId === application.enterpriseId;
    const contact = own && enterprise ? this.directory.contactOf(enterprise) : null;
    return {
      enterpriseName: enterprise?.name, uscc: enterprise?.uscc ?? undefined, siteName: site?.name, siteAddress: site?.address, legalRepresentative: enterprise?.legalRepresentative,
      location: place && (await this.permits.withForm(place)).snapshot.basic?.['location'], contactName: contact?.name, contactPhone: contact?.phone ?? undefined,
    };
  }

  /** Ids of the items the notice of 补正 does not open. */
  private async sealedOf(id: string, form: Form, items: readonly CopyItem[]): Promise<Set<string>> {
    const sealed = new Set(items.slice(MOST_IN_CORRECTION).map(one => one.id));
    for (const item of items.slice(0, MOST_IN_CORRECTION)) {
      const next = { ...form, [item.section]: withItems(form[item.section] ?? {}, [item]) };
      try {
        await this.corrections.assertOnlyFlaggedChanged(id, jsonOf(this.store.comparable(next)));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        sealed.add(item.id);
      }
    }
    return sealed;
  }
}

/** Top-level fields of a section; null for one that was empty, which empties it again. */
const picked = (data: SectionData, names: readonly string[]): Record<string, Value> => Object.fromEntries(names.map(name => [name, data[name] ?? null]));

function outletsOf(form: Form, { source, targets, parts }: CopyDto): { source: string; targets: string[]; parts: NonNullable<CopyDto['parts']> } {
  const known = new Set([...rowsOf(form, 'air-outlets', 'outlets'), ...rowsOf(form, 'water-outlets', 'outlets')].map(row => row['code']));
  const faults = [
    ...(!source || !known.has(source) ? [{ pointer: '/source', code: 'outlet', zh: '请选择从哪个排放口复制', en: 'Choose the outlet to copy from.' }] : []),
    ...(!targets?.length ? [{ pointer: '/targets', code: 'outlet', zh: '请选择复制到哪些排放口', en: 'Choose the outlets to copy to.' }] : []),
    ...(targets ?? []).flatMap((one, index) => (known.has(one) ? (source && one.slice(0, 2) !== source.slice(0, 2) ? [{ pointer: `/targets/${index}`, code: 'medium', zh: `${one} 与 ${source} 不是同一类排放口（大气、水），不能互相复制`, en: `${one} and ${source} are not of the same medium.` }] : []) : [{ pointer: `/targets/${index}`, code: 'outlet', zh: `表里没有排放口 ${one}，请刷新后重选`, en: `There is no outlet ${one}. Reload and choose again.` }])),
    ...(!parts?.length ? [{ pointer: '/parts', code: 'parts', zh: '请勾选要复制的内容', en: 'Tick what is to be copied.' }] : []),
  ];
  if (faults.length > 0) throw invalidFields(faults);
  return { source: source as string, targets: targets as string[], parts: parts as NonNullable<CopyDto['parts']> };
}

function viewOf(form: Form, { id, section, pointer, kind, field, before, after, sealed }: CopyItem & { readonly sealed: boolean }): CopyItemView {
  return { id, section, kind, sealed, place: placeOf(form, `/${section}${pointer}`), before: kind === 'add' ? '' : wordsOf(field, before), after: kind === 'add' ? rowWords(field, after as Row) : wordsOf(field, after as Value) };
}

/** A new row stands nowhere yet: its table is the place. */
const placeOf = (form: Form, pointer: string): Text => fieldAt(form, pointer.replace(/\/-$/, ''))?.label ?? { zh: pointer, en: pointer };

const rowWords = (field: Field, row: Row): string => (field.columns ?? []).flatMap(column => (row[column.name] === undefined ? [] : [wordsOf(column, row[column.name])])).filter(one => one !== '').join(' · ');
