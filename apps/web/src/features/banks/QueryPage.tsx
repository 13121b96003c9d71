import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { AnswerView } from './Answer';
import { QUERIES, useBanksChanged, type Answer } from './model';

/** A bank asks about one enterprise. Nothing is asked before the button: each answer is recorded and shown to the enterprise. */
export function QueryPage() {
  const { t } = useTranslation('banks');
  const { base } = useSession();
  const { uscc } = useSearch({ strict: false }) as { uscc?: string };
  const changed = useBanksChanged();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const fields: FieldSpec[] = [
    { name: 'uscc', label: t('field.uscc'), type: 'uscc', required: true },
    { name: 'reference', label: t('field.reference'), type: 'text', max: 40, help: t('query.referenceHelp') },
  ];
  return (
    <>
      <PageHeader title={t('query.title')} lead={t('query.lead')} actions={<ButtonLink to={`${base}/bank-authorizations/new`}>{t('list.make.bank')}</ButtonLink>} />
      <div className="hb-stack">
        <section className="hb-card">
          <QuickForm
            key={uscc ?? ''} fields={fields} initial={{ uscc: uscc ?? '' }} submit={t('query.submit')} control={FieldControl} layout="grid"
            onSubmit={async values => {
              setAnswer(null);
              setAnswer(await rest<Answer>('POST', QUERIES, { body: { uscc: values['uscc'], reference: values['reference'] || null } }));
              await changed();
            }}
          />
        </section>
        {answer && <AnswerView answer={answer} />}
      </div>
    </>
  );
}
