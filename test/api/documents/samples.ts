import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { Document, Packer, Paragraph } from 'docx';
import { createPdf } from '@huanbao/documents';

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the directory states instead of the true length. */
  readonly statedBytes?: number;
}

/** A ZIP written by hand, so that it can lie. */
export function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, statedBytes } of parts) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(statedBytes ?? bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields.subarray(0, 26), rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, entries, end]);
}

const part = (name: string, text: string | Buffer = ''): Part => ({ name, bytes: Buffer.from(text) });
const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';

/** The least that counts as Word, with more parts. */
export const wordWith = (...more: Part[]): Buffer => zip([part('[Content_Types].xml', TYPES), part('word/document.xml', '<w:document/>'), ...more]);
export const wordWithPart = (name: string, text = 'x'): Buffer => wordWith(part(name, text));
export const wordWithTypes = (types: string): Buffer => zip([part('[Content_Types].xml', types), part('word/document.xml', '<w:document/>')]);
/** 120 MB of nothing in a few kilobytes. */
export const zipBomb = (): Buffer => wordWith(part('word/media/a.xml', Buffer.alloc(120 * 1024 * 1024)));
/** The same, but its directory says 100 bytes. */
export const lyingZipBomb = (): Buffer => wordWith({ name: 'word/media/a.xml', bytes: Buffer.alloc(120 * 1024 * 1024), statedBytes: 100 });
export const manyParts = (): Buffer => wordWith(...Array.from({ length: 5001 }, (_, i) => part(`word/${i}.xml`)));

export async function word(text: string): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: text.split('\n').map(line => new Paragraph(line)) }] }));
}

export async function sheet(rows: readonly (readonly unknown[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('数据').addRows(rows.map(row => [...row]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

export function pdf(...paragraphs: string[]): Promise<Buffer> {
  return createPdf({ title: '样例', author: '测试', subject: '测试', at: new Date('2026-11-23T00:00:00Z') }, page => paragraphs.forEach(text => page.paragraph(text)));
}

/** A PDF written by hand from its objects (from number 1), with a correct table of places. */
export function rawPdf(...objects: (string | Buffer)[]): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  objects.forEach((object, i) => {
    places.push(at);
    const bytes = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    parts.push(bytes);
    at += bytes.length;
  });
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>';

/** Runs a script when opened, the name spelled with a hex sign. */
export const scriptedPdf = (): Buffer => rawPdf('<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R >>', PAGES, PAGE, '<< /S /J#61vaScript /JS (app.alert\\(1\\)) >>');
export const launchingPdf = (): Buffer => rawPdf('<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (calc.exe) >> >>', PAGES, PAGE);

/** The page's content swells from about `megabytes` kilobytes to `megabytes` megabytes, packed twice. */
export function swellingPdf(megabytes: number): Buffer {
  const packed = deflateSync(deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 0x20), { level: 9 }), { level: 9 });
  const stream = Buffer.concat([Buffer.from(`<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`), packed, Buffer.from('\nendstream')]);
  return rawPdf('<< /Type /Catalog /Pages 2 0 R >>', PAGES, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>', stream);
}

/** One white dot. */
export const png = (): Buffer =>
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==', 'base64');
/** As much of a JPEG as its frame needs: start, a comment, end. */
export const jpg = (): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0x00, 0x62]), Buffer.alloc(96, 0x20), Buffer.from([0xff, 0xd9])]);
export const program = (): Buffer => Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(4096)]);
/** The test string every scanner knows, put together here so that no scanner takes this file for a virus. */
export const eicar = (): string => ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!', '$H+H*'].join('');
