import { REGISTRATION_FIELDS } from '../registrations/form';
import type { Field, Text } from './field';
import { SECTION_KEYS } from './field';
import { SECTIONS } from './form';
import { normalise } from './normalise';

interface Entry {
  readonly at: string;
  readonly field: Field;
  readonly siblings: readonly Field[];
}

const entries = (fields: readonly Field[], at: string): Entry[] =>
  fields.flatMap(field => [{ at: `${at}/${field.name}`, field, siblings: fields }, ...entries(field.columns ?? [], `${at}/${field.name}`)]);

const ALL: readonly Entry[] = [...SECTIONS.flatMap(section => entries(section.fields, section.key)), ...entries(REGISTRATION_FIELDS, 'registration')];
const at = (wanted: (entry: Entry) => boolean): string[] => ALL.filter(wanted).map(one => one.at);

const CHINESE = /[\u4e00-\u9fff]/;
/** Both languages, and neither in the place of the other; signs such as m³ are the same in both. */
const told = (text: Text | undefined): boolean => text !== undefined && text.zh.trim() !== '' && text.en.trim() !== '' && !CHINESE.test(text.en);
const CHOICES = new Set(['select', 'multiselect', 'boolean']);
/** The unit of these stands in the next column, for it differs from row to row; a number of the list and a count have none. */
const UNIT_BESIDE = ['capacityUnit', 'unit', 'parameterUnit'];
const WITHOUT_UNIT = ['supplementary-registration/processes/catalogueNo', 'supplementary-registration/processes/quantity', 'registration/airTreatments/quantity', 'registration/airOutlets/quantity', 'registration/waterTreatments/quantity'];

describe('the dictionary of the form', () => {
  it('has the nineteen sections in the order of the national form, each with a title and an introduction in both languages', () => {
    expect(SECTIONS.map(section => section.key)).toEqual([...SECTION_KEYS]);
    expect(SECTIONS.map(section => parseInt(section.nationalPage, 10))).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
    expect(SECTIONS.filter(section => !told(section.title) || !told(section.intro) || section.fields.length === 0)).toEqual([]);
    expect(ALL.length).toBeGreaterThan(190);
  });

  it('labels each field in both languages', () => expect(at(({ field }) => !told(field.label))).toEqual([]));

  it('tells about each field what to write or how to choose, with an example unless there is a choice to make', () => {
    expect(at(({ field }) => !told(field.help)).filter(place => !place.startsWith('registration/'))).toEqual([]);
    expect(at(({ field }) => !CHOICES.has(field.type) && !told(field.help))).toEqual([]);
    expect(at(({ field }) => !CHOICES.has(field.type) && !['table', 'file'].includes(field.type) && !field.example)).toEqual([]);
  });

  it('names each choice in both languages', () => {
    const chosen = ALL.filter(({ field }) => field.type === 'select' || field.type === 'multiselect');
    expect(chosen.filter(({ field }) => (field.options ?? []).length < 2).map(one => one.at)).toEqual([]);
    const unclear = chosen.flatMap(one => (one.field.options ?? []).filter(option => option.zh.trim() === '' || option.en.trim() === '' || CHINESE.test(option.en)).map(option => `${one.at}=${option.value}`));
    expect(unclear).toEqual([]);
  });

  it('says the unit of each number', () => {
    const lacks = ({ field, siblings, at: place }: Entry): boolean =>
      ['decimal', 'integer'].includes(field.type) && !field.unit && !siblings.some(one => UNIT_BESIDE.includes(one.name)) && !WITHOUT_UNIT.includes(place);
    expect(at(lacks)).toEqual([]);
  });

  it('gives examples that the field itself would take', () => {
    const refused = ALL.filter(({ field }) => field.example !== undefined && !['coordinates', 'table'].includes(field.type)).filter(({ field }) => 'problem' in normalise(field, field.example));
    expect(refused.map(one => `${one.at}: ${one.field.example ?? ''}`)).toEqual([]);
    expect(at(({ field }) => field.type === 'coordinates' && !/^\d+\.\d+, \d+\.\d+$/.test(field.example ?? ''))).toEqual([]);
  });

  it('asks by conditions that can hold: the deciding field stands in the same table or section and has that value', () => {
    const scopes = new Map(ALL.map(one => [one.at, one]));
    const broken = ALL.flatMap(({ at: place, field, siblings }) =>
      [field.visibleWhen, field.required].flatMap(condition => {
        if (condition === undefined || condition === 'always') return [];
        const root = place.split('/')[0] ?? '';
        const decider = siblings.find(one => one.name === condition.field) ?? scopes.get(`${root}/${condition.field}`)?.field;
        const values = decider?.type === 'boolean' ? [true, false] : (decider?.options ?? []).map(option => option.value);
        return decider && condition.in.every(value => (values as unknown[]).includes(value)) ? [] : [place];
      }));
    expect(broken).toEqual([]);
  });
});
