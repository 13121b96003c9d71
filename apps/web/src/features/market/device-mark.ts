const KEY = 'hb.device';
const BYTES = 16;

/**
 * A random word this browser keeps, sent with a sealed bid only: the platform keeps a keyed hash of it, so that after the opening it can
 * be seen whether bids of different firms came from one device. It says nothing of the device or the person. The privacy page tells of it.
 */
export function deviceMark(): Record<string, string> {
  try {
    const word = localStorage.getItem(KEY) ?? [...crypto.getRandomValues(new Uint8Array(BYTES))].map(byte => byte.toString(16).padStart(2, '0')).join('');
    localStorage.setItem(KEY, word);
    return { 'x-device': word };
  } catch {
    return {}; // a browser that keeps nothing sends nothing
  }
}
