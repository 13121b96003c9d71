import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Lettering } from './pdf-page';

const FONTS = join(__dirname, '../../assets/fonts');
const FILES = { regular: join(FONTS, 'NotoSansSC_400Regular.ttf'), bold: join(FONTS, 'NotoSansSC_700Bold.ttf') } as const;

/** Rare characters of names and places that the shipped font lacks; a system font fills in where one is installed. */
const SYSTEM = { file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', name: 'NotoSansCJKsc-Regular' };

/** 〓 (geta mark): what printers set for a character they do not have, so that a gap is seen and not guessed over. */
const GETA = '\u3013';

/** Signs without a shape, which the font draws as boxes. */
const SHAPELESS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/g;

interface Coverage {
  hasGlyphForCodePoint(code: number): boolean;
}

/** The font file behind the one in use; pdfkit's types leave it out. */
const coverageOf = (doc: PDFKit.PDFDocument, font: string): Coverage => (doc.font(font) as unknown as { _font: { font: Coverage } })._font.font;

/** Fonts read once in a process and shared by its documents (each document takes its own subset): reading one anew costs more than most papers. */
const READ = new Map<string, Coverage>();

/** Registers a font under a name: the one already read, or the file, which is read with its first character. */
function register(doc: PDFKit.PDFDocument, name: string, file: string, member?: string): () => Coverage {
  const read = READ.get(file);
  // pdfkit takes a font that is open as well; its types know files only
  if (read) doc.registerFont(name, read as unknown as string);
  else doc.registerFont(name, file, member);
  return () => {
    const coverage = coverageOf(doc, name);
    READ.set(file, coverage);
    return coverage;
  };
}

const covers = (font: Coverage, text: string): boolean => [...text].every(sign => sign === '\n' || font.hasGlyphForCodePoint(sign.codePointAt(0) as number));

/** Registers the fonts of a document and tells for each text which of them has its characters. */
export function letteringFor(doc: PDFKit.PDFDocument): Lettering {
  const hasSystem = existsSync(SYSTEM.file);
  const openers = new Map([
    ['regular', register(doc, 'regular', FILES.regular)],
    ['bold', register(doc, 'bold', FILES.bold)],
    ...(hasSystem ? [['rare', register(doc, 'rare', SYSTEM.file, SYSTEM.name)] as const] : []),
  ]);
  const fonts = new Map<string, Coverage>();
  const load = (font: string): Coverage => {
    const known = fonts.get(font) ?? (openers.get(font) as () => Coverage)();
    fonts.set(font, known);
    return known;
  };
  return (text, bold) => {
    const drawable = text.replace(/\r\n?/g, '\n').replace(SHAPELESS, '');
    const own = bold ? 'bold' : 'regular';
    if (covers(load(own), drawable)) return { font: own, drawable };
    const font = hasSystem ? 'rare' : own;
    const coverage = load(font);
    return { font, drawable: [...drawable].map(sign => (covers(coverage, sign) ? sign : GETA)).join('') };
  };
}
