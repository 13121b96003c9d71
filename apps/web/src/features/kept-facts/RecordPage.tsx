import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { OrganisationPicker, type Chosen } from '@/shared/form/OrganisationPicker';
import { QuickForm } from '@/shared/form/QuickForm';
import { PageHeader } from '@/shared/ui/PageHeader';
import type { StoredFile } from '@/shared/ui/files.types';
import { factFields, filled } from './fields';
import { FACTS, KINDS, useFactsChanged, type FactDetail, type Kind } from './model';
import { Scan } from './Scan';

const ENTERPRISE = 'fact-enterprise';

/** A fact by hand: of whom, what, for which time, from which document. A second person confirms it. */
export function RecordPage() {
  const { t } = useTranslation('kept-facts');
  const { base } = useSession();
  const navigate = useNavigate();
  const changed = useFactsChanged();
  const kindId = useId();
  const [id] = useState(newIdempotencyKey);
  const [enterprise, setEnterprise] = useState<Chosen | null>(null);
  const [kind, setKind] = useState<Kind>('performance-grade');
  const [scan, setScan] = useState<StoredFile | null>(null);
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const fact = await rest<FactDetail>('POST', FACTS, { body: { id, enterpriseId: enterprise?.value, kind, ...filled(values), ...(scan ? { scanFileId: scan.id } : {}) } });
    await changed();
    await navigate({ to: `${base}/kept-facts/${fact.id}` });
  };
  return (
    <>
      <PageHeader title={t('record.title')} lead={t('record.lead')} back={{ to: `${base}/kept-facts`, label: t('list.title.bureau') }} />
      <section className="hb-card hb-stack">
        <OrganisationPicker id={ENTERPRISE} kinds={['enterprise']} label={t('field.enterprise')} chosen={enterprise} onChange={setEnterprise} />
        <div className="hb-form-line">
          <label htmlFor={kindId}>{t('field.kind')}</label>
          <Select id={kindId} className="hb-field__select" value={kind} options={KINDS.map(value => ({ value, label: t(`kind.${value}`) }))} onChange={setKind} />
        </div>
        <QuickForm key={kind} fields={factFields(t, kind)} submit={t('record.submit')} onSubmit={save} control={FieldControl} layout="grid" extraErrors={() => (enterprise ? [] : [{ message: t('record.needEnterprise'), fieldId: ENTERPRISE }])}>
          <Scan id={id} scan={scan} onDone={setScan} />
        </QuickForm>
      </section>
    </>
  );
}
