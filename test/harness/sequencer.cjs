const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes minutes, much of it waiting: begun last, it would keep one worker while the other has nothing left. */
const LONG = ['test/journeys/', 'relation-walk', 'access-walk', 'permits/demo', 'bad-workbooks'];
const place = path => {
  const at = LONG.findIndex(part => path.includes(part));
  return at < 0 ? LONG.length : at;
};

/** The long ones first, the rest as Jest would have it. */
module.exports = class extends Sequencer {
  sort(tests) {
    const usual = [...super.sort(tests)];
    return usual.map((test, at) => ({ test, at })).sort((a, b) => place(a.test.path) - place(b.test.path) || a.at - b.at).map(({ test }) => test);
  }
};
