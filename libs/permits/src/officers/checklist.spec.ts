import fc from 'fast-check';
import { checklistOf, distanceM, placeOf } from './checklist';
import { exifOf } from './exif';

describe('the list of a site check', () => {
  it('has every outlet and treatment facility of the form once, and where it should be', () => {
    const form = {
      basic: { location: { longitude: '111.78', latitude: '37.14' } },
      'air-outlets': { outlets: [{ id: 'a', code: 'DA001', name: '窑尾', heightM: '35', location: { longitude: '111.79', latitude: '37.15' } }, { id: 'b' }] },
      'water-outlets': { outlets: [{ id: 'c', code: 'DW001', name: '总排口' }] },
      'process-nodes': { nodes: [{ id: 'd', treatment: 'TA001' }, { id: 'e', treatment: 'TA001、TW002' }] },
    } as never;
    const list = checklistOf(form);
    const outlet = list.find(one => one.key === 'outlet:DA001');
    expect(outlet).toMatchObject({ kind: 'air-outlet', at: { lng: 111.79, lat: 37.15 }, question: expect.stringContaining('35 米') as unknown });
    expect(list.find(one => one.key === 'outlet:DW001')?.at).toEqual({ lng: 111.78, lat: 37.14 });
    expect(list.filter(one => one.kind === 'facility').map(one => one.code)).toEqual(['TA001', 'TW002']);
    expect(new Set(list.map(one => one.key)).size).toBe(list.length);
    expect(checklistOf({} as never).every(one => one.at === null)).toBe(true);
  });

  it.each([[null], ['111.78, 37.14'], [{ longitude: 'x', latitude: '37' }], [{ longitude: '200', latitude: '37' }]])('takes %p for no place', value => expect(placeOf(value)).toBeNull());

  it('measures distances in metres, alike in both directions', () => {
    expect(distanceM({ lng: 111.78, lat: 37.14 }, { lng: 111.78, lat: 37.141 })).toBe(111);
    const place = fc.record({ lng: fc.double({ min: -180, max: 180, noNaN: true }), lat: fc.double({ min: -89, max: 89, noNaN: true }) });
    fc.assert(fc.property(place, place, (a, b) => distanceM(a, b) === distanceM(b, a) && distanceM(a, a) === 0));
  });
});

describe('what a photo says of itself', () => {
  it('is read from its GPS and time, and nothing from bytes that are none', () => {
    expect(exifOf(photoAt())).toEqual({ at: { lng: 111.5, lat: -37.25 }, takenAt: '2026-11-23T10:05:00' });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), bytes => exifOf(Buffer.from(bytes)).at === null));
    const whole = photoAt();
    for (let cut = 0; cut < whole.length; cut += 7) expect(() => exifOf(whole.subarray(0, cut))).not.toThrow();
  });
});

/** A JPEG head with EXIF, little-endian: 111°30′ E, 37°15′ S. */
function photoAt(): Buffer {
  const tiff = Buffer.alloc(260);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  const entry = (at: number, [tag, type, count, value]: readonly [number, number, number, number]): void => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  };
  tiff.writeUInt16LE(2, 8);
  entry(10, [0x8769, 4, 1, 40]);
  entry(22, [0x8825, 4, 1, 60]);
  tiff.writeUInt16LE(1, 40);
  entry(42, [0x9003, 2, 20, 130]);
  tiff.write('2026:11:23 10:05:00\0', 130, 'latin1');
  tiff.writeUInt16LE(4, 60);
  entry(62, [1, 2, 2, 'S'.charCodeAt(0)]);
  entry(74, [2, 5, 3, 160]);
  entry(86, [3, 2, 2, 'E'.charCodeAt(0)]);
  entry(98, [4, 5, 3, 190]);
  [37, 1, 15, 1, 0, 1].forEach((n, i) => tiff.writeUInt32LE(n, 160 + 4 * i));
  [111, 1, 30, 1, 0, 1].forEach((n, i) => tiff.writeUInt32LE(n, 190 + 4 * i));
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(tiff.length + 8, 4);
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from([0xff, 0xda, 0, 0])]);
}
