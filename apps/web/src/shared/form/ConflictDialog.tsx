import { Modal, Radio } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import type { Autosave, Conflict } from './autosave';
import { asText } from './as-text';
import type { FieldSpec, FieldValue, Row } from './field';

/** What two people changed at once in a section that saves itself. */
export function ConflictDialog({ autosave, fields }: { readonly autosave: Autosave; readonly fields: readonly FieldSpec[] }) {
  const status = useSyncExternalStore(autosave.subscribe, () => autosave.status);
  if (status.kind !== 'conflict') return null;
  return <ConflictQuestion conflicts={status.conflicts} fields={fields} onFinish={mine => void autosave.resolve(mine)} />;
}

interface QuestionProps {
  readonly conflicts: readonly Conflict[];
  readonly fields: readonly FieldSpec[];
  /** Called once, with the members of which what was typed here is kept. */
  readonly onFinish: (mine: ReadonlySet<string>) => void;
}

/** Both versions of what two people changed at once, side by side; the person decides line by line. */
export function ConflictQuestion({ conflicts, fields, onFinish }: QuestionProps) {
  const { t } = useTranslation();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const choose = (member: string, takeTheirs: boolean): void => {
    const next = new Set(theirs);
    if (takeTheirs) next.add(member);
    else next.delete(member);
    setTheirs(next);
  };
  const finish = (): void => onFinish(new Set(conflicts.map(conflict => conflict.member).filter(member => !theirs.has(member))));
  return (
    <Modal
      open
      width={760}
      title={t('form.conflictTitle')}
      okText={t('form.conflictKeep')}
      onOk={finish}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      cancelButtonProps={{ style: { display: 'none' } }}
    >
      <p>{t('form.conflictText')}</p>
      {conflicts.map(conflict => (
        <Choice key={conflict.member} conflict={conflict} spec={fields.find(field => field.name === conflict.member)} theirs={theirs.has(conflict.member)} onChoose={choose} />
      ))}
    </Modal>
  );
}

interface ChoiceProps {
  readonly conflict: Conflict;
  readonly spec: FieldSpec | undefined;
  readonly theirs: boolean;
  readonly onChoose: (member: string, takeTheirs: boolean) => void;
}

function Choice({ conflict, spec, theirs, onChoose }: ChoiceProps) {
  const { t } = useTranslation();
  const label = spec ? textOf(spec.label) : conflict.member;
  return (
    <fieldset className="hb-conflict">
      <legend>{label}</legend>
      <Radio.Group value={theirs} onChange={event => onChoose(conflict.member, event.target.value as boolean)}>
        <Radio value={false}>
          <span className="hb-conflict__side">
            <span className="hb-small hb-muted">{t('form.conflictMine')}</span>
            <Side spec={spec} value={conflict.mine} other={conflict.theirs} />
          </span>
        </Radio>
        <Radio value={true}>
          <span className="hb-conflict__side">
            <span className="hb-small hb-muted">{t('form.conflictTheirs')}</span>
            <Side spec={spec} value={conflict.theirs} other={conflict.mine} />
          </span>
        </Radio>
      </Radio.Group>
    </fieldset>
  );
}

/** Of a long table only the rows that differ are shown. */
const SHOWN_ROWS = 12;

function Side({ spec, value, other }: { readonly spec: FieldSpec | undefined; readonly value: FieldValue; readonly other: FieldValue }) {
  const { t } = useTranslation();
  if (spec?.type === 'table') {
    const rows = value as readonly Row[];
    const lineOf = (row: Row): string => (spec.columns ?? []).map(column => asText(column, row[column.name]) ?? '–').join(' · ');
    const known = new Set((other as readonly Row[]).map(lineOf));
    const lines = rows.map((row, index) => ({ number: index + 1, line: lineOf(row) })).filter(({ line }) => !known.has(line));
    return (
      <span>
        {t('form.rows', { count: rows.length })}
        {lines.slice(0, SHOWN_ROWS).map(({ number, line }) => (
          <span key={number} className="hb-small hb-conflict__row">
            {t('form.rowTitle', { row: number })} {line}
          </span>
        ))}
        {lines.length > SHOWN_ROWS && <span className="hb-small hb-muted">{t('form.moreRows', { count: lines.length - SHOWN_ROWS })}</span>}
      </span>
    );
  }
  return <strong>{(spec && asText(spec, value)) ?? t('state.notFilled')}</strong>;
}
