// Checks a permit without any server: SM2 (GB/T 32918.2) over SM3 (GB/T 32905), nothing imported, so that the page it is
// put into can be saved, read and used on a machine without a network. The tests compare it with another implementation.
/* global TextDecoder, atob */

const rotate = (x, n) => ((x << n) | (x >>> (32 - n))) >>> 0;

const IV = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];
const T = Array.from({ length: 64 }, (_, j) => rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32));

function compress(v, bytes, offset, w) {
  for (let j = 0; j < 16; j += 1) {
    const at = offset + 4 * j;
    w[j] = ((bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]) >>> 0;
  }
  for (let j = 16; j < 68; j += 1) {
    const x = w[j - 16] ^ w[j - 9] ^ rotate(w[j - 3], 15);
    w[j] = (x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(w[j - 13], 7) ^ w[j - 6]) >>> 0;
  }
  let [a, b, c, d, e, f, g, h] = v;
  for (let j = 0; j < 64; j += 1) {
    const a12 = rotate(a, 12);
    const ss1 = rotate((a12 + e + T[j]) >>> 0, 7);
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + (ss1 ^ a12) + (w[j] ^ w[j + 4])) >>> 0;
    const tt2 = (gg + h + ss1 + w[j]) >>> 0;
    [d, c, b, a] = [c, rotate(b, 9), a, tt1];
    [h, g, f, e] = [g, rotate(f, 19), e, (tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17)) >>> 0];
  }
  [a, b, c, d, e, f, g, h].forEach((x, i) => { v[i] = (v[i] ^ x) >>> 0; });
}

const hexOf = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
const bytesOfHex = hex => Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16));

/** SM3 in lower-case hex. @param {Uint8Array} bytes */
export function sm3(bytes) {
  const v = IV.slice();
  const w = new Uint32Array(68);
  const whole = bytes.length - (bytes.length % 64);
  for (let at = 0; at < whole; at += 64) compress(v, bytes, at, w);
  const rest = bytes.length - whole;
  const tail = new Uint8Array(rest < 56 ? 64 : 128);
  tail.set(bytes.subarray(whole));
  tail[rest] = 0x80;
  new DataView(tail.buffer).setBigUint64(tail.length - 8, BigInt(bytes.length) * 8n);
  for (let at = 0; at < tail.length; at += 64) compress(v, tail, at, w);
  return v.map(x => x.toString(16).padStart(8, '0')).join('');
}

const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const A = P - 3n;
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const GX = 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n;
const GY = 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n;
/** 默认的签名者标识 of GB/T 35276. */
const SIGNER = '31323334353637383132333435363738';

const mod = (x, m = P) => ((x % m) + m) % m;
const hex64 = x => x.toString(16).padStart(64, '0');

/** Points are [X, Y, Z] with x = X/Z², y = Y/Z³; null is the point at infinity. */
function twice(p) {
  if (p === null || p[1] === 0n) return null;
  const [x, y, z] = p;
  const yy = mod(y * y);
  const s = mod(4n * x * yy);
  const zz = mod(z * z);
  const m = mod(3n * (x - zz) * (x + zz));
  const x3 = mod(m * m - 2n * s);
  return [x3, mod(m * (s - x3) - 8n * yy * yy), mod(2n * y * z)];
}

function sum(p, q) {
  if (p === null) return q;
  if (q === null) return p;
  const [z1, z2] = [mod(p[2] * p[2]), mod(q[2] * q[2])];
  const [u1, u2] = [mod(p[0] * z2), mod(q[0] * z1)];
  const [s1, s2] = [mod(p[1] * z2 * q[2]), mod(q[1] * z1 * p[2])];
  if (u1 === u2) return s1 === s2 ? twice(p) : null;
  const [h, r] = [mod(u2 - u1), mod(s2 - s1)];
  const [hh, hhh] = [mod(h * h), mod(h * h * h)];
  const x = mod(r * r - hhh - 2n * u1 * hh);
  return [x, mod(r * (u1 * hh - x) - s1 * hhh), mod(p[2] * q[2] * h)];
}

/** s·G + t·Q in one walk. */
function both(s, t, q) {
  const g = [GX, GY, 1n];
  const gq = sum(g, q);
  let point = null;
  for (let bit = 255n; bit >= 0n; bit -= 1n) {
    point = twice(point);
    const [inS, inT] = [(s >> bit) & 1n, (t >> bit) & 1n];
    if (inS && inT) point = sum(point, gq);
    else if (inS) point = sum(point, g);
    else if (inT) point = sum(point, q);
  }
  return point;
}

function inverse(x) {
  let [a, b, u, v] = [mod(x), P, 1n, 0n];
  while (a !== 0n) {
    const q = b / a;
    [b, a, v, u] = [a, b - q * a, u, v - q * u];
  }
  return mod(v);
}

/** r and s from SEQUENCE { INTEGER, INTEGER }; null for anything else. */
function rsOf(der) {
  const bytes = bytesOfHex(der);
  const number = at => (bytes[at] === 2 && bytes[at + 1] <= 33 ? { value: BigInt(`0x${hexOf(bytes.subarray(at + 2, at + 2 + bytes[at + 1])) || '0'}`), next: at + 2 + bytes[at + 1] } : null);
  if (bytes[0] !== 0x30 || bytes[1] !== bytes.length - 2) return null;
  const r = number(2);
  const s = r && number(r.next);
  return s && s.next === bytes.length ? { r: r.value, s: s.value } : null;
}

