import { certificateKey, idCheck, isIdNumber, maskName } from './people-rules';

describe('people of firms', () => {
  it.each([['11010519491231002X', true], ['110105194912310021', false], ['110105194913310029', false], ['11010519491231002', false], ['abc', false]])('%s is an ID number: %s', (text, expected) => expect(isIdNumber(text)).toBe(expected));
  it('computes the check character', () => expect(idCheck('11010519491231002')).toBe('X'));
  it.each([['张伟', '张*'], ['欧阳明月', '欧***'], ['李', '李*']])('shows %s as %s', (name, masked) => expect(maskName(name)).toBe(masked));
  it('takes a certificate for the same whatever the spaces, width and case', () => expect(certificateKey('上岗证', ' ab－12 ３')).toBe(certificateKey('上岗证', 'AB-123')));
});
