import { Button } from 'antd';
import { useCallback, useMemo, useRef, useState, type ComponentType, type FormEvent, type ReactNode } from 'react';
import { asProblem, sentenceOf } from '@/api/problem';
import { textOf } from '@/i18n';
import { ErrorSummary } from '@/shared/ui/ErrorSummary';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { rowAt } from './check';
import { SectionProvider, type SectionContext } from './context';
import type { ControlProps } from './control';
import { fieldId, isVisible, type FieldSpec } from './field';
import { dropDraft } from './draft';
import { FieldFrame } from './FieldFrame';
import { FormStore, useComputed, useErrors } from './form-store';
import { KeptDraft } from './KeptDraft';
import './section-form.css';
import { TextControl } from './TextControl';
import { validateSection } from './validate';
import { fromWire, toWire, type Wire } from './wire';

interface ExtraError {
  readonly message: string;
  readonly fieldId?: string;
}

export interface QuickFormProps {
  readonly fields: readonly FieldSpec[];
  readonly initial?: Wire;
  /** What the button does, in words: 登录, 发送邀请. */
  readonly submit: string;
  readonly onSubmit: (values: Record<string, unknown>) => Promise<unknown>;
  /** `FieldControl` for choices and files; by default only inputs one types into, so that public pages stay light. */
  readonly control?: ComponentType<ControlProps>;
  /** Draws whole fields, for forms with tables: `Field`. Short forms leave it out and stay light. */
  readonly field?: ComponentType<{ readonly spec: FieldSpec; readonly base: string }>;
  /** Above the fields. */
  readonly head?: ReactNode;
  /** Between the fields and the button. */
  readonly children?: ReactNode;
  /** Beside the button. */
  readonly aside?: ReactNode;
  readonly layout?: 'column' | 'grid';
  /** Stretches the button over the width. */
  readonly block?: boolean;
  /** Names what is typed, e.g. `permit-measure:01…`: it is kept on this device until it has been sent, and offered again. */
  readonly draft?: string;
  /** More to mend that the fields cannot know, e.g. an agreement not ticked; empty when all is well. */
  readonly extraErrors?: () => readonly ExtraError[];
}

/** A short form sent by its button: checks, error summary, and the server's findings at their fields. */
export function QuickForm(props: QuickFormProps) {
  const { store, attempt, busy, problem, extra, isSent, send } = useQuickForm(props);
  const context = useMemo<SectionContext>(() => ({ store, lockedBecause: () => null }), [store]);
  return (
    <SectionProvider value={context}>
      <form className="hb-quick" onSubmit={event => void send(event)} noValidate>
        <Summary store={store} attempt={attempt} extra={extra} />
        <ProblemAlert error={problem} />
        {props.draft !== undefined && <KeptDraft record={props.draft} version={1} isSent={isSent} />}
        {props.head}
        <div className={props.layout === 'grid' ? 'hb-section__grid' : 'hb-quick__column'}>
          {props.fields.map(spec => (
            <Slot key={spec.name} spec={spec} store={store} control={props.control ?? TextControl} field={props.field} />
          ))}
        </div>
        {props.children}
        <div className="hb-section__bar">
          <Button type="primary" htmlType="submit" size="large" loading={busy} block={props.block}>
            {props.submit}
          </Button>
          {props.aside}
        </div>
      </form>
    </SectionProvider>
  );
}

function useQuickForm({ fields, initial, extraErrors, draft, onSubmit }: QuickFormProps) {
  const [store] = useState(() => new FormStore(fromWire(fields, initial ?? {})));
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const sent = useRef(false);
  const isSent = useCallback(() => sent.current, []);
  const [problem, setProblem] = useState<unknown>(null);
  const [extra, setExtra] = useState<readonly ExtraError[]>([]);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const errors = validateSection(fields, store.values);
    const more = extraErrors?.() ?? [];
    store.setErrors(errors);
    setExtra(more);
    setAttempt(count => count + 1);
    setProblem(null);
    if (Object.keys(errors).length > 0 || more.length > 0) return;
    setBusy(true);
    try {
      await onSubmit(toWire(fields, store.values));
      sent.current = true;
      if (draft !== undefined) dropDraft(draft);
    } catch (thrown) {
      setProblem(placeErrors(store, thrown) ? null : thrown);
      setAttempt(count => count + 1);
    } finally {
      setBusy(false);
    }
  };
  return { store, attempt, busy, problem, extra, isSent, send };
}

interface SlotProps {
  readonly spec: FieldSpec;
  readonly store: FormStore;
  readonly control: ComponentType<ControlProps>;
  readonly field: QuickFormProps['field'];
}

function Slot({ spec, store, control, field: Whole }: SlotProps) {
  const visible = useComputed(store, values => isVisible(spec, rowAt(store, ''), values));
  return visible ? (
    <>
      {spec.group && <h2 className="hb-section__group">{textOf(spec.group)}</h2>}
      {Whole ? (
        <Whole spec={spec} base="" />
      ) : (
        <div className={`hb-field${spec.width === 'full' ? ' hb-field--wide' : ''}`}>
          <FieldFrame spec={spec} base="" control={control} />
        </div>
      )}
    </>
  ) : null;
}

interface SummaryProps {
  readonly store: FormStore;
  readonly attempt: number;
  readonly extra: readonly ExtraError[];
}

function Summary({ store, attempt, extra }: SummaryProps) {
  const errors = useErrors(store);
  const own = Object.entries(errors).map(([pointer, message]) => ({ message, fieldId: fieldId(pointer) }));
  return attempt === 0 ? null : <ErrorSummary errors={[...own, ...extra]} attempt={attempt} />;
}

/** Puts the server's findings at the fields of this form. @returns true when every finding found its place */
function placeErrors(store: FormStore, thrown: unknown): boolean {
  const { errors } = asProblem(thrown);
  const known = errors.filter(error => store.get(error.pointer) !== undefined);
  store.setErrors(Object.fromEntries(known.map(error => [error.pointer, sentenceOf(error)])));
  return errors.length > 0 && known.length === errors.length;
}

