import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useState } from 'react';
import { renderAt } from '@/test/render';
import { QuickForm } from '../form/QuickForm';
import { ConfirmAct } from './ConfirmAct';
import { FormDialog } from './FormDialog';

const WORDS = '监测报告缺原始记录，不予受理';
const mask = (): Element => document.querySelector('.ant-modal-wrap') as Element;

function Act({ draft, send }: { readonly draft?: string; readonly send: (reason: string) => Promise<unknown> }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>打开</button>
      <ConfirmAct open={open} title="不予受理？" act="不予受理" draft={draft} reason={{ label: '理由', required: true }} onConfirm={send} onClose={() => setOpen(false)} />
    </>
  );
}

function Form({ send }: { readonly send: () => Promise<unknown> }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>打开</button>
      <FormDialog open={open} title="处理" onClose={() => setOpen(false)}>
        <QuickForm fields={[{ name: 'reasons', label: '事实和理由', type: 'textarea', required: true }]} submit="提出" draft="measure:1" onSubmit={send} />
      </FormDialog>
    </>
  );
}

const open = (): Promise<void> => userEvent.click(screen.getByRole('button', { name: '打开' }));
const back = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }));

beforeEach(() => localStorage.clear());

describe('an act that asks for a reason', () => {
  it('closes by a click beside it while nothing is written, and stays once something is', async () => {
    await renderAt(<Act send={vi.fn()} />);
    await open();
    await userEvent.click(mask());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await open();
    await userEvent.type(screen.getByLabelText('理由'), WORDS);
    await userEvent.click(mask());
    await userEvent.keyboard('{Escape}');
    expect(screen.getByLabelText('理由')).toHaveValue(WORDS);
  });

  it('keeps what was written through its own button and another visit, and forgets it once it is sent', async () => {
    const send = vi.fn(() => Promise.resolve());
    const { unmount } = await renderAt(<Act draft="reject:1" send={send} />);
    await open();
    await userEvent.type(screen.getByLabelText('理由'), WORDS);
    await back('返回');
    unmount();
    const again = await renderAt(<Act draft="reject:1" send={send} />);
    await open();
    expect(screen.getByLabelText('理由')).toHaveValue(WORDS);
    await back('不予受理');
    await waitFor(() => expect(send).toHaveBeenCalledWith(WORDS));
    again.unmount();
    await renderAt(<Act draft="reject:1" send={send} />);
    await open();
    expect(screen.getByLabelText('理由')).toHaveValue('');
  });

  it('has other words for another record, and none that outlive it without a name', async () => {
    const { unmount } = await renderAt(<Act draft="reject:1" send={vi.fn()} />);
    await open();
    await userEvent.type(screen.getByLabelText('理由'), WORDS);
    unmount();
    const other = await renderAt(<Act draft="reject:2" send={vi.fn()} />);
    await open();
    expect(screen.getByLabelText('理由')).toHaveValue('');
    other.unmount();
    await renderAt(<Act send={vi.fn()} />);
    await open();
    await userEvent.type(screen.getByLabelText('理由'), WORDS);
    await back('返回');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await open();
    expect(screen.getByLabelText('理由')).toHaveValue('');
  });
});

describe('a window with a form', () => {
  it('stays open beside a click once something is written, offers it again after it was closed, and forgets what is sent', async () => {
    const send = vi.fn(() => Promise.resolve());
    await renderAt(<Form send={send} />);
    await open();
    await userEvent.type(screen.getByLabelText('事实和理由'), WORDS);
    await userEvent.click(mask());
    expect(screen.getByLabelText('事实和理由')).toHaveValue(WORDS);
    await userEvent.click(screen.getByRole('button', { name: /close|关闭/i }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await open();
    await userEvent.click(await screen.findByRole('button', { name: '用这份内容' }));
    expect(screen.getByLabelText('事实和理由')).toHaveValue(WORDS);
    await back('提出');
    await waitFor(() => expect(send).toHaveBeenCalled());
    expect(JSON.stringify(localStorage)).not.toContain(WORDS);
  });
});
