import { textOf } from '@/i18n';
import { saidBy, type Item } from './model';

/** The content of an entry in words. */
export function Said({ fields, data }: { readonly fields: Item['fields']; readonly data: Readonly<Record<string, unknown>> }) {
  return (
    <dl className="hb-records__said">
      {saidBy(fields, data, textOf).map(one => (
        <div key={one.label}>
          <dt>{one.label}</dt>
          <dd className="hb-num">{one.value}</dd>
        </div>
      ))}
    </dl>
  );
}
