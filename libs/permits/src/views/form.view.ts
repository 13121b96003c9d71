import { TextView } from '@huanbao/casework';
import type { CodeKind, FieldType, SectionKey } from '../form/field';

export class OptionView {
  value!: string;
  zh!: string;
  en!: string;
}

/** Holds when the field of the same row, else of the section, has one of the values. */
export class ConditionView {
  field!: string;
  in!: (string | boolean)[];
}

export class UnitByView {
  field!: string;
  units!: Record<string, string>;
}

/** One field of the form, as the page draws it. */
export class FieldView {
  name!: string;
  label!: TextView;
  type!: FieldType;
  unit?: string;
  /** Of a column: rows whose other column has one of these values are in that unit. */
  unitBy?: UnitByView;
  help?: TextView;
  example?: string;
  /** always, never, or by `requiredWhen`. */
  required!: 'always' | 'when' | 'never';
  requiredWhen?: ConditionView;
  visibleWhen?: ConditionView;
  min?: number;
  max?: number;
  decimals?: number;
  pattern?: string;
  code?: CodeKind;
  options?: OptionView[];
  /** "/" may be entered where a limit does not apply. */
  allowNone?: boolean;
  /** Columns of a table. */
  columns?: FieldView[];
  /** Business types that ask for it; left out: all of them. */
  askedFor?: string[];
  sealedFrom!: 'draft' | 'submitted';
  personal?: boolean;
}

export class SectionDefinitionView {
  key!: SectionKey;
  title!: TextView;
  intro!: TextView;
  nationalPage!: string;
  fields!: FieldView[];
}

export class PermitFormView {
  formVersion!: string;
  sections!: SectionDefinitionView[];
}
