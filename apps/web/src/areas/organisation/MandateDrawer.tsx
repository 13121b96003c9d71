import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, read } from '@/api/client';
import { MATTERS, VERBS } from '@/api/contract';
import type { FieldSpec } from '@/shared/form/field';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { now } from '@/shared/time/time';

interface Props {
  readonly open: boolean;
  readonly enterpriseId: string;
  readonly onClose: () => void;
}

/** Proposes a mandate to a verified firm; it holds once the firm has confirmed. */
export function MandateDrawer({ open, enterpriseId, onClose }: Props) {
  const { t } = useTranslation('organisation');
  const client = useQueryClient();
  const { message } = App.useApp();
  const firms = useQuery({ ...read('/api/v1/organisations', { params: { query: { kind: 'firm', status: 'active', limit: 200 } } }), enabled: open });
  const fields = useMandateFields(firms.data?.items ?? []);
  const propose = async (values: Record<string, unknown>): Promise<void> => {
    const body = {
      enterpriseId,
      firmId: String(values['firmId']),
      matters: values['matters'] as string[],
      verbs: values['verbs'] as string[],
      sites: null,
      validFrom: String(values['validFrom']),
      validTo: String(values['validTo']),
    };
    await call(api.POST('/api/v1/mandates', { body }));
    await client.invalidateQueries({ queryKey: ['/api/v1/mandates'] });
    void message.success(t('mandates.proposed'));
    onClose();
  };
  const today = now();
  return (
    <Drawer open={open} size={520} title={t('mandates.propose')} onClose={onClose} destroyOnHidden>
      <p className="hb-muted" style={{ marginBottom: 18 }}>
        {t('mandates.proposeLead')}
      </p>
      <ProblemAlert error={firms.error} onRetry={() => void firms.refetch()} />
      {firms.isPending && <Skeleton lines={5} />}
      {firms.data && (
        <QuickForm
          fields={fields}
          control={FieldControl}
          initial={{ validFrom: today.format('YYYY-MM-DD'), validTo: today.add(1, 'year').format('YYYY-MM-DD'), verbs: ['prepare'] }}
          submit={t('mandates.send')}
          onSubmit={propose}
        />
      )}
    </Drawer>
  );
}

function useMandateFields(firms: readonly { readonly id: string; readonly name: string }[]): readonly FieldSpec[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { name: 'firmId', label: { zh: '受托机构', en: 'Firm' }, type: 'select', required: true, options: firms.map(firm => ({ value: firm.id, label: firm.name })) },
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
    [firms, t],
  );
}
