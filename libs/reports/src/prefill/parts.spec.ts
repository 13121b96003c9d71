import { penaltyWords } from './parts';

describe('a penalty in an execution report', () => {
  const FACT = { documentNo: '孝环罚〔2027〕3号', servedOn: '2027-05-10', violation: { zh: '台账记录不全', en: '' }, measures: [{ zh: '罚款', en: 'Fine' }], fineYuan: '20000.00' };

  it.each([
    [{ closed: false, ended: false }, '尚未结案'],
    [{ closed: false, ended: true }, '尚未结案'],
    [{ closed: true, ended: false }, '已执行完毕'],
    // given up or ended by the court: nobody says that it was performed
    [{ closed: true, ended: true }, '已结案'],
  ])('%j: %s', (standing, words) => expect(penaltyWords({ ...FACT, ...standing })).toBe(`孝环罚〔2027〕3号（2027-05-10 送达）：台账记录不全；罚款，罚款 20000.00 元；${words}。整改情况：`));
});
