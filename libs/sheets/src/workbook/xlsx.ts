import { AppError } from '@huanbao/platform';
import { damagedWorkbook, tooMuch } from '../sheets.errors';
import { lookOf, NumberLook, SheetLine } from './cell';
import { isTrue, Parts, unescaped } from './parts';
import { Rows, Styles } from './rows';

/** Characters of shared texts kept while reading; sheets people fill in have a small part of that. */
const MOST_SHARED = 40_000_000;

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** From top to bottom; may be read again. */
  rows(): AsyncGenerator<SheetLine>;
  /** Ranges of merged cells; known only after the rows were read. */
  merges(): readonly string[];
}

/** An .xlsx, read part by part and row by row: memory holds the shared texts and one piece of a sheet. */
export async function openXlsx(path: string): Promise<{ readonly sheets: readonly Sheet[]; readonly close: () => void }> {
  const parts = await Parts.open(path);
  try {
    const targets = await relations(parts);
    const { sheets, date1904 } = await listed(parts);
    const styles: Styles = { looks: await looks(parts), texts: await sharedTexts(parts), date1904 };
    return {
      sheets: sheets.flatMap(({ name, hidden, relation }) => {
        const target = targets.get(relation);
        return target && parts.has(target) ? [sheetOf(parts, { name, hidden, target }, styles)] : [];
      }),
      close: () => parts.close(),
    };
  } catch (error) {
    parts.close();
    throw error instanceof AppError ? error : damagedWorkbook();
  }
}

function sheetOf(parts: Parts, { name, hidden, target }: { name: string; hidden: boolean; target: string }, styles: Styles): Sheet {
  let merges: readonly string[] = [];
  return {
    name,
    hidden,
    merges: () => merges,
    async *rows() {
      const rows = new Rows(styles);
      try {
        yield* parts.visit(target, rows);
      } catch (error) {
        throw error instanceof AppError ? error : damagedWorkbook();
      }
      merges = rows.merges;
    },
  };
}

async function relations(parts: Parts): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await parts.read('xl/_rels/workbook.xml.rels', {
    open: (name, { Id, Target, TargetMode }) => {
      if (name === 'Relationship' && Id && Target && TargetMode !== 'External') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
    text: () => undefined,
    close: () => undefined,
  });
  return targets;
}

async function listed(parts: Parts): Promise<{ sheets: { name: string; hidden: boolean; relation: string }[]; date1904: boolean }> {
  const sheets: { name: string; hidden: boolean; relation: string }[] = [];
  let date1904 = false;
  await parts.read('xl/workbook.xml', {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') date1904 = isTrue(attributes['date1904']);
      if (tag === 'sheet') sheets.push({ name: attributes['name'] ?? '', hidden: /hidden/i.test(attributes['state'] ?? ''), relation: attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '' });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return { sheets, date1904 };
}

/** How the numbers of each cell style are shown. */
async function looks(parts: Parts): Promise<NumberLook[]> {
  if (!parts.has('xl/styles.xml')) return [];
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inside = false;
  await parts.read('xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inside = true;
      if (name === 'xf' && inside) ids.push(Number(attributes['numFmtId'] ?? 0));
    },
    text: () => undefined,
    close: name => {
      if (name === 'cellXfs') inside = false;
    },
  });
  return ids.map(id => lookOf(id, codes.get(id)));
}

/** Texts that cells refer to; phonetic guides beside Chinese characters are not part of them. */
async function sharedTexts(parts: Parts): Promise<string[]> {
  if (!parts.has('xl/sharedStrings.xml')) return [];
  const texts: string[] = [];
  let [text, taking, guide, length] = ['', false, false, 0];
  await parts.read('xl/sharedStrings.xml', {
    open: name => {
      if (name === 'si') text = '';
      if (name === 'rPh') guide = true;
      if (name === 't') taking = !guide;
    },
    text: piece => {
      if (!taking) return;
      text += piece;
      length += piece.length;
      if (length > MOST_SHARED) throw tooMuch();
    },
    close: name => {
      if (name === 't') taking = false;
      if (name === 'rPh') guide = false;
      if (name === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}
