import { csvCell } from './csv';

describe('a cell of a spreadsheet file', () => {
  it.each([
    [null, ''],
    [-3, '-3'],
    ['普通', '"普通"'],
    ['他说"好"', '"他说""好"""'],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['-1+1', `"'-1+1"`],
    ['@SUM', `"'@SUM"`],
    ['两\n行', '"两\n行"'],
  ])('%j becomes %s', (value, cell) => expect(csvCell(value)).toBe(cell));
});
