const LONGEST = 120;

/** Half of a rare character cannot be encoded; it becomes a mark. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

export const endingOf = (name: string): string => (/\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1] ?? '').toLowerCase();

/** A name fit for display and download: no path, no control characters, nothing that turns the reading direction, not endless. */
export function safeName(name: string): string {
  const last = wellFormed(name).normalize('NFC').split(/[\\/]/).pop() ?? '';
  const clean = last.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd"<>|:*?]/g, '').trim().replace(/^\.+/, '');
  const ending = endingOf(clean);
  const stem = ending ? clean.slice(0, -ending.length - 1) : clean;
  // by characters, not by UTF-16 units: half a rare character could not be encoded
  return `${[...stem].slice(0, LONGEST).join('').trim() || '文件'}${ending ? `.${ending}` : ''}`;
}

/** `Content-Disposition` for any name (RFC 6266, RFC 5987): old readers get an ASCII name, the others the real one. */
export function disposition(kind: 'attachment' | 'inline', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(wellFormed(name)).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
