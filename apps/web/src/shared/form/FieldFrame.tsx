import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { checkOnLeaving, rowAt } from './check';
import { useSection } from './context';
import type { ControlProps } from './control';
import { fieldId, isRequired, pointerTo, type FieldSpec } from './field';
import { useComputed, useFieldError } from './form-store';
import './section-form.css';

const GROUPED: ReadonlySet<FieldSpec['type']> = new Set(['coordinates', 'boolean', 'multiselect']);

interface Props {
  readonly spec: FieldSpec;
  readonly base: string;
  readonly control: ComponentType<ControlProps>;
  /** What follows the message. */
  readonly children?: ReactNode;
}

/** Label, help and message around an input, tied together for screen readers. */
export function FieldFrame({ spec, base, control: Control, children }: Props) {
  const { t } = useTranslation();
  const { store, lockedBecause, note } = useSection();
  const pointer = pointerTo(base, spec.name);
  const id = fieldId(pointer);
  const error = useFieldError(store, pointer);
  const required = useComputed(store, values => isRequired(spec, rowAt(store, base), values));
  const locked = lockedBecause(pointer, spec.sealedIn);
  const helped = Boolean(spec.help || spec.example || locked);
  const describedBy = [helped ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const Label = GROUPED.has(spec.type) ? 'span' : 'label';
  return (
    <>
      <div className="hb-field__head">
        <Label id={`${id}-label`} className="hb-field__label" {...(Label === 'label' ? { htmlFor: id } : {})}>
          {textOf(spec.label)}
          {spec.unit && <span className="hb-field__unit">{spec.unit}</span>}
          {!required && <span className="hb-muted">{t('form.optional')}</span>}
        </Label>
        {helped && (
          <p id={`${id}-help`} className="hb-field__help">
            {spec.help && textOf(spec.help)} {spec.example && t('form.example', { example: spec.example })}
            {locked && ' '}
            {locked && <span className="hb-field__locked">{locked}</span>}
          </p>
        )}
      </div>
      <div>
        <Control spec={spec} pointer={pointer} describedBy={describedBy || undefined} disabled={locked !== null} onBlur={() => checkOnLeaving(store, spec, base)} />
        {note?.(pointer)}
        <p id={`${id}-error`} className="hb-field-error" aria-live="polite">
          {error}
        </p>
        {children}
      </div>
    </>
  );
}
