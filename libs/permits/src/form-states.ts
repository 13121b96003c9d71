import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { completeness } from './form/completeness';
import { sectionOf } from './form/form';
import type { Asked } from './form/validate';
import { FormStateRow } from './form-state.entity';
import { contentHash, formOf, SectionStore, StoredSection } from './section-store';
import type { SectionStatusView } from './views/application.view';

export interface FormState {
  /** SM3 of the whole content. */
  readonly hash: string;
  readonly sections: readonly SectionStatusView[];
}

const KEPT = 500;

/**
 * How far each section of a form is, and the hash of the whole. Both follow from the content alone, so they are reckoned once for each state
 * of the form and kept: pages ask for them at every step, and reckoning them takes a form of 300 outlets through every check.
 * For showing only: a submission reckons the hash itself, from the rows it has locked, and shelves the state for everybody who opens the application
 * afterwards.
 */
@Injectable()
export class FormStates {
  private readonly states = new Kept<FormState>();
  private readonly hashes = new Kept<string>();

  constructor(
    private readonly db: Db,
    private readonly store: SectionStore,
  ) {}

  /** @param asked what this business asks for */
  of(applicationId: string, asked: Asked): Promise<FormState> {
    return this.reckoned(this.states, { applicationId, asked: keyOf(asked) }, stored => stateOf(stored, asked), shelved => shelved);
  }

  /** Keeps the state in which a form was handed in. Inside the transaction that has the sections under lock. */
  async shelve(applicationId: string, stored: readonly StoredSection[], asked: Asked): Promise<void> {
    const { hash, sections } = stateOf(stored, asked);
    const row = { stamp: await this.store.stamp(applicationId), asked: keyOf(asked), hash, sections: sections.map(({ title: _ofTheForm, ...one }) => one) as object[] };
    await this.db.repo(FormStateRow).upsert({ applicationId, ...row }, ['applicationId']);
  }

  hash(applicationId: string): Promise<string> {
    return this.reckoned(this.hashes, { applicationId, asked: null }, stored => contentHash(formOf(stored)), shelved => shelved.hash);
  }

  private async reckoned<T>(kept: Kept<T>, of: { readonly applicationId: string; readonly asked: string | null }, reckon: (stored: readonly StoredSection[]) => T, from: (shelved: FormState) => T): Promise<T> {
    const { applicationId } = of;
    // inside a transaction a state may be seen that never comes to be
    if (this.db.inTransaction) return reckon(await this.store.all(applicationId));
    const stamp = await this.store.stamp(applicationId);
    const known = kept.get(applicationId, `${stamp} ${of.asked}`);
    if (known !== undefined) return known;
    const shelved = await this.db.repo(FormStateRow).findOneBy({ applicationId, stamp });
    if (shelved && (of.asked ?? shelved.asked) === shelved.asked) return kept.put(applicationId, `${stamp} ${of.asked}`, from(stateFrom(shelved)));
    const result = reckon(await this.store.all(applicationId));
    // written between the two looks: what was read belongs to another stamp
    if ((await this.store.stamp(applicationId)) === stamp) kept.put(applicationId, `${stamp} ${of.asked}`, result);
    return result;
  }
}

/** The newest result of each of the applications looked at last. */
class Kept<T> {
  private readonly known = new Map<string, { readonly stamp: string; readonly value: T }>();

  get(id: string, stamp: string): T | undefined {
    const found = this.known.get(id);
    return found?.stamp === stamp ? found.value : undefined;
  }

  put(id: string, stamp: string, value: T): T {
    this.known.delete(id);
    this.known.set(id, { stamp, value });
    const [oldest] = this.known.keys();
    if (this.known.size > KEPT && oldest !== undefined) this.known.delete(oldest);
    return value;
  }
}

const stateFrom = ({ hash, sections }: FormStateRow): FormState => ({ hash, sections: sections.map(one => ({ ...one, title: sectionOf(one.section).title, updatedAt: new Date(one.updatedAt) })) });

const keyOf = ({ attachments = [], businessType = '' }: Asked): string => [businessType, ...attachments].join();

function stateOf(stored: readonly StoredSection[], asked: Asked): FormState {
  const byKey = new Map(stored.map(one => [one.section, one]));
  const form = formOf(stored);
  const sections = completeness(form, new Set(stored.filter(one => one.completed).map(one => one.section)), asked).flatMap(one => {
    const at = byKey.get(one.section);
    return at ? [{ section: one.section, title: sectionOf(one.section).title, status: one.status, problems: one.problems.length, version: at.version, updatedAt: at.updatedAt }] : [];
  });
  return { hash: contentHash(form), sections };
}
