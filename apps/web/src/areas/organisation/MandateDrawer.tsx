import { useQueryClient } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, idempotency, newIdempotencyKey } from '@/api/client';
import { MATTERS, VERBS } from '@/api/contract';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { OrganisationSelect, type Chosen } from '@/shared/form/OrganisationPicker';
import { QuickForm } from '@/shared/form/QuickForm';
import { now } from '@/shared/time/time';
import { MandateSites, SITES_FIELD } from './MandateSites';

interface Props {
  readonly open: boolean;
  readonly enterpriseId: string;
  readonly onClose: () => void;
}

const FIRM = 'mandate-firm';

/** Proposes a mandate to a verified firm; it holds once the firm has confirmed. */
export function MandateDrawer({ open, enterpriseId, onClose }: Props) {
  const { t } = useTranslation('organisation');
  return (
    <Drawer open={open} size={520} title={t('mandates.propose')} onClose={onClose} destroyOnHidden>
      <p className="hb-muted" style={{ marginBottom: 18 }}>
        {t('mandates.proposeLead')}
      </p>
      <Proposal enterpriseId={enterpriseId} onClose={onClose} />
    </Drawer>
  );
}

function Proposal({ enterpriseId, onClose }: Omit<Props, 'open'>) {
  const { t } = useTranslation('organisation');
  const fields = useMandateFields();
  const [firm, setFirm] = useState<Chosen | null>(null);
  const [sites, setSites] = useState<readonly string[] | null>(null);
  const propose = useProposal(enterpriseId, onClose);
  const today = now();
  return (
    <div className="hb-stack" style={{ gap: 18 }}>
      <div>
        <label htmlFor={FIRM} className="hb-field__label">
          {t('mandates.findFirm')}
        </label>
        <OrganisationSelect id={FIRM} kinds={['firm']} chosen={firm} onChange={setFirm} />
      </div>
      <QuickForm
        fields={fields}
        control={FieldControl}
        initial={{ validFrom: today.format('YYYY-MM-DD'), validTo: today.add(1, 'year').format('YYYY-MM-DD'), verbs: ['prepare'] }}
        submit={t('mandates.send')}
        extraErrors={() => [
          ...(firm ? [] : [{ message: t('mandates.chooseFirm'), fieldId: FIRM }]),
          ...(sites?.length === 0 ? [{ message: t('mandates.chooseSites'), fieldId: SITES_FIELD }] : []),
        ]}
        onSubmit={values => propose(firm?.value ?? '', { ...values, sites })}
      >
        <MandateSites enterpriseId={enterpriseId} value={sites} onChange={setSites} />
      </QuickForm>
    </div>
  );
}

function useProposal(enterpriseId: string, onClose: () => void): (firmId: string, values: Record<string, unknown>) => Promise<void> {
  const { t } = useTranslation('organisation');
  const client = useQueryClient();
  const { message } = App.useApp();
  const [key] = useState(newIdempotencyKey);
  return async (firmId, values) => {
    const body = {
      enterpriseId,
      firmId,
      matters: values['matters'] as string[],
      verbs: values['verbs'] as string[],
      sites: values['sites'] as string[] | null,
      validFrom: String(values['validFrom']),
      validTo: String(values['validTo']),
    };
    await call(api.POST('/api/v1/mandates', { body, headers: idempotency(key) }));
    await client.invalidateQueries({ queryKey: ['/api/v1/mandates'] });
    void message.success(t('mandates.proposed'));
    onClose();
  };
}

function useMandateFields(): readonly FieldSpec[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { name: 'matters', label: { zh: '哪些事', en: 'Matters' }, type: 'multiselect', required: true, options: MATTERS.map(matter => ({ value: matter, label: t(`matter.${matter}`) })) },
      {
        name: 'verbs',
        label: { zh: '可以做什么', en: 'What it may do' },
        help: { zh: '“签章”等同于贵单位自己签署，请慎重。', en: '“Sign” counts as your own signature; give it with care.' },
        type: 'multiselect',
        required: true,
        options: VERBS.map(verb => ({ value: verb, label: t(`verb.${verb}`) })),
      },
      { name: 'validFrom', label: { zh: '从哪天起', en: 'From' }, type: 'date', required: true },
      { name: 'validTo', label: { zh: '到哪天止', en: 'Until' }, type: 'date', required: true },
    ],
    [t],
  );
}
