import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { asConnectionLoss, ConnectionLost, isUnavailable, sqlState } from './unavailable';

const fromServer = (code: string): Error => Object.assign(new Error('the database system is …'), { code });
const fromQuery = (code: string): Error => new QueryFailedError('SELECT 1', [], fromServer(code));

describe('a database that is away', () => {
  it.each(['57P01', '57P02', '57P03', '57P05', '08006', '08003', '53300', '57014', '55P03', '40001', '40P01'])('SQLSTATE %s, from a query and from connecting', code => {
    expect([isUnavailable(fromQuery(code)), isUnavailable(fromServer(code))]).toEqual([true, true]);
  });
  it.each(['23505', '22P02', '42P01', '57000', '25P02', '53100'])('SQLSTATE %s is something else', code => {
    expect([isUnavailable(fromQuery(code)), isUnavailable(fromServer(code))]).toEqual([false, false]);
  });
  it.each(['Connection terminated unexpectedly', 'Connection terminated due to connection timeout', 'timeout exceeded when trying to connect', 'Client has encountered a connection error and is not queryable', 'Client was closed and is not queryable'])('%s', message => {
    expect(isUnavailable(new Error(message))).toBe(true);
  });
  it.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE'])('%s of the network', code => expect(isUnavailable(Object.assign(new AggregateError([]), { code }))).toBe(true));
  it.each([undefined, null, 'text', new Error('Cannot read properties of undefined'), { code: 'FST_ERR_X' }, new QueryRunnerAlreadyReleasedError()])('%p is no such thing', thrown => expect(isUnavailable(thrown)).toBe(false));

  it.each([new QueryRunnerAlreadyReleasedError(), new QueryRunnerProviderAlreadyReleasedError()])('is what stands behind a query that came too late inside a transaction: %p', late => {
    expect(asConnectionLoss(late)).toBeInstanceOf(ConnectionLost);
    expect(isUnavailable(asConnectionLoss(late))).toBe(true);
    const other = new Error('other');
    expect(asConnectionLoss(other)).toBe(other);
    expect(sqlState({ code: 'ENOENT' })).toBeUndefined();
  });
});
