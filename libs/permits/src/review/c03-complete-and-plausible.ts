import type { Coordinates, Form, Row } from '../form/field';
import { rowsOf, SECTIONS } from '../form/form';
import { amountOf, validateSection } from '../form/validate';
import { inCity } from './in-city';
import { Finding, findingOf, ReviewContext, Rule } from './rule';

const finding = findingOf('C3');

/** C3: every section is complete, capacities are above zero, and what lies on the map lies in the city. */
export const c03: Rule = {
  id: 'C3',
  version: '2026.2',
  since: '2026-11-23',
  basis: '排污许可管理条例 第七条、第八条',
  title: { zh: '必填完整、产能与坐标合理', en: 'Completeness, capacity and coordinates' },
  check: context => [...incomplete(context), ...idle(context.form), ...elsewhere(context)],
};

function incomplete({ form, needed }: ReviewContext): Finding[] {
  // a section the application does not have came with a later version of the form
  const due = form.submission === undefined && form.basic !== undefined ? SECTIONS.filter(section => form[section.key] !== undefined) : SECTIONS;
  return due.flatMap(section =>
    validateSection(section, form[section.key] ?? {}, needed).map(problem =>
      finding({
        level: 'E', pointer: `/${section.key}${problem.pointer}`, actual: problem.code === 'missing' ? '未填写' : '内容有误', expected: `按“${section.title.zh}”填报要求`,
        basis: '排污许可管理条例 第七条、第八条', zh: problem.zh, en: problem.en,
      }),
    ),
  );
}

function idle(form: Form): Finding[] {
  return rowsOf(form, 'products', 'products').flatMap((row, index) => {
    const capacity = amountOf(row, 'capacity');
    return capacity === undefined || Number(capacity) > 0 ? [] : [finding({
      level: 'E', pointer: `/products/products/${index}/capacity`, actual: capacity, expected: '大于 0', basis: '排污许可管理条例 第七条第五项',
      zh: '生产能力要大于 0，请按环评批复或核定产能填写', en: 'Capacity must be above 0. Enter the approved capacity.',
    })];
  });
}

function elsewhere(context: ReviewContext): Finding[] {
  const places: [string, Row | undefined][] = [
    ['/basic/location', context.form.basic],
    ...tablePlaces(context.form, 'air-outlets'),
    ...tablePlaces(context.form, 'water-outlets'),
  ];
  return places.flatMap(([pointer, row]) => {
    const place = row?.['location'] as Coordinates | undefined;
    return place === undefined || inCity(place, context) ? [] : [finding({
      level: 'W', pointer, actual: `${place.longitude}, ${place.latitude}`, expected: `${context.cityName}范围内（WGS-84）`, basis: '排污许可管理条例 第五条',
      zh: `坐标不在${context.cityName}范围内，请核对经纬度是否填反、坐标系是否为 WGS-84`, en: `The place is outside ${context.cityName}. Check whether longitude and latitude are swapped and the system is WGS-84.`,
      evidence: `${context.boundary ? '不在示意边界内（示意边界不作为划界依据）；外接' : ''}范围 ${context.bounds.west}–${context.bounds.east}°E，${context.bounds.south}–${context.bounds.north}°N`,
    })];
  });
}

function tablePlaces(form: Form, section: 'air-outlets' | 'water-outlets'): [string, Row][] {
  return rowsOf(form, section, 'outlets').map((row, index) => [`/${section}/outlets/${index}/location`, row]);
}
