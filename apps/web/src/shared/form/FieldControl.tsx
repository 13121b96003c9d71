import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { groupName, useControl, type ControlProps } from './control';
import type { Coordinates, FieldSpec } from './field';
import { FileField } from './FileField';
import { LookupControl } from './LookupControl';
import { searchIn } from './searchable';
import { TextControl } from './TextControl';
import { YesNo } from './YesNo';

const BOXES_UP_TO = 6;

/** The input for one field. It keeps what was typed, letter for letter. */
export function FieldControl(props: ControlProps) {
  switch (props.spec.type) {
    case 'select':
      return <Choice {...props} />;
    case 'lookup':
      return <LookupControl {...props} />;
    case 'multiselect':
      return <Choices {...props} />;
    case 'boolean':
      return <YesNo {...props} />;
    case 'coordinates':
      return <Point {...props} />;
    case 'file':
      return <FileField {...props} />;
    default:
      return <TextControl {...props} />;
  }
}

const optionsOf = (spec: FieldSpec) => (spec.options ?? []).map(option => ({ value: option.value, label: textOf(option.label) }));

function Choice(props: ControlProps) {
  const { spec } = props;
  const { value, set, common } = useControl(props);
  const options = optionsOf(spec);
  return (
    <Select
      {...common}
      className="hb-field__select"
      allowClear
      value={typeof value === 'string' && value !== '' ? value : undefined}
      options={options}
      showSearch={searchIn(options.length)}
      popupMatchSelectWidth={false}
      onChange={(next?: string) => set(next ?? '')}
    />
  );
}

function Choices(props: ControlProps) {
  const { spec } = props;
  const { value, set, common } = useControl(props);
  const options = optionsOf(spec);
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  if (options.length <= BOXES_UP_TO && !props.ariaLabel)
    return (
      <div id={common.id} role="group" aria-labelledby={`${common.id}-label`} aria-describedby={props.describedBy} tabIndex={-1}>
        <Checkbox.Group disabled={props.disabled} options={options} value={[...chosen]} onChange={next => set(next)} />
      </div>
    );
  return (
    <Select
      {...common}
      className="hb-field__select"
      mode="multiple"
      // the frame writes no <label for> for this type: few choices are boxes in a group
      aria-labelledby={props.ariaLabel ? undefined : `${common.id}-label`}
      value={[...chosen]}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(next: string[]) => set(next)}
    />
  );
}

function Point(props: ControlProps) {
  const { t } = useTranslation();
  const { value, set, common } = useControl(props);
  const point = (value ?? { longitude: '', latitude: '' }) as Coordinates;
  const part = (name: keyof Coordinates) => (
    <Input
      {...common}
      id={name === 'longitude' ? common.id : `${common.id}-latitude`}
      className="hb-num"
      inputMode="decimal"
      prefix={<span className="hb-muted">{t(`form.${name}`)}</span>}
      aria-label={t(`form.${name}`)}
      value={point[name]}
      onChange={event => set({ ...point, [name]: event.target.value })}
      onBlur={props.onBlur}
    />
  );
  return (
    <div className="hb-field__point" role="group" {...groupName(props, common.id)}>
      {part('longitude')}
      {part('latitude')}
    </div>
  );
}
