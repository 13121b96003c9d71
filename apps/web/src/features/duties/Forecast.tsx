import { textOf } from '@/i18n';
import './duties.css';
import type { ForecastLine } from './model';

/** Duties that would end or stay, by their day. */
export function Forecast({ title, lines, none }: { readonly title: string; readonly lines: readonly ForecastLine[]; readonly none: string }) {
  return (
    <section>
      <h3>{title}</h3>
      {lines.length === 0 ? <p className="hb-muted">{none}</p> : (
        <ul className="hb-plain-list hb-duties__forecast" tabIndex={0} aria-label={title}>
          {lines.map(line => (
            <li key={line.key}>
              <time dateTime={line.dueOn} className="hb-num">{line.dueOn}</time>
              <span>{textOf(line.title)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
