import { damaged } from '../documents.errors';
import { occurring, Probe } from './probe';

const PNG_END = Buffer.from('IEND\xaeB`\x82', 'latin1');
const JPEG_END = Buffer.from([0xff, 0xd9]);

/** @throws AppError `file.damaged` when the picture breaks off */
export async function assertWholeImage(file: Probe, kind: 'png' | 'jpg'): Promise<void> {
  if (file.tail.includes(kind === 'png' ? PNG_END : JPEG_END)) return;
  // telephones append a short film behind the picture
  if (kind === 'jpg' && (await occurring(file.path, { film: /ftyp(mp4|iso|qt)/ })).has('film')) return;
  throw damaged();
}
