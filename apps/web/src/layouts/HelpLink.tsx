import { QuestionCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { AppLink } from '@/shared/ui/AppLink';

export function HelpLink() {
  const { t } = useTranslation();
  return (
    <AppLink to="/help" className="hb-icon-link" aria-label={t('shell.help')} title={t('shell.help')}>
      <QuestionCircleOutlined aria-hidden />
    </AppLink>
  );
}
