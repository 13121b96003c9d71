import { memo } from 'react';
import { DiffMark } from '@/shared/ui/values';
import { asText } from './as-text';
import { rowAt } from './check';
import { useSection } from './context';
import { isVisible, membersOf, pointerTo, type FieldSpec } from './field';
import { FieldControl } from './FieldControl';
import { FieldFrame } from './FieldFrame';
import { useComputed, useFieldValue } from './form-store';
import { TableField } from './TableField';

interface Props {
  readonly spec: FieldSpec;
  /** Pointer of the object the field is a member of: empty for the section, `/outlets/3` for a row. */
  readonly base: string;
}

const BROAD: ReadonlySet<FieldSpec['type']> = new Set(['table', 'textarea', 'file']);

/** One field of any type. Redraws only when its own value, message or visibility changes. */
export const Field = memo(function Field({ spec, base }: Props) {
  const { store } = useSection();
  const visible = useComputed(store, values => isVisible(spec, rowAt(store, base), values));
  if (!visible) return null;
  const wide = spec.width === 'full' || (spec.width !== 'half' && BROAD.has(spec.type));
  return (
    <div className={`hb-field${wide ? ' hb-field--wide' : ''}`}>
      {spec.type === 'table' ? (
        <TableField spec={spec} pointer={pointerTo(base, spec.name)} />
      ) : (
        <FieldFrame spec={spec} base={base} control={FieldControl}>
          <Before spec={spec} pointer={pointerTo(base, spec.name)} />
        </FieldFrame>
      )}
    </div>
  );
});

/** Former value of a changed field: “已变更 旧 → 新”. */
function Before({ spec, pointer }: { readonly spec: FieldSpec; readonly pointer: string }) {
  const { store, before } = useSection();
  const value = useFieldValue(store, pointer);
  if (!before || spec.type === 'file') return null;
  const old = membersOf(pointer).reduce<unknown>((at, member) => (at as Record<string, unknown> | undefined)?.[member], before);
  const [from, to] = [asText(spec, old), asText(spec, value)];
  return from === to ? null : (
    <p className="hb-field__before">
      <DiffMark from={from} to={to} />
    </p>
  );
}
