import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { TabLinks } from '@/shared/ui/TabLinks';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { FACTS, KINDS, TABS, useFactsChanged, type Fact } from './model';
import { Span, Standing, Value } from './parts';

/** What is kept of enterprises: the register of the bureau, or what an enterprise reads of itself. */
export function FactListPage() {
  const { t } = useTranslation('kept-facts');
  const { base, can } = useSession();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const shown = TABS.find(one => one === tab) ?? 'holding';
  const side = base.startsWith('/b/') ? 'bureau' : 'enterprise';
  const acts = side === 'bureau' && can('kept-fact.record');
  const [chosen, setChosen] = useState<Fact | null>(null);
  return (
    <>
      <PageHeader
        title={t(`list.title.${side}`)}
        lead={t(`list.lead.${side}`)}
        actions={acts && <><ButtonLink to={`${base}/kept-facts/import`}>{t('list.import')}</ButtonLink><ButtonLink to={`${base}/kept-facts/new`} kind="primary">{t('list.record')}</ButtonLink></>}
      />
      <TabLinks label={t(`list.title.${side}`)} active={shown} tabs={TABS.map(key => ({ key, label: t(`list.tabs.${key}`) }))} />
      <DataTable<Fact>
        key={shown}
        caption={t(`list.title.${side}`)}
        path={FACTS}
        query={{ tab: shown }}
        columns={useColumns(side)}
        rowKey={row => row.id}
        rowLink={row => `${base}/kept-facts/${row.id}`}
        rowActions={shown === 'waiting' ? row => row.actions.includes('decide') && <Button size="small" onClick={() => setChosen(row)}>{t('act.confirmed')}</Button> : undefined}
        defaultSort="-at"
        searchHint={t(`list.search.${side}`)}
        filters={[{ name: 'kind', label: t('field.kind'), options: KINDS.map(value => ({ value, label: t(`kind.${value}`) })) }]}
        onExport={query => download(`${FACTS}/export`, query, `${t(`list.title.${side}`)}.xlsx`)}
        empty={<EmptyState title={t(`list.empty.${shown}`)}>{t(`list.emptyHint.${side}`)}</EmptyState>}
      />
      <Confirming fact={chosen} onClose={() => setChosen(null)} />
    </>
  );
}

/** After an import many rows wait: the second person confirms them from the list, each with what it says before his eyes. */
function Confirming({ fact, onClose }: { readonly fact: Fact | null; readonly onClose: () => void }) {
  const { t } = useTranslation('kept-facts');
  const changed = useFactsChanged();
  const confirm = async (reason: string): Promise<void> => {
    if (!fact) return;
    await rest('POST', `${FACTS}/${fact.id}/decide`, { body: { verdict: 'confirmed', ...(reason ? { reason } : {}) }, version: fact.version });
    await changed();
  };
  const summary = fact ? [
    { label: t('field.enterprise'), value: fact.enterpriseName }, { label: t(`kind.${fact.kind}`), value: <Value fact={fact} /> }, { label: t('field.span'), value: <Span fact={fact} /> },
    { label: t('field.documentNo'), value: `${fact.documentNo} ${fact.authority}` },
  ] : [];
  return (
    <ConfirmAct open={fact !== null} title={t('confirm.confirmed.title')} act={t('act.confirmed')} summary={summary} reason={{ label: t('confirm.reason.confirmed'), required: false }} onConfirm={confirm} onClose={onClose}>
      <p>{t('confirm.confirmed.means')}</p>
    </ConfirmAct>
  );
}

function useColumns(side: 'bureau' | 'enterprise'): Column<Fact>[] {
  const { t } = useTranslation('kept-facts');
  return [
    { key: 'kind', title: t('field.kind'), lead: true, render: row => <>{t(`kind.${row.kind}`)}{row.step !== 'record' && <div className="hb-small hb-muted">{t(`step.${row.isAsked ? 'asked-' : ''}${row.step}`)}</div>}</> },
    ...(side === 'bureau' ? [{ key: 'enterprise', title: t('field.enterprise'), render: (row: Fact) => row.enterpriseName }] : []),
    { key: 'value', title: t('field.value'), render: row => <Value fact={row} /> },
    { key: 'span', title: t('field.span'), sortBy: 'from', render: row => <Span fact={row} /> },
    { key: 'document', title: t('field.documentNo'), wideOnly: true, render: row => <>{row.documentNo}<div className="hb-small hb-muted">{row.authority}</div></> },
    { key: 'at', title: t('field.at'), sortBy: 'at', render: row => <DateText value={row.proposedAt} /> },
    { key: 'standing', title: t('field.standing'), render: row => <Standing fact={row} /> },
  ];
}
