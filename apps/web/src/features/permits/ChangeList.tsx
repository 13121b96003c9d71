import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { DiffMark } from '@/shared/ui/values';
import type { ApplicationChanges } from './model';
import './permits.css';

/** Old → new, place by place: of a permit by its application, of a registration by its change. */
export function ChangeList({ items }: { readonly items: ApplicationChanges['items'] }) {
  return (
    <dl className="hb-plain-facts">
      {items.map(one => (
        <div key={`${one.pointer}-${one.kind}-${one.before}`}>
          <dt>{textOf(one.place)}</dt>
          <dd>{one.kind === 'changed' ? <DiffMark from={one.before} to={one.after} /> : <RowChange kind={one.kind} words={one.kind === 'added' ? one.after : one.before} />}</dd>
        </div>
      ))}
    </dl>
  );
}

function RowChange({ kind, words }: { readonly kind: 'added' | 'removed'; readonly words: string }) {
  const { t } = useTranslation('permits');
  return (
    <span className="hb-diff">
      <span className={`hb-tag hb-tag--${kind === 'added' ? 'success' : 'danger'}`}>{t(`changes.${kind}`)}</span> {kind === 'added' ? <ins>{words}</ins> : <del>{words}</del>}
    </span>
  );
}
