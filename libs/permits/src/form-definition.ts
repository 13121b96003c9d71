import type { Condition, Field } from './form/field';
import { FORM_VERSION, SECTIONS } from './form/form';
import type { ConditionView, FieldView, PermitFormView } from './views/form.view';

/** The field tables as they go over the wire. */
export function currentForm(): PermitFormView {
  return {
    formVersion: FORM_VERSION,
    sections: SECTIONS.map(({ key, title, intro, nationalPage, fields }) => ({ key, title, intro, nationalPage, fields: fields.map(fieldView) })),
  };
}

/** A field as it goes over the wire. */
export function fieldView(field: Field): FieldView {
  const { required, visibleWhen, options, columns, askedFor, unitBy, ...rest } = field;
  return {
    ...rest,
    required: required === undefined ? 'never' : required === 'always' ? 'always' : 'when',
    ...(required !== undefined && required !== 'always' ? { requiredWhen: conditionView(required) } : {}),
    ...(visibleWhen ? { visibleWhen: conditionView(visibleWhen) } : {}),
    ...(options ? { options: options.map(({ value, zh, en }) => ({ value, zh, en })) } : {}),
    ...(unitBy ? { unitBy: { field: unitBy.field, units: { ...unitBy.units } } } : {}),
    ...(askedFor ? { askedFor: [...askedFor] } : {}),
    ...(columns ? { columns: columns.map(fieldView) } : {}),
  };
}

const conditionView = (condition: Condition): ConditionView => ({ field: condition.field, in: [...condition.in] });
