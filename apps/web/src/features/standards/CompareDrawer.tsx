import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { Comparison } from './Comparison';
import { strictestPath, type ApplicableLimit, type Strictest } from './model';

interface Props {
  readonly title: string;
  readonly question: NonNullable<ApplicableLimit['question']>;
  /** Which place the button speaks of, for who does not see the page. */
  readonly about: string;
}

/** A button that opens the whole comparison of one outlet and pollutant. */
export function CompareButton({ title, question, about }: Props) {
  const { t } = useTranslation('standards');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="link" size="small" className="hb-limit__compare" onClick={() => setOpen(true)}>
        {t('compare.open')}
        <span className="hb-sr-only"> {about}</span>
      </Button>
      <Drawer open={open} size={620} title={title} onClose={() => setOpen(false)} destroyOnHidden>
        {open && <Asked question={question} />}
      </Drawer>
    </>
  );
}

function Asked({ question }: Pick<Props, 'question'>) {
  const result = useQuery(readPath<Strictest>(strictestPath, question as Record<string, string | boolean | undefined>));
  if (result.isPending) return <Skeleton lines={6} />;
  if (result.error) return <ProblemAlert error={result.error} onRetry={() => void result.refetch()} />;
  return <Comparison result={result.data} />;
}
