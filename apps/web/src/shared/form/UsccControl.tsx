import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { normaliseCode } from '@huanbao/codes';
import { Input } from 'antd';
import { useControl, type ControlProps } from './control';
import { useFieldError } from './form-store';
import { useSection } from './context';
import { usccNote } from './uscc';

/** Judges the code as it is typed, character for character, and says which one is wrong. */
export function UsccControl(props: ControlProps) {
  const { store } = useSection();
  const { value, set, common } = useControl(props);
  const error = useFieldError(store, props.pointer);
  const text = typeof value === 'string' ? value : '';
  const note = error ? null : usccNote(text);
  return (
    <>
      <Input
        {...common}
        className="hb-num"
        value={text}
        status={common.status ?? (note?.kind === 'wrong' ? 'error' : undefined)}
        autoComplete="off"
        spellCheck={false}
        onChange={event => set(normaliseCode(event.target.value))}
        onBlur={props.onBlur}
      />
      <span role="status" className={`hb-uscc hb-uscc--${note?.kind ?? 'none'}`}>
        {note && (
          <>
            {note.kind === 'ok' ? <CheckCircleFilled aria-hidden /> : <WarningFilled aria-hidden />} {note.text}
          </>
        )}
      </span>
    </>
  );
}
