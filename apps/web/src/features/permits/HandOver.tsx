import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import type { Application, Colleague } from './model';
import { useApplicationChanged } from './parts';

/** 移交: the case to a colleague whose post can do this step, with the reason. */
export function HandOver({ application }: { readonly application: Application }) {
  const { t } = useTranslation('permits');
  const id = useId();
  const changed = useApplicationChanged(application.id);
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<string>();
  const colleagues = useQuery({ ...readPath<readonly Colleague[]>(`/api/v1/cases/${application.id}/colleagues`), enabled: open, staleTime: 0 });
  if (!application.case.actions.includes('case.hand-over')) return null;
  return (
    <>
      <Button type="text" onClick={() => setOpen(true)}>
        {t('handOver.act')}
      </Button>
      <ConfirmAct
        open={open}
        title={t('handOver.title')}
        act={t('handOver.act')}
        ready={to !== undefined}
        draft={`hand-over:${application.id}`}
        reason={{ label: t('handOver.reason'), required: true }}
        onConfirm={async reason => {
          await rest('POST', `/api/v1/cases/${application.id}/hand-over`, { body: { toUserId: to, reason } });
          await changed();
        }}
        onClose={() => setOpen(false)}
      >
        <ProblemAlert error={colleagues.error} />
        {colleagues.data?.length === 0 && <p>{t('handOver.nobody')}</p>}
        <div className="hb-form-line">
          <label htmlFor={id}>{t('handOver.to')}</label>
          <Select
            id={id}
            value={to}
            loading={colleagues.isFetching}
            showSearch={{ optionFilterProp: 'label' }}
            options={(colleagues.data ?? []).map(one => ({ value: one.userId, label: `${one.name}（${t(`handOver.post.${one.post.replace('bureau.', '')}`)}）` }))}
            onChange={setTo}
          />
        </div>
      </ConfirmAct>
    </>
  );
}
