import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { DataTable } from '@/shared/data/DataTable';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import './firms.css';
import type { Flag } from './model';

const FLAGS = '/api/v1/person-flags';
const TONE = { open: 'warning', cleared: 'muted', confirmed: 'danger' } as const;

/** People, or certificates, registered with two firms at once. */
export function FlagsPage() {
  const { t } = useTranslation('firms');
  const client = useQueryClient();
  const [act, setAct] = useState<{ flag: Flag; state: 'cleared' | 'confirmed' } | null>(null);
  const who = (flag: Flag): string => [...new Set(flag.sides.map(side => side.name))].join('、');
  return (
    <>
      <PageHeader title={t('flags.title')} lead={t('flags.lead')} />
      <DataTable<Flag>
        caption={t('flags.caption')}
        path={FLAGS}
        columns={[
          { key: 'who', title: t('flags.who'), lead: true, render: who },
          { key: 'firms', title: t('flags.firms'), render: flag => <ul className="hb-lines">{flag.sides.map(side => <li key={side.firmId}>{side.firmName} · <DateText value={side.since} /></li>)}</ul> },
          { key: 'why', title: t('flags.why'), render: flag => <>{t(flag.why === 'same-person' ? 'flags.samePerson' : 'flags.sameCertificate')}{flag.shared.length > 0 && <div className="hb-small hb-muted">{flag.shared.join('、')}</div>}</> },
          { key: 'found', title: t('flags.found'), render: flag => <DateText value={flag.foundAt} /> },
          { key: 'state', title: t('flags.state'), render: flag => <><StatusTag tone={TONE[flag.state]}>{t(`flags.states.${flag.state}`)}</StatusTag>{flag.note && <div className="hb-small">{flag.note}（{flag.closedByName}）</div>}</> },
        ]}
        rowKey={flag => flag.id}
        filters={[{ name: 'state', label: t('flags.state'), options: (['open', 'cleared', 'confirmed'] as const).map(value => ({ value, label: t(`flags.states.${value}`) })) }]}
        empty={<EmptyState title={t('flags.empty')} />}
        rowActions={flag =>
          flag.actions.length > 0 ? (
            <span className="hb-row">
              <Button size="small" onClick={() => setAct({ flag, state: 'cleared' })}>{t('flags.clear')}</Button>
              <Button size="small" onClick={() => setAct({ flag, state: 'confirmed' })}>{t('flags.confirm')}</Button>
            </span>
          ) : null
        }
      />
      {act && (
        <ConfirmAct
          open
          title={t(act.state === 'cleared' ? 'flags.clearTitle' : 'flags.confirmTitle')}
          act={t(act.state === 'cleared' ? 'flags.clear' : 'flags.confirm')}
          danger={act.state === 'confirmed'}
          summary={[{ label: t('flags.who'), value: who(act.flag) }, { label: t('flags.firms'), value: act.flag.sides.map(side => side.firmName).join('、') }]}
          reason={{ label: t('flags.note'), required: true }}
          onConfirm={async note => {
            await rest('POST', `${FLAGS}/${act.flag.id}/close`, { body: { state: act.state, note }, version: act.flag.version });
            await client.invalidateQueries({ predicate: query => query.queryKey[0] === FLAGS });
          }}
          onClose={() => setAct(null)}
        />
      )}
    </>
  );
}
