import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/shared/ui/PageHeader';

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A page of plain sentences, kept in the text files under `<name>`. */
export function ProsePage({ name }: { readonly name: string }) {
  const { t } = useTranslation('public');
  const sections = t(`${name}.sections`, { returnObjects: true }) as readonly Section[];
  return (
    <div className="hb-container">
      <PageHeader title={t(`${name}.title`)} lead={t(`${name}.lead`)} />
      <div className="hb-stack hb-prose">
        {sections.map(section => (
          <section key={section.title}>
            <h2 className="hb-section-title" style={{ marginBottom: 8 }}>
              {section.title}
            </h2>
            <ul>
              {section.lines.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
