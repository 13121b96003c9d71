import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { generateOpeningKey, type OpeningKey } from '@huanbao/sealing';
import { download } from './download';
import { readable, saveKey } from './key-file';
import { QUALIFICATION_KINDS, toneOf, type Qualification } from './model';

const QUEUE = '/api/v1/qualifications';
const KEYS = '/api/v1/witness-keys';

type Verb = 'verify' | 'reject' | 'suspend' | 'restore';

/** Qualifications firms claim, to be compared with their scans. */
export function VerifyPage() {
  const { t } = useTranslation('market');
  const { can } = useSession();
  const client = useQueryClient();
  const [act, setAct] = useState<{ row: Qualification; verb: Verb } | null>(null);
  const columns: Column<Qualification>[] = [
    { key: 'firm', title: t('verify.firm'), render: row => row.firmName, lead: true },
    { key: 'kind', title: t('qualifications.kind'), render: row => row.kind },
    { key: 'number', title: t('qualifications.number'), render: row => <span className="hb-num">{row.number}</span> },
    { key: 'validity', title: t('verify.validity'), render: row => <span className="hb-num">{`${row.validFrom} — ${row.validTo ?? t('qualifications.endless')}`}</span> },
    { key: 'scan', title: t('verify.scan'), render: row => (row.fileId ? <a href={`/api/v1/files/${row.fileId}/content?inline=1`} target="_blank" rel="noreferrer">{t('verify.view')}</a> : <span className="hb-muted">{t('verify.none')}</span>) },
    { key: 'state', title: t('verify.state'), render: row => <StatusTag tone={toneOf(row.state)}>{t(`qualifications.state.${row.state as 'pending'}`)}</StatusTag> },
  ];
  return (
    <>
      <PageHeader title={t('verify.title')} lead={t('verify.lead')} />
      <DataTable<Qualification>
        caption={t('qualifications.caption')}
        path={QUEUE}
        columns={columns}
        rowKey={row => row.id}
        onExport={query => download(`${QUEUE}/export`, query, `${t('verify.title')}.xlsx`)}
        searchHint={t('verify.search')}
        filters={[
          { name: 'state', label: t('verify.state'), options: (['pending', 'verified', 'lapsed', 'suspended', 'rejected'] as const).map(value => ({ value, label: t(`qualifications.state.${value}`) })) },
          { name: 'kind', label: t('verify.kind'), options: QUALIFICATION_KINDS },
          { name: 'endsWithin', label: t('verify.soon'), options: [30, 60, 90].map(days => ({ value: String(days), label: t('verify.within', { days }) })) },
          { name: 'sort', label: t('verify.sort'), options: [{ value: 'oldest', label: t('verify.oldest') }, { value: 'ending', label: t('verify.ending') }] },
        ]}
        empty={<EmptyState title={t('verify.empty')} />}
        rowActions={row =>
          row.state === 'pending' && can('qualification.review') ? (
            <span className="hb-row">
              <Button size="small" onClick={() => setAct({ row, verb: 'reject' })}>{t('verify.reject')}</Button>
              <Button size="small" type="primary" onClick={() => setAct({ row, verb: 'verify' })}>{t('verify.verify')}</Button>
            </span>
          ) : can('qualification.suspend') && (row.state === 'verified' || row.state === 'suspended') ? (
            <Button size="small" onClick={() => setAct({ row, verb: row.state === 'verified' ? 'suspend' : 'restore' })}>{t(row.state === 'verified' ? 'verify.suspend' : 'verify.restore')}</Button>
          ) : null
        }
      />
      <ConfirmAct
        open={act !== null}
        title={t(`verify.${act?.verb ?? 'verify'}Title`)}
        act={t(`verify.${act?.verb ?? 'verify'}`)}
        danger={act?.verb === 'reject' || act?.verb === 'suspend'}
        summary={act ? [{ label: t('verify.firm'), value: act.row.firmName }, { label: act.row.kind, value: act.row.number }] : undefined}
        reason={act && act.verb !== 'verify' ? { label: t(act.verb === 'reject' ? 'verify.reason' : `verify.${act.verb}Reason`), required: true } : undefined}
        onConfirm={async reason => {
          await rest('POST', `${QUEUE}/${act?.row.id}/${act?.verb}`, { body: act?.verb === 'verify' ? {} : { reason }, version: act?.row.version });
          await client.invalidateQueries({ predicate: query => query.queryKey[0] === QUEUE });
        }}
        onClose={() => setAct(null)}
      />
    </>
  );
}

