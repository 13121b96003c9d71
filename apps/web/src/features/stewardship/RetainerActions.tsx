import { Button, Checkbox, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { RETAINERS, useStewardChanged, type Retainer } from './model';

type Act = 'accept' | 'decline' | 'withdraw' | 'consent' | 'leave' | 'propose-ending' | 'agree-ending' | 'drop-ending';

const ALL: readonly Act[] = ['decline', 'withdraw', 'leave', 'propose-ending', 'drop-ending', 'agree-ending', 'consent', 'accept'];
const PATHS: Readonly<Record<Act, string>> = { accept: 'accept', decline: 'decline', withdraw: 'withdraw', consent: 'consent', leave: 'leave', 'propose-ending': 'ending', 'agree-ending': 'ending/agree', 'drop-ending': 'ending/drop' };
const TITLES = { accept: 'acceptTitle', decline: 'declineTitle', withdraw: 'withdrawTitle', consent: 'consentTitle', leave: 'leaveTitle', 'propose-ending': 'endTitle', 'agree-ending': 'agreeTitle', 'drop-ending': 'dropTitle' } as const;
const REASONED: readonly Act[] = ['decline', 'withdraw', 'leave', 'propose-ending'];
const PRIMARY: readonly Act[] = ['accept', 'consent', 'agree-ending'];
const WORDS: Partial<Readonly<Record<Act, 'acceptText' | 'consentText' | 'leaveText'>>> = { accept: 'acceptText', consent: 'consentText', leave: 'leaveText' };

/** What the reader may do with the retainer now, each with a last look. */
export function RetainerActions({ retainer }: { readonly retainer: Retainer }) {
  const { t } = useTranslation('stewardship');
  const [act, setAct] = useState<Act | null>(null);
  const [way, setWay] = useState<'agreement' | 'notice'>('agreement');
  const [on, setOn] = useState('');
  const [entrust, setEntrust] = useState(true);
  const id = useId();
  const changed = useStewardChanged();
  const shown = act ?? 'accept';
  const words = WORDS[shown];
  const send = async (reason: string): Promise<void> => {
    const body = shown === 'propose-ending' ? { way, on, reason } : shown === 'consent' ? { entrust } : REASONED.includes(shown) ? { reason } : {};
    const versioned = shown === 'accept' || shown === 'decline' || shown === 'withdraw';
    await rest('POST', `${RETAINERS}/${retainer.id}/${PATHS[shown]}`, { body, ...(versioned ? { version: retainer.version } : {}) });
    await changed();
  };
  return (
    <>
      {ALL.filter(one => retainer.actions.includes(one)).map(one => <Button key={one} type={PRIMARY.includes(one) ? 'primary' : 'default'} onClick={() => setAct(one)}>{t(`act.${one}`)}</Button>)}
      <ConfirmAct open={act !== null} title={t(`act.${TITLES[shown]}`)} act={t(`act.${shown}`)} reason={REASONED.includes(shown) ? { label: t('act.why'), required: true } : undefined} ready={shown !== 'propose-ending' || on !== ''} onConfirm={send} onClose={() => setAct(null)}>
        {words && t(`act.${words}`)}
        {shown === 'consent' && <Checkbox checked={entrust} onChange={event => setEntrust(event.target.checked)}>{t('offer.entrust')}</Checkbox>}
        {shown === 'propose-ending' && (
          <div className="hb-form-line">
            <Radio.Group value={way} onChange={event => setWay(event.target.value as 'agreement' | 'notice')} options={[{ value: 'agreement', label: t('act.byAgreement') }, { value: 'notice', label: t('act.byNotice', { days: retainer.noticeDays }) }]} />
            <label htmlFor={id}>{t('act.on')}</label>
            <Input id={id} type="date" value={on} onChange={event => setOn(event.target.value)} />
          </div>
        )}
      </ConfirmAct>
    </>
  );
}
