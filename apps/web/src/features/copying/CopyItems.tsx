import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import type { Item } from './model';

interface Props {
  readonly items: readonly Item[];
  readonly wanted: readonly string[];
  readonly onChange: (wanted: readonly string[]) => void;
}

const KINDS = ['fill', 'add', 'overwrite'] as const;

/** Every value by its place, old and new; what was typed before is only touched when it is ticked. */
export function CopyItems({ items, wanted, onChange }: Props) {
  const { t } = useTranslation('copying');
  return (
    // a region that scrolls must be reachable by keyboard
    <div className="hb-copying__list" tabIndex={0} role="region" aria-label={t('preview')}>
      {KINDS.map(kind => {
        const own = items.filter(item => item.kind === kind);
        return own.length > 0 && <Kind key={kind} label={t(kind)} items={own} wanted={wanted} onChange={onChange} />;
      })}
    </div>
  );
}

function Kind({ label, items, wanted, onChange }: Props & { readonly label: string }) {
  const { t } = useTranslation('copying');
  const free = items.filter(item => !item.sealed).map(item => item.id);
  const set = new Set(wanted);
  const on = free.filter(id => set.has(id)).length;
  const toggle = (ids: readonly string[], add: boolean): void => onChange(add ? [...new Set([...wanted, ...ids])] : wanted.filter(id => !ids.includes(id)));
  return (
    <fieldset className="hb-plain-fieldset">
      <legend className="hb-field__label">
        {label}（{items.length}）
      </legend>
      {free.length > 1 && <Checkbox checked={on === free.length} indeterminate={on > 0 && on < free.length} onChange={event => toggle(free, event.target.checked)}>{t('all')}</Checkbox>}
      <ul className="hb-plain-list">
        {items.map(item => (
          <li key={item.id}>
            <Checkbox checked={set.has(item.id)} disabled={item.sealed} onChange={event => toggle([item.id], event.target.checked)}>
              <span>{textOf(item.place)}</span>
              <span className="hb-copying__value">
                {item.kind === 'overwrite' && <del>{item.before || t('empty')}</del>} {item.kind === 'overwrite' && '→'} <ins>{item.after}</ins>
                {item.sealed && <span className="hb-muted"> {t('sealed')}</span>}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
