import { followed } from './followed';

const at = new Date('2026-12-10T02:00:00Z');

describe('a duty that follows the records', () => {
  it.each([
    ['open and covered', 'due', { needed: 2, done: 2, coveredAt: at }, 'finish'],
    ['overdue and covered', 'overdue', { needed: 2, done: 2, coveredAt: at }, 'finish'],
    ['open and short', 'due', { needed: 2, done: 1, coveredAt: null }, null],
    ['open, and nothing is needed', 'due', { needed: 0, done: 0, coveredAt: null }, null],
    ['done and covered', 'done', { needed: 2, done: 2, coveredAt: at }, null],
    ['done, and a result was taken back', 'done', { needed: 2, done: 1, coveredAt: null }, 'reopen'],
    ['done, and nothing is needed any more', 'done', { needed: 0, done: 0, coveredAt: null }, null],
  ] as const)('%s', (_what, status, cover, next) => expect(followed(status, cover)).toBe(next));
});
