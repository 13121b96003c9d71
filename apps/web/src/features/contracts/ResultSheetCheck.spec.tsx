import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { renderAt } from '@/test/render';
import type { Contract } from './model';
import { ResultSheetCheck } from './ResultSheetCheck';

const PERMITS = [{ id: 'p1', number: '91141181MA0EXAMPL1001P', siteName: '一厂' }, { id: 'p2', number: '91141181MA0EXAMPL1002P', siteName: '二厂' }];
const WHICH = { status: 409, code: 'contract.which-permit', zh: '委托方有几个有效的排污许可证，请先选择监测的是哪一个', en: 'Say which one.', permits: PERMITS };
const SHEET = { name: null, laboratory: null, taskId: null, taskTitle: null, takenAt: null, takenByName: null, accepted: 0, existing: 0, refused: 0, rows: [] };
const json = (body: object, status: number): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': status < 300 ? 'application/json' : 'application/problem+json' } });

afterEach(() => vi.unstubAllGlobals());

it('asks which of several permits was monitored, and goes on with the answer', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(new URL(request.url).search);
    return Promise.resolve(asked.at(-1) === '' ? json(WHICH, 409) : json(SHEET, 200));
  });
  const { container } = await renderAt(<ResultSheetCheck contract={{ id: 'c1' } as Contract} />);
  await screen.findByRole('button', { name: '核对填好的结果表' });
  const give = (): boolean => fireEvent.change(container.querySelector('input[type=file]') as HTMLInputElement, { target: { files: [new File(['x'], '结果.xlsx')] } });
  expect(screen.queryByLabelText('监测的是哪一个排污许可证')).toBeNull();
  give();
  expect(await screen.findByText(WHICH.zh)).toBeVisible();
  await userEvent.click(screen.getByLabelText('监测的是哪一个排污许可证'));
  await userEvent.click(await screen.findByText('二厂 91141181MA0EXAMPL1002P'));
  expect(screen.queryByText(WHICH.zh)).toBeNull();
  give();
  expect(await screen.findByText('结果.xlsx')).toBeVisible();
  expect(asked).toEqual(['', '?permitId=p2']);
});
