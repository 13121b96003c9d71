import { useQuery } from '@tanstack/react-query';
import { Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useKeptText } from '@/shared/form/kept-text';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import type { Teamwork } from '../site-checks/model';
import { applicationPath, type Application } from './model';
import { useApplicationChanged } from './parts';

interface Props {
  readonly application: Application;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** An opinion on one section, or the overall one that hands the case to the approver. */
export function OpinionDialog({ application, open, onClose }: Props) {
  const { t } = useTranslation('permits');
  const id = useId();
  const changed = useApplicationChanged(application.id);
  const work = useQuery({ ...readPath<Teamwork>(`${applicationPath(application.id)}/teamwork`), enabled: open });
  const unspoken = (work.data?.media ?? []).filter(one => !one.given);
  const [section, setSection] = useState('overall');
  const [verdict, setVerdict] = useState<'agree' | 'object'>('agree');
  const [text, setText, forget] = useKeptText(`opinion:${application.id}`);
  const options = [{ value: 'overall', label: t('review.overall') }, ...application.sections.map(each => ({ value: each.section as string, label: textOf(each.title) }))];
  return (
    <ConfirmAct
      open={open}
      title={t('review.opinion')}
      act={t('review.save')}
      ready={text.trim().length >= 2}
      onConfirm={async () => {
        await rest('POST', `${applicationPath(application.id)}/opinions`, { body: { section, verdict, text: text.trim() } });
        forget();
        await changed();
      }}
      onClose={onClose}
    >
      <div className="hb-form-line">
        <label htmlFor={`${id}-section`}>{t('review.opinionSection')}</label>
        <Select id={`${id}-section`} value={section} options={options} onChange={setSection} />
      </div>
      {unspoken.length > 0 && <p className="hb-field__help">{t('review.unspoken', { media: unspoken.map(one => textOf(one.label)).join('、') })}</p>}
      <Radio.Group
        value={verdict}
        options={[
          { value: 'agree', label: t('review.agree') },
          { value: 'object', label: t('review.object') },
        ]}
        onChange={event => setVerdict(event.target.value as 'agree' | 'object')}
      />
      <div className="hb-form-line">
        <label htmlFor={`${id}-text`}>{t('review.opinionText')}</label>
        <Input.TextArea id={`${id}-text`} value={text} maxLength={4000} autoSize={{ minRows: 4, maxRows: 14 }} onChange={event => setText(event.target.value)} />
      </div>
    </ConfirmAct>
  );
}
