import { send } from '@/api/transport';
import { saveBlob } from '@/shared/ui/save-blob';

const PATH = '/api/v1/evaluation-seat';

/** The personal token stands behind `#` and goes in a header: no address and no log of a server holds it. */
export const seatToken = (): string => location.hash.replace(/^#/, '');

/** What was read of the page of this seat. */
export const seatKey = () => ['evaluation-seat', seatToken()] as const;

/** @throws ProblemError */
export async function seat<T>(method: 'GET' | 'POST' | 'PUT', path = '', body?: unknown): Promise<T> {
  const headers: Record<string, string> = { 'X-Seat-Token': seatToken(), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
  const response = await send(new Request(new URL(`${PATH}${path}`, location.origin), { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }));
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export async function seatFile(id: string, name: string): Promise<void> {
  const response = await send(new Request(new URL(`${PATH}/files/${id}`, location.origin), { headers: { 'X-Seat-Token': seatToken() } }));
  saveBlob(name, await response.blob());
}
