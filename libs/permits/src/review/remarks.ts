import Decimal from 'decimal.js';
import type { Coordinates, FieldProblem, Form, Row, SectionKey } from '../form/field';
import { rowsOf } from '../form/form';
import { inCity } from './in-city';
import { claimsOf, LimitClaim, LimitIndex, limitsFor } from './limit-facts';
import type { ReviewContext } from './rule';
import { comparedLimits, inClaimUnit } from './strictest-limit';
import { unitSlip } from './unit-slip';

type Around = Pick<ReviewContext, 'limits' | 'bounds' | 'boundary' | 'cityName'> & { readonly date: string };

/**
 * What one should know of a section right when it is saved, before any review: a place outside the city, a value in a wrong
 * unit, a limit looser than the strictest. Pointers lie within the section. Pure; it never hinders saving.
 */
export function remarksOn(form: Form, section: SectionKey, around: Around): FieldProblem[] {
  return [...outside(form, section, around), ...limitRemarks(form, section, around)];
}

/** Where a place can stand: the site itself, and each outlet. */
function placesOf(form: Form, section: SectionKey): readonly (readonly [string, Row | undefined])[] {
  if (section === 'basic') return [['/location', form.basic]];
  if (section !== 'air-outlets' && section !== 'water-outlets') return [];
  return rowsOf(form, section, 'outlets').map((row, index) => [`/outlets/${index}/location`, row] as const);
}

function outside(form: Form, section: SectionKey, around: Around): FieldProblem[] {
  return placesOf(form, section).flatMap(([pointer, row]) => {
    const place = row?.['location'] as Coordinates | undefined | null;
    if (!place || inCity(place, around)) return [];
    const swapped = inCity({ longitude: place.latitude, latitude: place.longitude }, around);
    const mend = swapped
      ? { zh: `经纬度填反了：应为 ${place.latitude}, ${place.longitude}`, en: `Longitude and latitude are swapped: it should be ${place.latitude}, ${place.longitude}.` }
      : { zh: '请核对经纬度的数字，以及坐标系是否为 WGS-84', en: 'Check the figures, and whether the system is WGS-84.' };
    return [{ pointer, code: 'outside-city', zh: `${place.longitude}, ${place.latitude} 不在${around.cityName}范围内。${mend.zh}`, en: `${place.longitude}, ${place.latitude} is outside ${around.cityName}. ${mend.en}` }];
  });
}

function limitRemarks(form: Form, section: SectionKey, { date, limits }: Around): FieldProblem[] {
  const root = `/${section}/`;
  const index = new LimitIndex(limits);
  return claimsOf(form, date).filter(claim => claim.pointer.startsWith(root)).flatMap(claim => remarkOn(claim, index).map(one => ({ ...one, pointer: claim.pointer.slice(root.length - 1) })));
}

function remarkOn(claim: LimitClaim, index: LimitIndex): Omit<FieldProblem, 'pointer'>[] {
  const { claimed, question, unit } = claim;
  if (claimed === undefined || question === undefined) return [];
  const about = limitsFor(claim, question, index);
  const strictest = comparedLimits(about.rows, about.question)[0];
  if (!strictest) return [];
  const most = inClaimUnit(strictest.value, unit);
  const slip = unitSlip(claimed, most, unit);
  if (slip) return [{ code: 'unit-slip', ...slip }];
  if (new Decimal(claimed).lte(most)) return [];
  const { row } = strictest;
  const doubt = row.verified ? '' : '（未核实）';
  return [{ code: 'looser', zh: `比最严适用限值 ${row.value} ${row.unit} 宽，依据 ${row.standard}${doubt}，请核对`, en: `Looser than the strictest limit ${row.value} ${row.unit} by ${row.standard}${row.verified ? '' : ' (not verified)'}.` }];
}
