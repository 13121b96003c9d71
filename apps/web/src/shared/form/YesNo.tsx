import { Radio } from 'antd';
import { textOf } from '@/i18n';
import { groupName, useControl, type ControlProps } from './control';

/** Two answers, none chosen beforehand. */
export function YesNo(props: ControlProps) {
  const { value, set, common } = useControl(props);
  return (
    <div id={common.id} role="group" {...groupName(props, common.id)} aria-describedby={props.describedBy} tabIndex={-1}>
      <Radio.Group
        disabled={props.disabled}
        value={value}
        options={[
          { value: true, label: textOf({ zh: '是', en: 'Yes' }) },
          { value: false, label: textOf({ zh: '否', en: 'No' }) },
        ]}
        onChange={event => set(event.target.value as boolean)}
      />
    </div>
  );
}
