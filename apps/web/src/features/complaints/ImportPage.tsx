import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { PageHeader } from '@/shared/ui/PageHeader';
import { SheetImport } from '../exchange/SheetImport';
import { IMPORT, useComplaintsChanged } from './model';

/** Reports of other hotlines by Excel. */
export function ImportPage() {
  const { t } = useTranslation('complaints');
  const { base } = useSession();
  const words = {
    steps: [t('import.first'), t('import.second')], template: t('import.template'), choose: t('import.choose'), fileName: t('import.title'),
    done: ({ accepted }: { accepted: number }) => t('import.done', { accepted }), others: ({ existing, refused }: { existing: number; refused: number }) => t('import.others', { existing, refused }),
  };
  return (
    <>
      <PageHeader title={t('import.title')} lead={t('import.lead')} back={{ to: `${base}/complaints`, label: t('page.back') }} />
      <SheetImport path={IMPORT} words={words} onDone={useComplaintsChanged()} />
    </>
  );
}
