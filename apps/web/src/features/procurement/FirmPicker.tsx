import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import './procurement.css';

export interface Pick {
  readonly firmId: string;
  readonly firmName: string;
}

interface Found extends Pick {
  readonly qualificationKinds: readonly string[];
}

interface Props {
  readonly label: string;
  readonly picked: readonly Pick[];
  readonly onChange: (picked: readonly Pick[]) => void;
  readonly most: number;
  /** Kinds of qualification the task asks for: only firms that hold the first are offered. */
  readonly kind: string | undefined;
}

/** Firms out of the public register, found by name and added one by one. */
export function FirmPicker({ label, picked, onChange, most, kind }: Props) {
  const { t } = useTranslation('procurement');
  const id = useId();
  const [typed, setTyped] = useState('');
  const q = typed.trim().length >= 2 ? typed.trim() : undefined;
  const found = useQuery({ ...readPath<{ items: readonly Found[] }>('/api/v1/public/firms', { q, qualification: kind, limit: 8 }), placeholderData: former => former });
  const offered = (found.data?.items ?? []).filter(firm => !picked.some(one => one.firmId === firm.firmId));
  return (
    <section className="hb-picker">
      <h2 className="hb-section__group">{label}</h2>
      {picked.length > 0 && (
        <ul aria-label={t('picker.picked')}>
          {picked.map(firm => (
            <li key={firm.firmId}>
              <strong>{firm.firmName}</strong>
              <Button type="text" onClick={() => onChange(picked.filter(one => one.firmId !== firm.firmId))}>
                {t('picker.remove')}
                <span className="hb-sr-only"> {firm.firmName}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="hb-muted">{t('picker.count', { count: picked.length })}</p>
      <label htmlFor={id}>{t('picker.search')}</label>
      <Input id={id} value={typed} onChange={event => setTyped(event.target.value)} onPressEnter={event => event.preventDefault()} />
      <ProblemAlert error={found.error} />
      {picked.length < most && (
        <ul aria-label={t('picker.found')} aria-busy={found.isPlaceholderData}>
          {offered.map(firm => (
            <li key={firm.firmId}>
              <span>
                {firm.firmName} <span className="hb-small hb-muted">{firm.qualificationKinds.join('、')}</span>
              </span>
              <Button onClick={() => onChange([...picked, { firmId: firm.firmId, firmName: firm.firmName }])}>
                {t('picker.add')}
                <span className="hb-sr-only"> {firm.firmName}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {offered.length === 0 && found.data && <p className="hb-muted">{t('picker.none')}</p>}
    </section>
  );
}
