import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { DataTable } from '@/shared/data/DataTable';
import type { Column } from '@/shared/data/data-table.types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DateText } from '@/shared/ui/values';
import { download } from '../market/download';
import { PURPOSES, QUERIES, type Look } from './model';

/** Who looked at us, for an enterprise; what we asked, for a bank. Both read the same rows. */
export function LooksPage() {
  const { t } = useTranslation('banks');
  const { base } = useSession();
  const isBank = base.startsWith('/k/');
  const side = isBank ? 'bank' : 'enterprise';
  const columns: Column<Look>[] = [
    { key: 'other', title: t(isBank ? 'field.enterprise' : 'field.bank'), lead: true, render: row => (isBank ? row.enterpriseName : row.bankName) },
    { key: 'at', title: t('looks.at'), sortBy: 'at', render: row => <><DateText value={row.at} time /><br /><span className="hb-small hb-muted">{t(`channel.${row.channel}`)}</span></> },
    { key: 'purpose', title: t('field.purpose'), width: '11em', render: row => <>{t(`purpose.${row.purpose}`)}<br /><span className="hb-small hb-muted">{row.purposeWords}</span></> },
    { key: 'by', title: t('looks.by'), render: row => row.byName },
    { key: 'number', title: t('field.number'), render: row => <><span className="hb-num">{row.authorizationNumber}</span>{row.reference && <><br /><span className="hb-small hb-muted">{t('field.reference')} {row.reference}</span></>}</> },
    { key: 'fields', title: t('looks.fields'), width: '20em', wideOnly: true, render: row => <span className="hb-small">{row.fields.map(one => t(`fieldName.${one}`)).join('、')}</span> },
  ];
  return (
    <>
      <PageHeader title={t(`looks.title.${side}`)} lead={t(`looks.lead.${side}`)} />
      <DataTable<Look>
        caption={t(`looks.title.${side}`)}
        path={QUERIES}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `${base}/bank-authorizations/${row.authorizationId}`}
        defaultSort="-at"
        searchHint={t('looks.search')}
        onExport={query => download(`${QUERIES}/export`, query, `${t(`looks.title.${side}`)}.xlsx`)}
        filters={[
          { name: 'channel', label: t('looks.channel'), options: (['page', 'api', 'batch'] as const).map(value => ({ value, label: t(`channel.${value}`) })) },
          { name: 'purpose', label: t('field.purpose'), options: PURPOSES.map(value => ({ value, label: t(`purpose.${value}`) })) },
          { name: 'from', label: t('looks.from'), type: 'date' }, { name: 'to', label: t('looks.to'), type: 'date' },
        ]}
        empty={<EmptyState title={t(`looks.empty.${side}`)}>{t('looks.emptyHint')}</EmptyState>}
      />
    </>
  );
}
