import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { SummaryList } from '@/shared/ui/SummaryList';
import '@/features/permits/permits.css';
import type { PrintedRegistration, PublicRegistration, Registration } from './model';

interface FactsProps {
  readonly registration: Registration | PublicRegistration;
  readonly nationalNumber?: string | null;
  /** First day on which it may be prolonged; left out for the public. */
  readonly renewableFrom?: string;
}

/** Who, where, how long, and by which entry of the catalogue. */
export function RegistrationFacts({ registration, nationalNumber, renewableFrom }: FactsProps) {
  const { t } = useTranslation('registrations');
  const { enterpriseName, siteName, uscc, industryCode, industryName, validFrom, validTo, number, classification } = registration;
  return (
    <SummaryList
      groups={[
        {
          title: t('facts.title'),
          rows: [
            { label: t('list.column.number'), value: <span className="hb-num">{number}</span> },
            ...(nationalNumber === undefined ? [] : [{ label: t('facts.national'), value: nationalNumber ?? t('facts.nationalNone') }]),
            { label: t('list.column.name'), value: `${enterpriseName} · ${siteName}` },
            { label: t('facts.uscc'), value: <span className="hb-num">{uscc}</span> },
            { label: t('list.column.industry'), value: `${industryName} ${industryCode}` },
            { label: t('facts.validity'), value: `${validFrom} — ${validTo}` },
            ...(renewableFrom === undefined || registration.status === 'cancelled' ? [] : [{ label: t('facts.renewable'), value: t('facts.renewableFrom', { day: renewableFrom }) }]),
            { label: t('facts.basis'), value: classification.map(one => `${t('facts.entry', { no: one.no })} ${one.title}：${one.text ?? ''}`).join('；') },
          ],
        },
      ]}
    />
  );
}

export function RegistrationContent({ printed }: { readonly printed: PrintedRegistration }) {
  const { t } = useTranslation('registrations');
  const rows = [
    ...printed.facts.map(fact => ({ label: textOf(fact.label), value: fact.value === '' ? null : fact.value })),
    ...printed.tables.filter(table => table.rows.length > 0).map(table => ({ label: textOf(table.caption), value: <Table table={table} /> })),
  ];
  return <SummaryList groups={[{ title: t('facts.content'), rows }]} />;
}

function Table({ table }: { readonly table: PrintedRegistration['tables'][number] }) {
  return (
    <div className="hb-printed" tabIndex={0} role="group" aria-label={textOf(table.caption)}>
      <table>
        <thead>
          <tr>
            {table.columns.map(column => (
              <th key={textOf(column.label)} scope="col">
                {textOf(column.label)}
                {column.unit && ` ${column.unit}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={`${index} ${row[0]}`}>
              {row.map((cell, at) => (
                <td key={textOf(table.columns[at]?.label ?? String(at))}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