/** Whether the signature (DER, hex) of these bytes holds under the key (uncompressed point, hex). */
export function verifySm2(bytes, signature, key) {
  if (!/^(?:[0-9a-f]{2})+$/i.test(signature) || !/^04[0-9a-f]{128}$/i.test(key)) return false;
  const rs = rsOf(signature);
  const [x, y] = [BigInt(`0x${key.slice(2, 66)}`), BigInt(`0x${key.slice(66)}`)];
  if (rs === null || mod(y * y) !== mod(x * x * x + A * x + B)) return false;
  const { r, s } = rs;
  const t = mod(r + s, N);
  if (r < 1n || r >= N || s < 1n || s >= N || t === 0n) return false;
  const z = sm3(bytesOfHex(`0080${SIGNER}${hex64(A)}${hex64(B)}${hex64(GX)}${hex64(GY)}${hex64(x)}${hex64(y)}`));
  const message = new Uint8Array(32 + bytes.length);
  message.set(bytesOfHex(z));
  message.set(bytes, 32);
  const point = both(s, t, [x, y, 1n]);
  if (point === null) return false;
  const zInverse = inverse(point[2]);
  return mod(BigInt(`0x${sm3(message)}`) + mod(point[0] * zInverse * zInverse), N) === r;
}

/** What the last line of a signed file begins with. */
const SEAL = '\n%HBSEAL1 ';
const SEAL_ROOM = 600;
const FACTS = /\(HBPERMIT1:([A-Za-z0-9+/=]+)\)/;

const latin = bytes => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};

/**
 * Looks at a certificate as a file. Every byte before the seal is signed, so that any change is found.
 * @param {Uint8Array} bytes
 * @param {readonly string[]} keys the published keys of the authority
 * @returns {{verdict: 'genuine' | 'changed' | 'stranger' | 'unsealed' | 'not-pdf', facts: object | null, sm3: string | null, key: string | null}}
 */
export function checkFile(bytes, keys) {
  const answer = (verdict, more = {}) => ({ verdict, facts: null, sm3: null, key: null, ...more });
  if (latin(bytes.subarray(0, 5)) !== '%PDF-') return answer('not-pdf');
  const from = Math.max(0, bytes.length - SEAL_ROOM);
  const tail = latin(bytes.subarray(from));
  const at = tail.lastIndexOf(SEAL);
  if (at < 0) return answer(latin(bytes).includes(SEAL) ? 'changed' : 'unsealed');
  const seal = /^\n%HBSEAL1 key=(04[0-9a-f]{128}) sm2=([0-9a-f]{16,200})\n$/.exec(tail.slice(at));
  if (seal === null) return answer('changed');
  const [, key, signature] = seal;
  const body = bytes.subarray(0, from + at);
  if (!verifySm2(body, signature, key)) return answer('changed');
  if (!keys.includes(key)) return answer('stranger', { key });
  return answer('genuine', { facts: factsIn(latin(body)), sm3: sm3(body), key });
}

function factsIn(text) {
  const found = FACTS.exec(text);
  return found === null ? null : JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(found[1]), sign => sign.charCodeAt(0))));
}

/**
 * Looks at the line that is printed on every certificate, or the text of its second QR code: for paper.
 * @returns {{verdict: 'genuine' | 'changed' | 'unreadable', facts: readonly (readonly [string, string])[]}}
 */
export function checkLine(text, signature, keys) {
  const line = text.trim();
  const hex = signature.replace(/\s/g, '').toLowerCase();
  const facts = factsOfLine(line);
  if (facts === null || hex === '') return { verdict: 'unreadable', facts: [] };
  const holds = keys.some(key => verifySm2(new TextEncoder().encode(line), hex, key));
  return holds ? { verdict: 'genuine', facts } : { verdict: 'changed', facts: [] };
}

const PRINTED = ['证书编号', '单位名称', '统一社会信用代码', '法定代表人（主要负责人）', '生产经营场所', '行业类别', '管理类别', '有效期限', '发证机关', '发证日期', '内容摘要'];

const LABELS = {
  '排污许可证': ['证书编号', '单位名称', '统一社会信用代码', '生产经营场所', '有效期限', '发证机关', '发证日期', '内容摘要'],
  '排污许可证/2': PRINTED,
  '排污许可证/3': PRINTED,
};

function factsOfLine(line) {
  const [kind, ...parts] = line.split('|');
  const labels = LABELS[kind];
  if (labels === undefined || labels.length !== parts.length) return null;
  return labels.map((label, index) => [label, label === '有效期限' ? parts[index].replace('/', ' 至 ') : parts[index]]);
}

/** Text of the second QR code: a first line that says what it is, the signed line, the signature. Null for anything else. */
export function readCode(text) {
  const [mark, line, signature, ...more] = text.trim().split(/\r?\n/);
  return mark === 'HBXK1' && line && signature && more.length === 0 ? { line, signature } : null;
}
