import fc from 'fast-check';
import { DeliveredFile, reviewDelivery, ReviewFacts } from './delivery-review';

const TEXT = '检测报告\nCMA 210412340987\n委托单位：孝义市启明石灰有限公司\n山西清源环境检测有限公司（盖章）';
const file = (over: Partial<DeliveredFile> = {}): DeliveredFile => ({ id: 'f', name: '报告.pdf', hash: 'h1', scanState: 'clean', textState: 'ready', warnings: [], text: TEXT, ...over });
const facts = (over: Partial<ReviewFacts> = {}): ReviewFacts => ({
  clientName: '孝义市启明石灰有限公司', firmName: '山西清源环境检测有限公司', deliverables: ['检测报告'], certificates: [{ kind: 'CMA', number: '210412340987' }], files: [file()], sentBack: [], ...over,
});
const codes = (over: Partial<ReviewFacts>): string[] => reviewDelivery(facts(over)).map(one => `${one.level} ${one.code}`);

describe('what the acceptor should look at', () => {
  it.each<[string, Partial<ReviewFacts>, string[]]>([
    ['all there', {}, ['ok named']],
    ['names broken by lines, in other widths', { files: [file({ text: '委托单位：孝义市启明 \n石灰有限公司 山西清源环境检测\n有限公司 ＣＭＡ２１０４１２３４０９８７' })] }, ['ok named']],
    ['no files', { files: [] }, ['look no-files']],
    ['another client', { files: [file({ text: TEXT.replace('启明', '光明') })] }, ['look client-missing']],
    ['another laboratory', { files: [file({ text: TEXT.replace('清源', '清泉') })] }, ['look firm-missing']],
    ['another accreditation', { files: [file({ text: TEXT.replace('0987', '0988') })] }, ['look certificate-missing']],
    ['one of two accreditations', { certificates: [{ kind: 'CMA', number: '1' }, { kind: 'CMA', number: '210412340987' }] }, ['ok named']],
    ['a qualification that is not printed on the work', { certificates: [{ kind: '环评备案', number: 'X-1' }] }, ['ok named']],
    ['a scan', { files: [file({ text: null, textState: 'no-text' })] }, ['look no-text']],
    ['being read', { files: [file({ text: null, textState: 'pending', scanState: 'pending' })] }, ['look unscanned', 'look reading']],
    ['with scripts', { files: [file({ warnings: ['pdf-javascript'] })] }, ['look active-content', 'ok named']],
    ['infected, and nothing else is said of it', { files: [file({ scanState: 'infected', text: null })] }, ['problem infected']],
    ['fewer than asked for', { deliverables: ['检测报告', '原始记录'] }, ['look fewer-files', 'ok named']],
    ['the same again', { sentBack: [{ round: 1, hashes: ['h1', 'h2'] }] }, ['problem same-as-before', 'ok named']],
    ['mended', { sentBack: [{ round: 1, hashes: ['h0'] }] }, ['ok named']],
    ['one mended of two', { files: [file(), file({ id: 'g', hash: 'new' })], sentBack: [{ round: 1, hashes: ['h1', 'h2'] }] }, ['ok named', 'ok named']],
    ['sent back without files before', { sentBack: [{ round: 1, hashes: [] }] }, ['ok named']],
  ])('%s', (_, over, expected) => {
    expect(codes(over)).toEqual(expected);
  });

  it('never calls a file in order that does not name the client, whatever else it says', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), noise => {
      const found = codes({ files: [file({ text: `x${noise.replace(/孝/g, '')}` })] });
      expect(found).not.toContain('ok named');
    }));
  });
});
