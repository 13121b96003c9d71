import { Checkbox, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useKeptText } from '@/shared/form/kept-text';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { applicationPath, type Application } from './model';
import { useApplicationChanged } from './parts';

interface Props {
  readonly application: Application;
  readonly open: boolean;
  readonly onClose: () => void;
}

type Outcome = 'grant' | 'refuse' | 'send-back';

/** The decision: each condition of art. 11 judged with what it rests on, the outcome, the reasons that are printed. A refusal is proposed here and settled by another person. */
export function DecideDialog({ application, open, onClose }: Props) {
  const { t } = useTranslation('permits');
  const id = useId();
  const changed = useApplicationChanged(application.id);
  const [met, setMet] = useState<Readonly<Record<string, boolean>>>({});
  const [comments, setComments] = useState<Readonly<Record<string, string>>>({});
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reasons, setReasons, forget] = useKeptText(`decide:${application.id}`);
  const [days, setDays] = useState('');
  const [hearing, setHearing] = useState(false);
  const conditions = application.grantConditions;
  const judged = conditions.every(condition => met[condition.key] !== undefined && (comments[condition.key] ?? '').trim() !== '');
  const allMet = conditions.every(condition => met[condition.key] === true);
  const ready = outcome !== null && reasons.trim().length >= 2 && (outcome === 'send-back' || (judged && allMet === (outcome === 'grant')));
  const send = async (): Promise<void> => {
    const list = conditions.map(condition => ({ key: condition.key, met: met[condition.key] === true, comment: comments[condition.key]?.trim() }));
    if (outcome === 'refuse') await rest('POST', `${applicationPath(application.id)}/refusal`, { body: { reasons: reasons.trim(), conditions: list, ...(days ? { statementDays: Number(days) } : {}), ...(hearing ? { hearing } : {}) } });
    else await rest('POST', `${applicationPath(application.id)}/decide`, { body: { outcome, reasons: reasons.trim(), ...(outcome === 'grant' ? { conditions: list } : {}) } });
    forget();
    await changed();
  };
  return (
    <ConfirmAct open={open} title={t('review.decideTitle')} act={t('review.decideAct')} ready={ready} onConfirm={send} onClose={onClose}>
      <p>{t('review.decideLead')}</p>
      {conditions.map(condition => (
        <div key={condition.key} className="hb-form-line" role="group" aria-labelledby={`${id}-${condition.key}`}>
          <span id={`${id}-${condition.key}`}>
            {condition.label} <span className="hb-small hb-muted">{condition.article}</span>
          </span>
          <Radio.Group
            value={met[condition.key]}
            options={[
              { value: true, label: t('review.met') },
              { value: false, label: t('review.notMet') },
            ]}
            onChange={event => setMet(all => ({ ...all, [condition.key]: event.target.value as boolean }))}
          />
          {met[condition.key] !== undefined && (
            <Input aria-label={t(met[condition.key] ? 'review.metBy' : 'review.comment')} placeholder={t(met[condition.key] ? 'review.metBy' : 'review.comment')} value={comments[condition.key] ?? ''} maxLength={1000} onChange={event => setComments(all => ({ ...all, [condition.key]: event.target.value }))} />
          )}
        </div>
      ))}
      <div className="hb-form-line" role="group" aria-labelledby={`${id}-outcome`}>
        <span id={`${id}-outcome`}>{t('review.outcome')}</span>
        <Radio.Group
          value={outcome}
          options={[
            { value: 'grant', label: t('review.grant') },
            { value: 'refuse', label: t('review.refuse') },
            { value: 'send-back', label: t('review.sendBack') },
          ]}
          onChange={event => setOutcome(event.target.value as Outcome)}
        />
      </div>
      {outcome !== null && outcome !== 'send-back' && judged && allMet !== (outcome === 'grant') && (
        <p role="alert" className="hb-warning-text">{t(outcome === 'grant' ? 'review.grantNeedsAll' : 'review.refuseNeedsOne')}</p>
      )}
      {outcome === 'refuse' && (
        <div className="hb-form-line">
          <p className="hb-small hb-muted">{t('review.refuseLead')}</p>
          <label htmlFor={`${id}-days`}>{t('review.statementDays')}</label>
          <Input id={`${id}-days`} type="number" min={3} max={60} value={days} onChange={event => setDays(event.target.value)} />
          <Checkbox checked={hearing} onChange={event => setHearing(event.target.checked)}>{t('review.hearingRight')}</Checkbox>
        </div>
      )}
      <div className="hb-form-line">
        <label htmlFor={`${id}-reasons`}>{t('review.decideReasons')}</label>
        <Input.TextArea id={`${id}-reasons`} value={reasons} maxLength={4000} autoSize={{ minRows: 3, maxRows: 12 }} onChange={event => setReasons(event.target.value)} />
      </div>
    </ConfirmAct>
  );
}
