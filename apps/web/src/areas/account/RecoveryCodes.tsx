import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import './totp.css';

/** Shown once: each replaces the digits of a lost phone one time. */
export function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  const { t } = useTranslation('account');
  return (
    <div role="status">
      <p>
        <strong>{t('totp.codesTitle')}</strong>
      </p>
      <p className="hb-muted hb-prose">{t('totp.codesLead')}</p>
      <ul className="hb-totp__codes hb-plain-list hb-num">
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <span className="hb-row">
        <Button onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>{t('totp.copyAll')}</Button>
        <Button type="primary" onClick={onDone}>
          {t('totp.kept')}
        </Button>
      </span>
    </div>
  );
}
