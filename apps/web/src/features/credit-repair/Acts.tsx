import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { Field } from '@/shared/form/Field';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { useChosen } from '@/shared/ui/use-chosen';
import { PATH_OF, useChanged, type Kind } from './model';
import type { About } from './parts';

export interface ActSpec {
  /** Last part of the address of the step. */
  readonly name: 'accept' | 'request-correction' | 'reject' | 'verify' | 'grant' | 'refuse' | 'verify-again' | 'withdraw' | 'review' | 'review-again' | 'decide' | 'propose-withdrawal' | 'state-withdrawal' | 'decide-withdrawal';
  readonly shown: boolean;
  readonly primary?: boolean;
  readonly danger?: boolean;
  readonly fields: readonly FieldSpec[];
  /** What it does, in plain words. */
  readonly lead?: string;
  readonly body?: (values: Record<string, unknown>) => Record<string, unknown>;
}

/** What the reader may do with it now; one form at a time. */
export function Acts({ about, kind, acts }: { readonly about: About; readonly kind: Kind; readonly acts: readonly ActSpec[] }) {
  const { t } = useTranslation('credit-repair');
  const changed = useChanged();
  const shown = acts.filter(one => one.shown);
  const [open, setOpen] = useChosen(shown, one => one.name);
  if (shown.length === 0) return null;
  if (open === null)
    return <div className="hb-row hb-no-print">{shown.map(one => <Button key={one.name} type={one.primary ? 'primary' : 'default'} danger={one.danger} onClick={() => setOpen(one)}>{t(`act.${one.name}`)}</Button>)}</div>;
  const send = async (values: Record<string, unknown>): Promise<void> => {
    await rest('POST', `${PATH_OF[kind]}/${about.id}/${open.name}`, { body: open.body ? open.body(values) : values, version: about.version });
    await changed();
    setOpen(null);
  };
  return (
    <section className="hb-card hb-stack">
      <h2>{t(`act.${open.name}`)}</h2>
      <QuickForm fields={open.fields} submit={t(`act.${open.name}`)} onSubmit={send} control={FieldControl} field={open.fields.some(one => one.type === 'table') ? Field : undefined} head={open.lead && <p>{open.lead}</p>} aside={<Button onClick={() => setOpen(null)}>{t('act.cancel')}</Button>} />
    </section>
  );
}
