import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { applicationPath, applicationsPath, type Application, type Finding, type SiteStanding } from './model';
import { useApplicationChanged } from './parts';

const RULE = 'C16';

interface Props {
  readonly application: Application;
  readonly findings: readonly Finding[];
}

/** What must be applied for anew is no change (rule C16): says so above the remarks, and leads there with all that was typed. */
export function ReapplyInstead({ application, findings }: Props) {
  const { t } = useTranslation('permits');
  const [open, setOpen] = useState(false);
  const places = findings.filter(one => one.ruleId === RULE && one.level === 'E');
  if (places.length === 0 || !['draft', 'correcting'].includes(application.state) || !application.actions.includes('permit-application.edit')) return null;
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={t('reapply.title', { type: textOf(application.businessTypeLabel) })}
        description={
          <div className="hb-stack" style={{ gap: 12, alignItems: 'flex-start' }}>
            <p>{t(application.state === 'correcting' ? 'reapply.leadCorrecting' : 'reapply.lead', { count: places.length, type: textOf(application.businessTypeLabel) })}</p>
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('reapply.act')}
            </Button>
          </div>
        }
      />
      {open && <Dialog application={application} onClose={() => setOpen(false)} />}
    </>
  );
}

function Dialog({ application, onClose }: { readonly application: Application; readonly onClose: () => void }) {
  const { t } = useTranslation('permits');
  const changed = useApplicationChanged(application.id);
  const standing = useQuery(readPath<SiteStanding>(`${applicationsPath}/standing?siteId=${application.siteId}`));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const navigate = useNavigate();
  const { base } = useSession();
  const cases = (standing.data?.types.find(one => one.key === 'reapply')?.triggers ?? []).filter(one => one.key !== 'expired');
  const send = async (): Promise<void> => {
    const next = await rest<Application>('POST', `${applicationPath(application.id)}/business-type`, { body: { businessType: 'reapply', triggers: chosen } });
    await changed();
    if (next.id !== application.id) await navigate({ to: `${base}/permits/${next.id}` });
  };
  return (
    <ConfirmAct open title={t('reapply.confirm')} act={t('reapply.act')} ready={chosen.length > 0} onConfirm={send} onClose={onClose}>
      <p>{t(application.state === 'correcting' ? 'reapply.keepsCorrecting' : 'reapply.keeps')}</p>
      <div role="group" aria-labelledby="reapply-cases">
        <p id="reapply-cases" className="hb-field__label">
          {t('create.triggers')}
        </p>
        <Checkbox.Group value={[...chosen]} onChange={next => setChosen(next as string[])} options={cases.map(one => ({ value: one.key, label: textOf(one.label) }))} style={{ flexDirection: 'column', gap: 8 }} />
      </div>
    </ConfirmAct>
  );
}
