import { Input } from 'antd';
import { useControl, type ControlProps } from './control';
import { isNumeric, type FieldType } from './field';
import { UsccControl } from './UsccControl';

const MANY_CHARACTERS = 2_000;

const HTML_TYPE: Partial<Record<FieldType, string>> = { date: 'date', email: 'email', phone: 'tel' };

/** Inputs one types into. Keeps what was typed, letter for letter. Light: public pages need no other. */
export function TextControl(props: ControlProps) {
  return props.spec.type === 'uscc' ? <UsccControl {...props} /> : <PlainControl {...props} />;
}

function PlainControl(props: ControlProps) {
  const { spec, onBlur } = props;
  const { value, set, common } = useControl(props);
  const text = typeof value === 'string' ? value : '';
  const autoComplete = spec.autoComplete ?? 'off';
  if (spec.type === 'textarea')
    return (
      <div className={spec.max !== undefined ? 'hb-counted' : undefined}>
        <Input.TextArea
        {...common}
        value={text}
        autoSize={{ minRows: 3, maxRows: 14 }}
        count={{ show: spec.max !== undefined, max: spec.max ?? MANY_CHARACTERS }}
        onChange={event => set(event.target.value)}
        onBlur={onBlur}
        />
      </div>
    );
  if (spec.type === 'password')
    return <Input.Password {...common} value={text} autoComplete={autoComplete} onChange={event => set(event.target.value)} onBlur={onBlur} />;
  const numeric = isNumeric(spec.type);
  const upper = spec.type === 'code';
  return (
    <Input
      {...common}
      value={text}
      type={HTML_TYPE[spec.type] ?? 'text'}
      className={numeric || upper ? 'hb-num' : undefined}
      inputMode={numeric ? 'decimal' : undefined}
      autoComplete={autoComplete}
      spellCheck={upper ? false : undefined}
      onChange={event => set(upper ? event.target.value.toUpperCase() : event.target.value)}
      onBlur={onBlur}
    />
  );
}
