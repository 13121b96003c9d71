import type { Coordinates, Form, Row } from '../form/field';
import { rowsOf, SECTIONS } from '../form/form';
import { amountOf, validateSection } from '../form/validate';
import { inCity } from './in-city';
import { Finding, findingOf, ReviewContext, Rule } from './rule';

const finding = findingOf('C3');

/** C3: every section is complete, capacities are above zero, what lies on the map lies in the city, and nobody leaves a key region by a word. */
export const c03: Rule = {
  id: 'C3',
  version: '2026.4',
  since: '2026-11-30',
  basis: '排污许可管理条例 第七条、第八条',
  title: { zh: '必填完整、产能与坐标合理', en: 'Completeness, capacity and coordinates' },
  check: context => [...incomplete(context), ...idle(context.form), ...elsewhere(context), ...outsideKeyRegion(context)],
};

function incomplete({ form, needed, businessType }: ReviewContext): Finding[] {
  // a section the application does not have came with a later version of the form
  const due = form.submission === undefined && form.basic !== undefined ? SECTIONS.filter(section => form[section.key] !== undefined) : SECTIONS;
  return due.flatMap(section =>
    validateSection(section, form[section.key] ?? {}, { attachments: needed, businessType }).map(problem =>
      finding({
        level: 'E', pointer: `/${section.key}${problem.pointer}`, actual: problem.code === 'missing' ? '未填写' : '内容有误', expected: `按“${section.title.zh}”填报要求`,
        basis: '排污许可管理条例 第七条、第八条', zh: problem.zh, en: problem.en,
      }),
    ),
  );
}

/** Every table that states a capacity. */
const CAPACITIES = [['products', 'products'], ['products-supplement', 'lines']] as const;

function idle(form: Form): Finding[] {
  return CAPACITIES.flatMap(([section, table]) => rowsOf(form, section, table).flatMap((row, index) => {
    const capacity = amountOf(row, 'capacity');
    return capacity === undefined || Number(capacity) > 0 ? [] : [finding({
      level: 'E', pointer: `/${section}/${table}/${index}/capacity`, actual: capacity, expected: '大于 0', basis: '排污许可管理条例 第七条第五项',
      zh: '生产能力要大于 0，请按环评批复或核定产能填写', en: 'Capacity must be above 0. Enter the approved capacity.',
    })];
  }));
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

/** Whoever says “no” is freed of all special limits: where the whole city lies in a key region a person has to look. */
function outsideKeyRegion({ form, airKeyRegion, cityName, applicationDate }: ReviewContext): Finding[] {
  if (!airKeyRegion || form.basic?.['inKeyRegion'] !== false || applicationDate < airKeyRegion.since) return [];
  return [finding({
    level: 'W', pointer: '/basic/inKeyRegion', actual: '否', expected: `是（${cityName}属于${airKeyRegion.name}${airKeyRegion.verified ? '' : '，未核实'}）`, basis: airKeyRegion.legalBasis,
    zh: `${cityName}全域属于大气污染防治重点区域（${airKeyRegion.name}），请改为“是”；位于重点区域的执行特别排放限值`, en: `All of ${cityName} lies in a key region for air (${airKeyRegion.name}). Answer Yes: special limits hold there.`,
  })];
}

function tablePlaces(form: Form, section: 'air-outlets' | 'water-outlets'): [string, Row][] {
  return rowsOf(form, section, 'outlets').map((row, index) => [`/${section}/outlets/${index}/location`, row]);
}
