import { describe, expect, it } from 'vitest';
import { timelineFrom } from './case-parts';
import type { TimelineView } from './case.types';

const entry = (id: string, at: string): TimelineView => ({ id, at, text: { zh: id, en: id } }) as TimelineView;

describe('the log of a case', () => {
  it('is shown newest first, what happened in one moment too', () => {
    const happened = [entry('opened', '2026-11-29T01:00:00Z'), entry('decided', '2026-11-29T02:00:00Z'), entry('served', '2026-11-29T02:00:00Z')];
    expect(timelineFrom(happened).map(one => one.id)).toEqual(['served', 'decided', 'opened']);
  });
});
