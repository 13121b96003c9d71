import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { useChosen } from './use-chosen';

interface Act {
  readonly name: string;
}

/** As the pages of a case do: acts that are made anew with each state of the record, one form at a time. */
function Acts({ names }: { readonly names: readonly string[] }) {
  const acts = names.map((name): Act => ({ name }));
  const [chosen, setChosen] = useChosen(acts, one => one.name);
  if (chosen === null) return acts.map(act => <button key={act.name} onClick={() => setChosen(act)}>{act.name}</button>);
  return <Form name={chosen.name} />;
}

function Form({ name }: { readonly name: string }) {
  const [typed, setTyped] = useState('');
  return <input aria-label={name} value={typed} onChange={event => setTyped(event.target.value)} />;
}

describe('the act that was chosen', () => {
  it('stays with what was typed while it may be done, and goes when it may not', () => {
    const { rerender } = render(<Acts names={['issue', 'drop']} />);
    fireEvent.click(screen.getByText('issue'));
    fireEvent.change(screen.getByLabelText('issue'), { target: { value: '已写好' } });
    rerender(<Acts names={['claim', 'issue']} />);
    expect(screen.getByLabelText<HTMLInputElement>('issue').value).toBe('已写好');
    rerender(<Acts names={['serve']} />);
    expect(screen.queryByLabelText('issue')).toBeNull();
    expect(screen.getByText('serve')).toBeTruthy();
    rerender(<Acts names={['issue']} />);
    expect(screen.queryByLabelText('issue')).toBeNull();
  });
});
