import { industriesBelow, industryOf, industryPath, searchIndustries, type Industry } from '@huanbao/standards';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './classify.css';

interface FindProps {
  /** What is searched for, as the label of the search says it. */
  readonly label: string;
  readonly onPick: (code: string) => void;
}

/** One industry of GB/T 4754: found by a word or a code, or by going down the sections. */
export function FindIndustry({ label, onPick }: FindProps) {
  const { t } = useTranslation('classify');
  const [text, setText] = useState('');
  const id = useId();
  const found = searchIndustries(text);
  const asked = text.trim() !== '';
  const pick = (code: string): void => {
    setText('');
    onPick(code);
  };
  return (
    <>
      <div className="hb-classify__search">
        <label htmlFor={`${id}-search`}>{label}</label>
        <p id={`${id}-hint`} className="hb-muted">
          {t('pick.hint')}
        </p>
        <Input id={`${id}-search`} size="large" type="search" autoComplete="off" value={text} aria-describedby={`${id}-hint`} onChange={event => setText(event.target.value)} />
        <p className="hb-sr-only" role="status">
          {asked && (found.length > 0 ? t('pick.found', { count: found.length }) : t('pick.none', { text }))}
        </p>
      </div>
      {asked && found.length === 0 && <p>{t('pick.none', { text })}</p>}
      {found.length > 0 ? <Choices industries={found} onPick={pick} withPath /> : <Browse onPick={pick} />}
    </>
  );
}

interface ChoicesProps {
  readonly industries: readonly Industry[];
  readonly onPick: (code: string) => void;
  readonly withPath?: boolean;
}

function Choices({ industries, onPick, withPath = false }: ChoicesProps) {
  return (
    <ul className="hb-classify__choices hb-plain-list">
      {industries.map(industry => (
        <li key={industry.code}>
          <button type="button" onClick={() => onPick(industry.code)}>
            <strong>{industry.name}</strong>
            <span className="hb-muted hb-num">{industry.code}</span>
            {withPath && <span className="hb-muted hb-classify__path">{industryPath(industry.code).slice(0, -1).map(each => each.name).join(' › ')}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Browse({ onPick }: { readonly onPick: (code: string) => void }) {
  const { t } = useTranslation('classify');
  const [at, setAt] = useState<string | null>(null);
  const step = (code: string): void => (code.length === 4 ? onPick(code) : setAt(code));
  const path = at === null ? [] : industryPath(at);
  return (
    <div className="hb-classify__browse">
      <h3>{t('pick.browse')}</h3>
      {at !== null && (
        <p className="hb-row">
          <button type="button" className="hb-link" onClick={() => setAt(industryOf(at)?.parent ?? null)}>
            ← {t('pick.back')}
          </button>
          <span className="hb-muted">{path.map(each => each.name).join(' › ')}</span>
        </p>
      )}
      <Choices industries={industriesBelow(at)} onPick={step} />
    </div>
  );
}
