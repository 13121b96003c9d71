import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type CellProblem = Schemas['CellProblemView'];
export type TablePreview = Schemas['TablePreviewView'];
export type Paper = Schemas['FormPaperView'];
export type FormPreview = Schemas['FormPreviewView'];

/** Where a problem stands, as Excel names it. */
export const placeOf = ({ sheet, address }: CellProblem): string => (address === '' ? sheet : `${sheet}!${address}`);

/** The list as text with tabs: it pastes into a message or another sheet. */
export function asLines(problems: readonly CellProblem[], english: boolean): string {
  return problems.map(one => [placeOf(one), (english ? one.column?.en : one.column?.zh) ?? '', one.found, english ? one.en : one.zh].map(cell => cell.replace(/[\t\n]/g, ' ')).join('\t')).join('\n');
}
