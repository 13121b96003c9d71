import type { Answers, Catalogue } from '@huanbao/standards';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from '@/shared/form/control';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { TextControl } from '@/shared/form/TextControl';
import { YesNo } from '@/shared/form/YesNo';
import { textOf } from '@/i18n';

interface Props {
  readonly catalogue: Catalogue;
  readonly asks: readonly string[];
  readonly onAnswer: (answers: Answers) => void;
}

/** Only what can be typed or ticked: a public page stays light. */
const Control = (props: ControlProps) => (props.spec.type === 'boolean' ? <YesNo {...props} /> : <TextControl {...props} />);

export function fieldsFor(catalogue: Catalogue, asks: readonly string[]): FieldSpec[] {
  return asks.flatMap((name): FieldSpec[] => {
    const question = catalogue.questions[name];
    if (!question) return [];
    const base = { name, label: question.ask, help: question.help, required: true, width: 'full' } as const;
    return [question.kind === 'yes-no' ? { ...base, type: 'boolean' } : { ...base, type: 'decimal', min: 0, max: 999_999_999_999, unit: question.unit ? textOf(question.unit) : undefined }];
  });
}

/** The questions that are open now, as one short form. */
export function Questions({ catalogue, asks, onAnswer }: Props) {
  const { t } = useTranslation('classify');
  const answer = async (values: Record<string, unknown>): Promise<void> => onAnswer(values as Answers);
  return (
    <section className="hb-card hb-classify__ask" aria-labelledby="classify-ask">
      <h2 id="classify-ask">{t('ask.title')}</h2>
      <p className="hb-muted">{t('ask.lead')}</p>
      <QuickForm fields={fieldsFor(catalogue, asks)} submit={t('ask.next')} onSubmit={answer} control={Control} layout="grid" />
    </section>
  );
}
