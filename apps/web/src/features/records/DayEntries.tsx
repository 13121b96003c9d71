import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';
import { filled, insideData, ledgerPath, specOf, today, type DayTask, type Item, type Ledger, type LedgerDay } from './model';
import { Said } from './Said';

/** What is to be entered for a day, made for a phone in one hand: yesterday's values are one touch away. */
export function DayEntries({ ledger }: { readonly ledger: Ledger }) {
  const { t } = useTranslation('records');
  const id = useId();
  const [on, setOn] = useState(today());
  const day = useQuery(readPath<LedgerDay>(`${ledgerPath(ledger.id)}/day`, { on }));
  const done = day.data?.tasks.filter(task => task.entry !== null).length ?? 0;
  const occasional = ledger.items.filter(item => item.rhythm !== 'day' && item.rhythm !== 'shift');
  return (
    <div className="hb-stack">
      <div className="hb-row hb-records__day">
        <label htmlFor={id}>{t('day.on')}</label>
        <input id={id} type="date" className="hb-records__date" value={on} max={today()} onChange={event => event.target.value !== '' && setOn(event.target.value)} />
        {day.data && day.data.tasks.length > 0 && <p aria-live="polite">{t('day.progress', { done, all: day.data.tasks.length })}</p>}
      </div>
      <ProblemAlert error={day.error} onRetry={() => void day.refetch()} />
      {day.isPending && <Skeleton lines={8} />}
      {day.data?.tasks.length === 0 && <EmptyState title={t('day.nothing')}>{t('day.nothingHint')}</EmptyState>}
      <ul className="hb-plain-list hb-stack">
        {day.data?.tasks.map(task => (
          <Task key={`${on}-${task.itemKey}-${String(task.shift)}`} task={task} on={on} ledger={ledger} />
        ))}
      </ul>
      {occasional.length > 0 && <Occasional items={occasional} on={on} ledger={ledger} />}
    </div>
  );
}

interface TaskProps {
  readonly task: DayTask;
  readonly on: string;
  readonly ledger: Ledger;
}

function Task({ task, on, ledger }: TaskProps) {
  const { t } = useTranslation('records');
  const { base } = useSession();
  const item = ledger.items.find(one => one.key === task.itemKey);
  const { enter, error, busy } = useEnter(ledger.id);
  const [open, setOpen] = useState(false);
  if (!item) return null;
  const { entry, before } = task;
  const shift = task.shift as number | null;
  const place = { itemKey: item.key, businessDate: on, ...(shift === null ? {} : { shift }) };
  const title = shift === null ? textOf(item.title) : t('day.shift', { title: textOf(item.title), shift });
  return (
    <li className="hb-card hb-records__task">
      <div className="hb-records__task-head">
        <h2>{title}</h2>
        <StatusTag tone={entry ? 'success' : 'warning'}>{t(entry ? 'day.done' : 'day.due')}</StatusTag>
      </div>
      {entry && (
        <>
          <Said fields={item.fields} data={entry.data as Record<string, unknown>} />
          <AppLink to={`${base}/records/${ledger.id}/entries/${entry.id}`}>{t('day.correct')}</AppLink>
        </>
      )}
      {!entry && before && !open && (
        <>
          <p className="hb-muted hb-small">{t('day.before', { day: before.businessDate })}</p>
          <Said fields={item.fields} data={before.data as Record<string, unknown>} />
        </>
      )}
      {!entry && !open && <ProblemAlert error={error} />}
      {!entry && !open && (
        <div className="hb-records__buttons">
          {before && (
            <Button type="primary" size="large" loading={busy} onClick={() => void enter({ ...place, data: before.data as Record<string, unknown> })}>
              {t('day.same')}
            </Button>
          )}
          <Button type={before ? 'default' : 'primary'} size="large" aria-label={`${t('day.fill')} ${title}`} onClick={() => setOpen(true)}>
            {t('day.fill')}
          </Button>
        </div>
      )}
      {!entry && open && <Fill item={item} initial={before?.data as Record<string, unknown> | undefined} onSend={data => enter({ ...place, data }, true)} onClose={() => setOpen(false)} />}
    </li>
  );
}

interface FillProps {
  readonly item: Item;
  readonly initial?: Record<string, unknown>;
  readonly onSend: (data: Record<string, unknown>) => Promise<unknown>;
  readonly onClose: () => void;
}

function Fill({ item, initial, onSend, onClose }: FillProps) {
  const { t } = useTranslation('records');
  return (
    <QuickForm
      fields={item.fields.map(specOf)} initial={initial} submit={t('day.save')} control={FieldControl} layout="grid" onSubmit={values => onSend(filled(values))}
      aside={
        <Button size="large" onClick={onClose}>
          {t('day.close')}
        </Button>
      }
    />
  );
}

/** Batches, events and what comes once a year: entered when it happens. */
function Occasional({ items, on, ledger }: { readonly items: readonly Item[]; readonly on: string; readonly ledger: Ledger }) {
  const { t } = useTranslation('records');
  const [open, setOpen] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const { enter } = useEnter(ledger.id);
  const item = items.find(one => one.key === open);
  return (
    <section className="hb-card hb-stack" aria-labelledby="occasional">
      <h2 id="occasional">{t('day.occasional')}</h2>
      <div className="hb-records__buttons">
        {items.map(one => (
          <Button key={one.key} size="large" aria-expanded={one.key === open} onClick={() => (setOpen(one.key), setSaved(null))}>
            {textOf(one.title)}
          </Button>
        ))}
      </div>
      <div aria-live="polite">{saved && <p>{t('day.saved', { title: saved })}</p>}</div>
      {item && (
        <Fill
          key={item.key} item={item} onClose={() => setOpen(null)}
          onSend={async data => {
            await enter({ itemKey: item.key, businessDate: on, data }, true);
            setSaved(textOf(item.title));
            setOpen(null);
          }}
        />
      )}
    </section>
  );
}

/** Sends an entry once, however often the button is touched; `rethrow` leaves the answer to the form. */
function useEnter(permitId: string) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const enter = async (body: object, rethrow = false): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await rest('POST', `${ledgerPath(permitId)}/entries`, { body, idempotencyKey: key });
      await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(ledgerPath(permitId)) });
    } catch (thrown) {
      if (rethrow) throw insideData(thrown);
      setError(insideData(thrown));
    } finally {
      setKey(crypto.randomUUID());
      setBusy(false);
    }
  };
  return { enter, error, busy };
}
