import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { inShanghai, now } from '@/shared/time/time';
import { AUTHORIZATIONS, GROUPS, useBanksChanged, type Authorization, type Consent } from './model';

/** The enterprise gives what was asked for, or less, and signs it. */
export function GrantForm({ row }: { readonly row: Authorization }) {
  const { t } = useTranslation('banks');
  const english = useLanguage() === 'en';
  const changed = useBanksChanged();
  const consent = useQuery(readPath<Consent>(`${AUTHORIZATIONS}/consent`));
  const [agreed, setAgreed] = useState(false);
  const asked = row.askedScopes ?? [];
  const today = inShanghai(now().toISOString()).format('YYYY-MM-DD');
  const begin = (row.askedFrom ?? '') < today ? today : (row.askedFrom ?? '');
  const fields: FieldSpec[] = [
    { name: 'scopes', label: t('field.scopes'), type: 'multiselect', required: true, help: t('grant.scopesHelp'), options: GROUPS.filter(one => asked.includes(one)).map(value => ({ value, label: t(`group.${value}.long`) })) },
    { name: 'fromOn', label: t('field.fromOn'), type: 'date', required: true },
    { name: 'toOn', label: t('field.toOn'), type: 'date', required: true, help: t('grant.termHelp') },
  ];
  return (
    <section className="hb-card hb-stack">
      <h2>{t('grant.title')}</h2>
      <QuickForm
        fields={fields} initial={{ scopes: [...asked], fromOn: begin, toOn: row.askedTo ?? '' }} submit={t('grant.submit')} control={FieldControl} layout="grid"
        extraErrors={() => (agreed ? [] : [{ message: t('make.agreeMissing'), fieldId: 'bank-consent' }])}
        onSubmit={async values => {
          await rest('POST', `${AUTHORIZATIONS}/${row.id}/grant`, { body: { ...values, agreed }, version: row.version });
          await changed();
        }}
      >
        <div className="hb-stack" style={{ gap: 8 }}>
          <p>{consent.data && (english ? consent.data.en : consent.data.zh)}</p>
          <Checkbox id="bank-consent" checked={agreed} onChange={event => setAgreed(event.target.checked)}>{t('make.agree')}</Checkbox>
        </div>
      </QuickForm>
    </section>
  );
}
