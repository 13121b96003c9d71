import { createContext, useContext, type ReactNode } from 'react';
import type { FormStore } from './form-store';
import type { FieldSpec, Values } from './field';

export interface SectionContext {
  /** Tables edited by drawer register here how to open a row. */
  readonly rows?: Map<string, (index: number) => void>;
  readonly store: FormStore;
  /** Each row has an id of its own; a new one gets one here. */
  readonly keyedRows?: boolean;
  /** What stands above a table beside its own buttons, e.g. the ways to and from Excel; `fixed` where rows neither come nor go. */
  readonly tableTools?: (spec: FieldSpec, fixed: boolean) => ReactNode;
  /** Record the files of this section hang on. */
  readonly files?: { readonly subjectType: string; readonly subjectId: string };
  /** Why a field cannot be changed now (sealed, not flagged for 补正, read only); null when it can. */
  readonly lockedBecause: (pointer: string, sealedIn?: readonly string[]) => string | null;
  /** Draws one field; given by the form, so that rows of tables can hold any field without a circle of imports. */
  readonly drawField?: (spec: FieldSpec, base: string) => ReactNode;
  /** What stands beneath a field, e.g. the limit that applies; nothing for most. */
  readonly note?: (pointer: string) => ReactNode;
  /** Values of the former submission; changed fields are marked with old → new. */
  readonly before?: Values;
}

const Context = createContext<SectionContext | null>(null);
export const SectionProvider = Context.Provider;

export function useSection(): SectionContext {
  const context = useContext(Context);
  if (!context) throw new Error('A field stands outside of its SectionForm');
  return context;
}
