import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import './enforcement.css';
import { DRAWS, useEnforcementChanged, type Draw, type Outlook } from './model';

const COUNTS = ['wantKey', 'wantGeneral', 'wantSpecial'] as const;

/** Announces a draw: period and numbers; the pool is frozen and the digests are published. */
export function AnnouncePage() {
  const outlook = useQuery(readPath<Outlook>(`${DRAWS}/outlook`));
  if (outlook.isPending) return <PageSkeleton />;
  if (outlook.error) return <RouteErrorPage error={outlook.error} onRetry={() => void outlook.refetch()} />;
  return <Announcing outlook={outlook.data} />;
}

function useFields(outlook: Outlook): FieldSpec[] {
  const { t } = useTranslation('enforcement');
  return [
    { name: 'title', label: t('draws.name'), type: 'text', required: true, max: 100, width: 'full', example: t('draws.example') },
    { name: 'periodFrom', label: t('draws.from'), type: 'date', required: true, width: 'half' },
    { name: 'periodTo', label: t('draws.to'), type: 'date', required: true, width: 'half', help: t('draws.toHelp') },
    { name: 'wantKey', label: t('draws.wantKey'), type: 'integer', required: true, min: 0, width: 'half', help: t('draws.wantKeyHelp', { units: outlook.keyUnits, least: outlook.suggestedKey }) },
    { name: 'wantGeneral', label: t('draws.wantGeneral'), type: 'integer', required: true, min: 0, width: 'half', help: t('draws.wantGeneralHelp', { units: outlook.generalUnits, least: outlook.suggestedGeneral }) },
    { name: 'wantSpecial', label: t('draws.wantSpecial'), type: 'integer', required: true, min: 0, width: 'half', help: t('draws.wantSpecialHelp', { units: outlook.specialUnits }) },
    { name: 'publicSource', label: t('draws.publicSource'), type: 'text', required: true, max: 100, width: 'half', help: t('draws.publicSourceHelp'), example: t('draws.publicSourceExample') },
    { name: 'publicOn', label: t('draws.publicOn'), type: 'date', required: true, width: 'half', help: t('draws.publicOnHelp') },
  ];
}

function Announcing({ outlook }: { readonly outlook: Outlook }) {
  const { t } = useTranslation('enforcement');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useEnforcementChanged();
  const [key] = useState(newIdempotencyKey);
  const fields = useFields(outlook);
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const { title, periodFrom, periodTo, publicSource, publicOn } = values;
    const counts = Object.fromEntries(COUNTS.map(name => [name, Number(values[name] ?? 0)]));
    const { id } = await rest<Draw>('POST', DRAWS, { body: { title, periodFrom, periodTo, publicSource, publicOn, ...counts }, idempotencyKey: key });
    await changed();
    await navigate({ to: `${base}/inspection-draws/${id}` });
  };
  return (
    <div className="hb-stack">
      <PageHeader title={t('draws.new')} lead={t('draws.newLead')} back={{ to: `${base}/inspection-draws`, label: t('draws.title') }} />
      <section className="hb-card">
        <QuickForm fields={fields} initial={{ wantKey: String(outlook.suggestedKey), wantGeneral: String(Math.min(outlook.suggestedGeneral, outlook.generalUnits)), wantSpecial: '0' }} submit={t('draws.announce')} onSubmit={save} control={FieldControl} layout="grid" />
      </section>
      <section className="hb-card">
        <h2>{t('draws.rules')}</h2>
        <p className="hb-muted">{t('draws.rulesLead', { officers: outlook.officers })}</p>
        <div className="hb-enforcement__scroll">
          <table className="hb-enforcement__table">
            <thead><tr><th scope="col">{t('draws.rule')}</th><th scope="col" className="hb-num">{t('draws.value')}</th><th scope="col">{t('draws.basis')}</th></tr></thead>
            <tbody>{outlook.parameters.map(one => <tr key={one.key + one.title}><th scope="row">{one.title}</th><td className="hb-num">{one.value} {one.unit}</td><td className="hb-small">{one.legalBasis}{!one.verified && t('unverified')}</td></tr>)}</tbody>
          </table>
        </div>
      </section>
    </div>
  );
}
