import { useTranslation } from 'react-i18next';
import { useSession } from '@/session/session';
import { PageHeader } from '@/shared/ui/PageHeader';
import { SheetImport } from '../exchange/SheetImport';
import { FACTS, useFactsChanged } from './model';

/** Many facts by Excel; each waits for a second person. */
export function ImportPage() {
  const { t } = useTranslation('kept-facts');
  const { base } = useSession();
  const words = {
    steps: [t('import.first'), t('import.second')], template: t('import.template'), choose: t('import.choose'), fileName: t('import.title'),
    done: ({ accepted }: { accepted: number }) => t('import.done', { accepted }), others: ({ existing, refused }: { existing: number; refused: number }) => t('import.others', { existing, refused }),
  };
  return (
    <>
      <PageHeader title={t('import.title')} lead={t('import.lead')} back={{ to: `${base}/kept-facts`, label: t('list.title.bureau') }} />
      <SheetImport path={`${FACTS}/import`} words={words} onDone={useFactsChanged()} />
    </>
  );
}
