import { Button, Radio } from 'antd';
import { useEffect, useId, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '@/api/problem';
import { sentenceOf } from '@/api/problem';
import { textOf } from '@/i18n';
import { ErrorSummary, type SummaryError } from '@/shared/ui/ErrorSummary';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { UnsavedGuard } from '@/shared/ui/UnsavedGuard';
import { Autosave, type Saved } from './autosave';
import { cellsOf, type Cell } from './cells';
import { ConflictDialog } from './ConflictDialog';
import { SectionProvider, type SectionContext } from './context';
import { DraftBanner } from './DraftBanner';
import { Field } from './Field';
import { fieldId, membersOf, type FieldSpec, type Values } from './field';
import { FormStore, useErrors } from './form-store';
import { SaveNote } from './SaveNote';
import './section-form.css';
import { validateSection } from './validate';
import { fromWire, toWire, type Wire } from './wire';

export interface SectionFormProps {
  readonly fields: readonly FieldSpec[];
  /** The record as the API sent it. `key` names it among the drafts of this person. */
  readonly record: { readonly key: string; readonly version: number; readonly values: Wire; readonly state?: string };
  /** PATCHes the changed members with `If-Match: version`. @throws ProblemError */
  readonly save: (changes: Wire, version: number) => Promise<Saved>;
  /** Instead of `save`: PATCHes single cells, so that a change in a table of thousands of rows is not the whole table. Rows then have ids. */
  readonly saveCells?: (cells: readonly Cell[], version: number) => Promise<Saved>;
  /** Rows get an id of their own when they are added, also where whole fields are saved. */
  readonly keyedRows?: boolean;
  /** `save` writes to this device: nothing of what was typed last waits when the page goes. */
  readonly savesOnDevice?: boolean;
  /** Fetches the record anew after somebody else changed it. */
  readonly reload: () => Promise<{ readonly version: number; readonly values: Wire }>;
  /** After everything is saved: `complete` is the answer to “本节是否填写完成？”. */
  readonly onLeave: (complete: boolean) => void | Promise<void>;
  readonly complete?: boolean;
  readonly readOnly?: boolean;
  /** Why a field cannot be changed, e.g. during 补正 all but the flagged ones. */
  readonly locked?: (pointer: string) => string | null;
  /** Former submission, for old → new marks. */
  readonly before?: Wire;
  /** Findings of the server (machine review, 补正) shown at their fields. */
  readonly findings?: readonly FieldProblem[];
  readonly files?: SectionContext['files'];
  /** Draws further tools of a table: `save` sends what is typed, `refresh` takes over what reached the server by another way. */
  readonly tableTools?: (spec: FieldSpec, at: { readonly fixed: boolean; readonly save: () => Promise<boolean>; readonly refresh: () => Promise<void> }) => ReactNode;
  /** Tools of the whole section, above its fields; as `tableTools`. */
  readonly tools?: (at: { readonly save: () => Promise<boolean>; readonly refresh: () => Promise<void> }) => ReactNode;
  /** What stands beneath a field. */
  readonly note?: SectionContext['note'];
  /** Pointer of the place to open at, e.g. where a finding of the machine review points. */
  readonly at?: string;
  /** Stands above the fields. */
  readonly children?: ReactNode;
}

/** One section of a long form, drawn from its field table; saves itself. */
export function SectionForm(props: SectionFormProps) {
  const { store, autosave } = useForm(props);
  const [attempt, setAttempt] = useState(0);
  const [rows] = useState(() => new Map<string, (index: number) => void>());
  const context = useMemo<SectionContext>(() => ({ ...contextOf(props, store), rows, tableTools: toolsOf(props, autosave) }), [props, store, autosave, rows]);
  useOpenAt(props.at, rows);
  const unsaved = useSyncExternalStore(autosave.subscribe, () => autosave.unsaved && autosave.status.kind === 'kept');

  const leave = async (complete: boolean): Promise<void> => {
    if (complete) {
      const errors = validateSection(props.fields, store.values);
      store.setErrors(errors);
      setAttempt(count => count + 1);
      if (Object.keys(errors).length > 0) return;
    }
    if (await autosave.flush()) await props.onLeave(complete);
  };
  return (
    <SectionProvider value={context}>
      <div className="hb-section">
        {!props.readOnly && (
          <div className="hb-section__status">
            <SaveNote autosave={autosave} />
          </div>
        )}
        <Summary fields={props.fields} store={store} attempt={attempt} rows={rows} />
        {!props.readOnly && <DraftBanner record={props.record} autosave={autosave} fields={props.fields} />}
        {props.children}
        {props.tools?.({ save: () => autosave.flush(), refresh: () => autosave.refresh() })}
        <div className="hb-card hb-section__grid">
          {props.fields.map(spec => (
            <Grouped key={spec.name} spec={spec} />
          ))}
        </div>
        {!props.readOnly && <Leaving complete={props.complete === true} onLeave={leave} />}
        <ConflictDialog autosave={autosave} fields={props.fields} />
        <UnsavedGuard when={unsaved} />
      </div>
    </SectionProvider>
  );
}

/** Tables whose rows are edited in a drawer: how to open the drawer of a row. */
type Rows = ReadonlyMap<string, (index: number) => void>;

const DRAWER_MS = 350;

/** Brings the person to the place a link pointed at: opens the drawer of its row, if there is one, and gives it the focus. */
function useOpenAt(at: string | undefined, rows: Rows): void {
  useEffect(() => {
    if (!at) return undefined;
    const [table = '', row] = membersOf(at);
    const open = row === undefined ? undefined : rows.get(`/${table}`);
    open?.(Number(row));
    const timer = setTimeout(() => {
      const field = nearest(at);
      field?.focus();
      field?.scrollIntoView({ block: 'center' });
    }, open ? DRAWER_MS : 0);
    return () => clearTimeout(timer);
  }, [at, rows]);
}

/** The field itself, or the innermost thing around it that is on the page. */
function nearest(at: string): HTMLElement | null {
  for (let pointer = at; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
    const found = document.getElementById(fieldId(pointer));
    if (found) return found;
  }
  return null;
}

function useForm(props: SectionFormProps): { store: FormStore; autosave: Autosave } {
  const { fields, record } = props;
  // A section keeps its form for as long as it is open; another record brings another form through its key.
  const [form] = useState(() => {
    const store = new FormStore(fromWire(fields, record.values));
    store.setErrors(Object.fromEntries((props.findings ?? []).map(finding => [finding.pointer, sentenceOf(finding)])));
    const autosave: Autosave = new Autosave({
      store,
      record: record.key,
      version: record.version,
      onDevice: props.savesOnDevice,
      save: (changes: Values, version) => (props.saveCells ? props.saveCells(cellsOf(fields, changes, autosave.known), version) : props.save(toWire(fields, changes), version)),
      reload: async () => {
        const { version, values } = await props.reload();
        return { version, values: fromWire(fields, values) };
      },
    });
    return { store, autosave };
  });
  useEffect(() => form.autosave.start(), [form]);
  return form;
}

const toolsOf = ({ tableTools }: SectionFormProps, autosave: Autosave): SectionContext['tableTools'] =>
  tableTools && ((spec, fixed) => tableTools(spec, { fixed, save: () => autosave.flush(), refresh: () => autosave.refresh() }));

function contextOf(props: SectionFormProps, store: FormStore): SectionContext {
  const { record, readOnly, locked, before, files, fields, note } = props;
  return {
    store,
    note,
    files,
    keyedRows: props.keyedRows ?? props.saveCells !== undefined,
    drawField: (spec, base) => <Field key={spec.name} spec={spec} base={base} />,
    before: before && fromWire(fields, before),
    lockedBecause: (pointer, sealedIn) => {
      if (readOnly) return '';
      if (record.state && sealedIn?.includes(record.state)) return textOf({ zh: '提交后不能再改', en: 'Cannot be changed after submission' });
      return locked?.(pointer) ?? null;
    },
  };
}

function Grouped({ spec }: { readonly spec: FieldSpec }) {
  return (
    <>
      {spec.group && <h2 className="hb-section__group">{textOf(spec.group)}</h2>}
      <Field spec={spec} base="" />
    </>
  );
}

interface SummaryProps {
  readonly fields: readonly FieldSpec[];
  readonly store: FormStore;
  readonly attempt: number;
  readonly rows: Rows;
}

/** Stands at the top only after the person said the section is complete; typing alone raises no alarm. */
function Summary({ fields, store, attempt, rows }: SummaryProps) {
  const { t } = useTranslation();
  const errors = useErrors(store);
  if (attempt === 0) return null;
  const lines = Object.entries(errors).map(([pointer, message]): SummaryError => {
    const [table, row] = membersOf(pointer);
    const spec = fields.find(field => field.name === table);
    const inTable = spec?.type === 'table' && row !== undefined;
    return {
      fieldId: fieldId(pointer),
      message: inTable ? t('form.atRow', { table: textOf(spec.label), row: Number(row) + 1, message }) : message,
      reveal: inTable ? () => rows.get(`/${table}`)?.(Number(row)) : undefined,
    };
  });
  return <ErrorSummary errors={lines} attempt={attempt} />;
}

interface LeavingProps {
  readonly complete: boolean;
  readonly onLeave: (complete: boolean) => Promise<void>;
}

function Leaving({ complete, onLeave }: LeavingProps) {
  const { t } = useTranslation();
  const id = useId();
  const [answer, setAnswer] = useState(complete);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const leave = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await onLeave(answer);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="hb-section__leave">
      <ProblemAlert error={error} />
      <p id={id} className="hb-field__label">
        {t('form.complete')}
      </p>
      <Radio.Group
        aria-labelledby={id}
        value={answer}
        options={[
          { value: true, label: t('form.completeYes') },
          { value: false, label: t('form.completeNo') },
        ]}
        onChange={event => setAnswer(event.target.value as boolean)}
      />
      <div className="hb-section__bar">
        <Button type="primary" size="large" loading={busy} onClick={() => void leave()}>
          {t('form.saveAndBack')}
        </Button>
      </div>
    </div>
  );
}
