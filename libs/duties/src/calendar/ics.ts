/** One entry of an RFC 5545 calendar. */
export interface IcsEntry {
  readonly id: string;
  /** Day it is due. */
  readonly day: string;
  readonly title: string;
  readonly text: string;
  readonly status: string;
  /** Changes of the entry. */
  readonly sequence: number;
}

const escaped = (text: string): string => text.replace(/\\/g, '\\\\').replace(/;/g, '\\;').replace(/,/g, '\\,').replace(/\r?\n/g, '\\n');
const plain = (day: string): string => day.replaceAll('-', '');

/** Lines of at most 75 octets, further ones begin with a space; a character is never cut. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (size + octets > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += character;
    size += octets;
  }
  return [...parts, part].join('\r\n ');
}

/** @param next the day after a day */
export function icsOf(name: string, entries: readonly IcsEntry[], { stamp, next }: { readonly stamp: Date; readonly next: (day: string) => string }): string {
  const at = stamp.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//huanbao//duties//ZH', 'CALSCALE:GREGORIAN', `X-WR-CALNAME:${escaped(name)}`, 'X-WR-TIMEZONE:Asia/Shanghai', 'REFRESH-INTERVAL;VALUE=DURATION:PT12H'];
  for (const one of entries) {
    lines.push(
      'BEGIN:VEVENT', `UID:${one.id}@huanbao`, `DTSTAMP:${at}`, `SEQUENCE:${one.sequence}`, `DTSTART;VALUE=DATE:${plain(one.day)}`, `DTEND;VALUE=DATE:${plain(next(one.day))}`,
      `SUMMARY:${escaped(one.title)}`, `DESCRIPTION:${escaped(one.text)}`, 'TRANSP:TRANSPARENT', ...(one.status === 'excused' ? ['STATUS:CANCELLED'] : []), 'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-P3D', `DESCRIPTION:${escaped(one.title)}`, 'END:VALARM', 'END:VEVENT',
    );
  }
  return [...lines, 'END:VCALENDAR', ''].map(folded).join('\r\n');
}
