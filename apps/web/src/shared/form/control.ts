import { useSection } from './context';
import { fieldId, type FieldSpec, type FieldValue } from './field';
import { useFieldError, useFieldValue } from './form-store';

/** What every input receives. */
export interface ControlProps {
  readonly spec: FieldSpec;
  readonly pointer: string;
  readonly describedBy?: string;
  readonly disabled?: boolean;
  readonly onBlur?: () => void;
  /** Read out where no label stands beside the input, as in a table. */
  readonly ariaLabel?: string;
}

/** Value, setter and the attributes that tie an input to its label, help and message. */
export function useControl({ pointer, describedBy, disabled, ariaLabel }: ControlProps) {
  const { store } = useSection();
  const value = useFieldValue(store, pointer);
  const error = useFieldError(store, pointer);
  const status: 'error' | undefined = error ? 'error' : undefined;
  const common = { id: fieldId(pointer), disabled, status, 'aria-invalid': Boolean(error), 'aria-describedby': describedBy, 'aria-label': ariaLabel };
  return { value, set: (next: FieldValue) => store.set(pointer, next), common };
}

/** A group is named by the label beside it, or, in a cell of a table, by words of its own. */
export const groupName = ({ ariaLabel }: ControlProps, id: string) => (ariaLabel ? { 'aria-label': ariaLabel } : { 'aria-labelledby': `${id}-label` });
