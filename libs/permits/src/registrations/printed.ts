import type { Row, SectionData } from '../form/field';
import { isVisible } from '../form/form';
import { wordsOf } from '../form/words';
import { REGISTRATION_FIELDS } from './form';
import type { PrintedRegistrationView } from './registration.view';

/** The registration as it is read, in words. */
export function printedContent(content: SectionData, { withoutPersons = false } = {}): PrintedRegistrationView {
  const shown = REGISTRATION_FIELDS.filter(field => isVisible(field, content, content) && !(withoutPersons && field.personal));
  return {
    facts: shown.filter(field => field.type !== 'table').map(field => ({ label: field.label, value: wordsOf(field, content[field.name]) })),
    tables: shown.filter(field => field.type === 'table').map(field => ({
      caption: field.label,
      columns: (field.columns ?? []).map(column => ({ label: column.label, unit: column.unit ?? null })),
      rows: ((content[field.name] ?? []) as readonly Row[]).map(row => (field.columns ?? []).map(column => wordsOf(column, row[column.name]))),
    })),
  };
}
