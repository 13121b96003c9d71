import { classFacts } from './class-facts';
import { changeDemandsReapply } from './change-demands-reapply';
import { fuelBook } from './fuels';
import type { Form } from '../form/field';

describe('fuels by their names', () => {
  it.each<[string, number | undefined]>([
    ['电', 0], ['天然气', 1], ['焦炉煤气', 1], ['发生炉煤气', 1], ['煤层气（瓦斯）', 1], ['柴油', 2], ['甲醇', 2], ['成型生物质', 3], ['木屑', 3], ['原煤', 4], ['煤矸石', 4], ['石油焦', 4], ['焦粒', 4], ['冶金焦', 4], ['机制炭', 4], ['煤层气（地面抽采）', 1], ['煤制合成气（CO+H2）', 1], ['煤制合成气(CO+H2)', 1], ['水电解氢', undefined],
  ])('%s is of grade %p', (name, grade) => expect(fuelBook().grade(name)).toBe(grade));

  it('begins, ends or contains, as the word says; an empty word fits nothing', () => {
    const book = fuelBook([{ key: 'electricity', value: '^电、市电$' }, { key: 'gas', value: '、^、$' }]);
    expect([book.is('电', 'electricity'), book.is('余热发电', 'electricity'), book.is('自备市电', 'electricity'), book.is('煤气', 'gas')]).toEqual([true, false, true, false]);
  });

  it.each(['煤层气（地面抽采）', '煤制合成气（CO+H2）', '煤制合成气(CO+H2)'])('%s is a gas, brackets or not', name => expect(fuelBook().is(name, 'gas')).toBe(true));

  const withFuel = (name: string): Form => ({ materials: { fuels: [{ name }], materials: [] } }) as unknown as Form;

  it('answers the catalogue by the rows of the day', () => {
    expect(classFacts(withFuel('绿氢'))).toMatchObject({ 'fuel-natural-gas': false, 'fuel-coal-oil-producer-gas': false });
    expect(classFacts(withFuel('绿氢'), [{ key: 'producer-gas', value: '发生炉煤气、绿氢' }])).toMatchObject({ 'fuel-coal-oil-producer-gas': true });
    expect([classFacts(withFuel('焦炉煤气'))['fuel-coal-oil-producer-gas'], classFacts(withFuel('石油焦'))['fuel-coal-oil-producer-gas']]).toEqual([false, true]);
  });

  it('calls a change of fuel a rebuilt project by the rows of the day', () => {
    const asked = (rows?: readonly { key: string; value: string }[]): string[] => changeDemandsReapply(withFuel('天然气'), withFuel('绿氢'), rows).map(one => `${one.level} ${one.pointer}`);
    expect(asked()).toEqual(['W /materials/fuels/0/name']);
    expect(asked([{ key: 'coal', value: '绿氢' }])).toEqual(['E /materials/fuels/0/name']);
  });
});
