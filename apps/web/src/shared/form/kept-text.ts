import { useState } from 'react';
import { now } from '@/shared/time/time';
import { dropDraft, keepDraft, readDraft } from './draft';

interface Kept {
  readonly record: string | undefined;
  readonly text: string;
}

const keptFor = (record: string | undefined): Kept => ({ record, text: record === undefined ? '' : String(readDraft(record)?.changes['text'] ?? '') });

/**
 * One text that is kept on this device until it has been sent: closing the dialog, the tab or the session loses nothing. Another record has
 * another text. Without a record it lives as long as the component.
 * @returns the text, how to change it, and how to forget it once it is sent
 */
export function useKeptText(record: string | undefined): readonly [string, (text: string) => void, () => void] {
  const [kept, setKept] = useState(() => keptFor(record));
  // the dialog turned to another record: its own text, in the same draw
  if (kept.record !== record) setKept(keptFor(record));
  const set = (text: string): void => {
    setKept({ record, text });
    if (record === undefined) return;
    if (text === '') dropDraft(record);
    else keepDraft(record, { at: now().toISOString(), version: 1, changes: { text } });
  };
  return [kept.record === record ? kept.text : keptFor(record).text, set, () => set('')];
}