type KeyRole = 'witness' | 'recovery';

interface WitnessKey {
  readonly id: string;
  readonly role: KeyRole;
  readonly holderName: string;
  readonly fingerprint: string;
  readonly active: boolean;
  readonly createdAt: string;
}

/** The bureau's recovery keys: made here, kept as a file by the witness. */
export function WitnessKeysPage() {
  const { t } = useTranslation('market');
  const { can } = useSession();
  const keys = useQuery(readPath<readonly WitnessKey[]>(KEYS));
  const [making, setMaking] = useState<KeyRole | null>(null);
  const button = can('witness-key.set') && (
    <span className="hb-row">
      <Button onClick={() => setMaking('recovery')}>{t('witness.makeRecovery')}</Button>
      <Button type="primary" onClick={() => setMaking('witness')}>{t('witness.make')}</Button>
    </span>
  );
  const active = (role: KeyRole): boolean => keys.data?.some(key => key.active && key.role === role) ?? false;
  return (
    <>
      <PageHeader title={t('witness.title')} lead={t('witness.lead')} actions={button} />
      <ProblemAlert error={keys.error} onRetry={() => void keys.refetch()} />
      <div className="hb-stack">
      {keys.data && <Alert type={active('witness') && active('recovery') ? 'success' : 'info'} showIcon title={t(active('witness') && active('recovery') ? 'witness.shares' : 'witness.noShares')} />}
      {keys.data?.length === 0 && <EmptyState title={t('witness.empty')}>{t('witness.emptyHint')}</EmptyState>}
      <ul className="hb-plain-list hb-stack">
        {keys.data?.map(key => (
          <li key={key.id} className="hb-card hb-row">
            <StatusTag tone="neutral">{t(`witness.role.${key.role}`)}</StatusTag>
            <strong>{key.holderName}</strong>
            <span className="hb-num">{readable(key.fingerprint)}</span>
            <DateText value={key.createdAt} time />
            <StatusTag tone={key.active ? 'success' : 'muted'}>{t(key.active ? 'witness.active' : 'witness.retired')}</StatusTag>
          </li>
        ))}
      </ul>
      </div>
      <MakeKey role={making} onClose={() => setMaking(null)} />
    </>
  );
}

function MakeKey({ role, onClose }: { readonly role: KeyRole | null; readonly onClose: () => void }) {
  const { t } = useTranslation('market');
  const id = useId();
  const client = useQueryClient();
  const [holder, setHolder] = useState('');
  const register = async (): Promise<void> => {
    const key: OpeningKey = await generateOpeningKey();
    saveKey(key, `${role === 'recovery' ? '恢复' : '见证'}-${holder}`);
    await rest('POST', KEYS, { body: { role, holderName: holder.trim(), publicKey: key.publicKey } });
    await client.invalidateQueries({ predicate: query => query.queryKey[0] === KEYS });
  };
  return (
    <ConfirmAct open={role !== null} title={t(role === 'recovery' ? 'witness.makeRecoveryTitle' : 'witness.makeTitle')} act={t('witness.register')} ready={holder.trim().length >= 2} onConfirm={register} onClose={onClose}>
      <p>{t(role === 'recovery' ? 'witness.textRecovery' : 'witness.text')}</p>
      <label htmlFor={id}>{t('witness.holder')}</label>
      <Input id={id} value={holder} maxLength={50} onChange={event => setHolder(event.target.value)} />
    </ConfirmAct>
  );
}
