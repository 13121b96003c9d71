import { useTranslation } from 'react-i18next';
import { AppLink } from './AppLink';
import { StatusTag, type Tone } from './StatusTag';
import './task-list.css';

export type TaskState = 'not-started' | 'in-progress' | 'done' | 'cannot-start' | 'error';

export interface TaskItem {
  readonly key: string;
  readonly title: string;
  readonly hint?: string;
  readonly state: TaskState;
  /** Where the whole row leads. Left out for `cannot-start`. */
  readonly to?: string;
  /** For `cannot-start`: what has to come first. For `error`: how many places. */
  readonly reason?: string;
}

export interface TaskGroup {
  readonly title: string;
  readonly items: readonly TaskItem[];
}

const TONE: Record<TaskState, Tone> = {
  'not-started': 'info',
  'in-progress': 'progress',
  done: 'done',
  'cannot-start': 'muted',
  error: 'danger',
};

/** The parts of a long form, in any order; whole rows are links. Shown first, and again at every return. */
export function TaskList({ groups }: { readonly groups: readonly TaskGroup[] }) {
  const { t } = useTranslation();
  const items = groups.flatMap(group => group.items);
  const done = items.filter(item => item.state === 'done').length;
  return (
    <div className="hb-tasks">
      <p className="hb-tasks__sum">
        <strong>{t('tasks.sum', { done, all: items.length })}</strong>
        <span className="hb-tasks__bar" aria-hidden>
          <span style={{ width: `${items.length === 0 ? 0 : (done / items.length) * 100}%` }} />
        </span>
      </p>
      {groups.map(group => (
        <section key={group.title}>
          <h2>{group.title}</h2>
          <ul className="hb-plain-list">
            {group.items.map(item => (
              <Row key={item.key} item={item} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Row({ item }: { readonly item: TaskItem }) {
  const { t } = useTranslation();
  const stateId = `task-${item.key}-state`;
  return (
    <li className={`hb-tasks__row${item.to ? ' hb-tasks__row--link' : ''}`}>
      <span className="hb-tasks__name">
        {item.to ? (
          <AppLink to={item.to} aria-describedby={stateId}>
            {item.title}
          </AppLink>
        ) : (
          <span className="hb-muted">{item.title}</span>
        )}
        {item.hint && <span className="hb-small hb-muted">{item.hint}</span>}
        {item.reason && <span className="hb-small hb-muted">{item.reason}</span>}
      </span>
      <span id={stateId}>
        <StatusTag tone={TONE[item.state]}>{t(`tasks.state.${item.state}`)}</StatusTag>
      </span>
    </li>
  );
}
