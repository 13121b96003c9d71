import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { emissionsPath, filled, type EmissionsOf } from './model';

/** Figures of a coefficient or a balance, for quarters nobody measured in. */
export function BasisForm({ emissions }: { readonly emissions: EmissionsOf }) {
  const { t } = useTranslation('records');
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const send = async (values: Record<string, unknown>): Promise<void> => {
    const { what, quarter, kind, ...figures } = filled(values);
    const [place, pollutant] = String(what).split('|');
    await rest('POST', `${emissionsPath(emissions.id)}/bases`, { body: { place, pollutant, quarter, kind, figures }, idempotencyKey: crypto.randomUUID() });
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(emissionsPath(emissions.id)) });
    setOpen(false);
  };
  return (
    <div className="hb-stack">
      <div>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'day.close' : 'basis.open')}</Button>
      </div>
      {open && <QuickForm fields={fieldsOf(emissions, t)} initial={{ quarter: `${emissions.year}Q1`, kind: 'coefficient' }} submit={t('basis.save')} control={FieldControl} layout="grid" onSubmit={send} />}
    </div>
  );
}

function fieldsOf({ amounts, year }: EmissionsOf, t: (key: string) => string): FieldSpec[] {
  const coefficient = { field: 'kind', in: ['coefficient'] } as const;
  const balance = { field: 'kind', in: ['balance'] } as const;
  const figure = (name: string, when: FieldSpec['visibleWhen'], example: string): FieldSpec => ({ name, label: t(`basis.${name}`), type: name === 'activityUnit' ? 'text' : 'decimal', visibleWhen: when, required: when ?? true, example });
  return [
    { name: 'what', label: t('result.what'), type: 'select', required: true, options: amounts.filter(one => one.outletCode !== 'plant').map(one => ({ value: `${one.outletCode}|${one.pollutant}`, label: `${one.outletCode} ${textOf(one.pollutantTitle)}` })) },
    { name: 'quarter', label: t('basis.quarter'), type: 'select', required: true, options: [1, 2, 3, 4].map(number => ({ value: `${year}Q${number}`, label: `${year}Q${number}` })) },
    { name: 'kind', label: t('basis.kind'), type: 'select', required: true, options: (['coefficient', 'balance'] as const).map(value => ({ value, label: t(`amount.method.${value}`) })) },
    figure('activity', coefficient, '10000'), figure('activityUnit', coefficient, 't'), figure('factorKgPerUnit', coefficient, '1.2'),
    figure('usedT', balance, '1000'), figure('contentPercent', balance, '0.8'), figure('massRatio', balance, '2'), figure('released', balance, '0.85'),
    figure('removal', undefined, '0.95'), figure('treatmentRate', undefined, '1'),
    { name: 'source', label: t('basis.source'), type: 'text', required: true, max: 200, width: 'full', example: '排放源统计调查产排污核算方法和系数手册' },
  ];
}
