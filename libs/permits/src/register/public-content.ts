import type { Form, SectionKey } from '../form/field';
import { SECTIONS } from '../form/form';
import { withoutPersonal } from '../section-store';

/** Sections that tell the same thing in other words: a secret kept in one must not be read in the other. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = { products: ['products-supplement', 'supplementary-registration'] };

/** Never public: what was handed in as files, and the procedure's own fields. */
const INTERNAL: readonly string[] = ['attachments', 'submission'];
/** Why something is a secret may tell the secret. */
const SECRET_REASON = 'tradeSecretReason';

/** The parts that were declared a trade secret in this content. */
export function secretSections(form: Form): string[] {
  const declared = form.basic?.['tradeSecretSections'];
  const keys = Array.isArray(declared) ? (declared as readonly string[]) : [];
  return keys.flatMap(key => [key, ...(TOGETHER[key] ?? [])]);
}

/**
 * What everyone may see: nothing personal, and without the parts declared a trade secret (排污许可管理条例 art. 8, 法典 art. 180).
 * Of an earlier version also those stay hidden that the newest declares: what became a secret is not told by looking back.
 */
export function publicContent(form: Form, alsoSecret: readonly string[] = []): Form {
  const hidden = new Set([...secretSections(form), ...alsoSecret, ...INTERNAL]);
  const seen = Object.entries(withoutPersonal(form)).filter(([key]) => !hidden.has(key));
  return Object.fromEntries(seen.map(([key, data]) => [key, key === 'basic' ? without(data as Record<string, unknown>, SECRET_REASON) : data])) as Form;
}

/** The titles of the withheld parts that the form has. */
export function withheldTitles(form: Form, alsoSecret: readonly string[] = []): string[] {
  const hidden = new Set([...secretSections(form), ...alsoSecret]);
  return SECTIONS.filter(section => hidden.has(section.key) && form[section.key as SectionKey] !== undefined).map(section => section.title.zh);
}

function without(data: Record<string, unknown>, name: string): Record<string, unknown> {
  const { [name]: _left, ...rest } = data;
  return rest;
}
