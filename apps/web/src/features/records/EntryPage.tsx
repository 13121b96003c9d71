import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { filled, insideData, ledgerPath, specOf, type EntryDetail } from './model';
import './records.css';
import { Said } from './Said';

/** One entry with everything that ever stood in its place, and the way to correct it. */
export function EntryPage() {
  const { t } = useTranslation('records');
  const { base, can } = useSession();
  const { permitId = '', entryId = '' } = useParams({ strict: false }) as { permitId?: string; entryId?: string };
  const entry = useQuery(readPath<EntryDetail>(`/api/v1/ledger-entries/${entryId}`));
  if (entry.isPending) return <PageSkeleton />;
  if (entry.error) return <RouteErrorPage error={entry.error} />;
  const { data } = entry;
  const newest = data.history[data.history.length - 1];
  const writes = can('ledger.write') && newest !== undefined && newest.correctedById === null;
  return (
    <>
      <PageHeader title={data.itemTitle} back={{ to: `${base}/records/${permitId}?tab=entries`, label: t('tab.entries') }} lead={<><DateText value={data.businessDate} />{data.shift === null ? '' : ` ${t('entry.shift', { shift: data.shift })}`}</>} />
      <div className="hb-stack">
        {data.history.map((one, index) => (
          <section key={one.id} className="hb-card hb-stack">
            <div className="hb-row">
              <h2>{t('entry.version', { number: index + 1 })}</h2>
              {one.correctedById === null ? <StatusTag tone={one.voided ? 'muted' : 'success'}>{t(one.voided ? 'entry.voided' : 'entry.holds')}</StatusTag> : <StatusTag tone="muted">{t('entry.replaced')}</StatusTag>}
              {one.lateDays > 1 && <StatusTag tone="warning">{t('entry.late', { count: one.lateDays })}</StatusTag>}
            </div>
            {!one.voided && <Said fields={data.fields} data={one.data as Record<string, unknown>} />}
            <p className="hb-small hb-muted">
              {t('entry.by', { name: one.enteredByName })} <DateText value={one.enteredAt} time />
            </p>
            {one.reason && <p>{t('entry.reason', { reason: one.reason })}</p>}
          </section>
        ))}
        {writes && <Correct entry={data} newestId={newest.id} data={newest.data as Record<string, unknown>} permitId={permitId} />}
      </div>
    </>
  );
}

interface CorrectProps {
  readonly entry: EntryDetail;
  readonly newestId: string;
  readonly data: Record<string, unknown>;
  readonly permitId: string;
}

function Correct({ entry, newestId, data, permitId }: CorrectProps) {
  const { t } = useTranslation('records');
  const { base } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [open, setOpen] = useState<'correct' | 'void' | null>(null);
  const reason: FieldSpec = { name: 'reason', label: t('correct.reason'), type: 'textarea', required: true, max: 300, width: 'full', help: t('correct.reasonHelp') };
  const send = async (body: object): Promise<void> => {
    const made = await rest<{ id: string }>('POST', `/api/v1/ledger-entries/${newestId}/correct`, { body, idempotencyKey: crypto.randomUUID() });
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(ledgerPath(permitId)) });
    setOpen(null);
    await navigate({ to: `${base}/records/${permitId}/entries/${made.id}` as never });
  };
  return (
    <section className="hb-card hb-stack">
      <div className="hb-records__buttons">
        <Button size="large" aria-expanded={open === 'correct'} onClick={() => setOpen('correct')}>{t('correct.act')}</Button>
        <Button size="large" danger onClick={() => setOpen('void')}>{t('correct.void')}</Button>
      </div>
      {open === 'correct' && (
        <QuickForm
          fields={[...entry.fields.map(specOf), reason]} initial={data} submit={t('correct.act')} control={FieldControl} layout="grid"
          onSubmit={async ({ reason: why, ...values }) => {
            try {
              await send({ data: filled(values), reason: why });
            } catch (thrown) {
              throw insideData(thrown);
            }
          }}
        />
      )}
      <ConfirmAct open={open === 'void'} title={t('correct.voidTitle')} act={t('correct.void')} danger reason={{ label: t('correct.reason'), required: true }} onConfirm={why => send({ voided: true, reason: why })} onClose={() => setOpen(null)}>
        <p>{t('correct.voidText')}</p>
      </ConfirmAct>
    </section>
  );
}
