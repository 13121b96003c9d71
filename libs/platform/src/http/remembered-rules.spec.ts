import { IsEmail, IsInt, IsString, MetadataStorage, registerDecorator, validateSync } from 'class-validator';
import { getMetadataStorage } from 'class-validator';
import { rememberRules } from './remembered-rules';

class Base {
  @IsString() name!: unknown;
}
class Extended extends Base {
  @IsInt() count!: unknown;
}

const failing = (object: object, groups?: string[]): string[] => validateSync(object, { forbidUnknownValues: true, ...(groups ? { groups } : {}) }).map(error => error.property).sort();

describe('the remembered rules of a class', () => {
  rememberRules();

  it('are its own and those it inherits, each time', () => {
    for (let time = 0; time < 3; time++) {
      expect(failing(Object.assign(new Extended(), { name: 1, count: 'x' }))).toEqual(['count', 'name']);
      expect(failing(Object.assign(new Base(), { name: 1 }))).toEqual(['name']);
      expect(failing(Object.assign(new Extended(), { name: 'a', count: 1 }))).toEqual([]);
    }
  });

  it('are found anew after one is added, for those who inherit it too', () => {
    expect(failing(Object.assign(new Extended(), { name: 'a', count: 1, mail: 'no' }))).toEqual([]);
    IsEmail()(Base.prototype, 'mail');
    expect(failing(Object.assign(new Extended(), { name: 'a', count: 1, mail: 'no' }))).toEqual(['mail']);
  });

  it('of a group are not those without one', () => {
    class Grouped {
      @IsInt({ groups: ['strict'] }) count: unknown = 'x';
      @IsString() name: unknown = 1;
    }
    expect(failing(new Grouped())).toEqual(['count', 'name']);
    expect(failing(new Grouped(), ['strict'])).toEqual(['count']);
    expect(failing(new Grouped(), ['other'])).toEqual([]);
  });

  it('are looked for once', () => {
    const storage = new MetadataStorage();
    const searched = jest.spyOn(storage, 'getTargetValidationMetadatas');
    rememberRules(storage);
    rememberRules(storage);
    for (let time = 0; time < 3; time++) storage.getTargetValidationMetadatas(Base, undefined as never, false, false);
    expect(searched).toHaveBeenCalledTimes(1);
  });

  it('are kept in the storage that decorators write to', () => {
    registerDecorator({ target: Base, propertyName: 'extra', options: {}, validator: { validate: () => false } });
    expect(getMetadataStorage().getTargetValidationMetadatas(Extended, undefined as never, false, false).map(one => one.propertyName)).toContain('extra');
  });
});
