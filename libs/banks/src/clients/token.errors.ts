import { ArgumentsHost, Catch, ExceptionFilter } from '@nestjs/common';
import { AppError, ProblemFilter } from '@huanbao/platform';

export type TokenError = 'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type';

/** What RFC 6749 §5.2 calls an error of the token endpoint; the one place of the house that does not answer problem+json. */
export class TokenRefused extends Error {
  constructor(
    readonly error: TokenError,
    readonly description: string,
  ) {
    super(`${error}: ${description}`);
  }
}

interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: object): void;
}

/** Errors of the token endpoint in the form OAuth clients know; what the house itself cannot do stays a problem. */
@Catch()
export class TokenErrorFilter implements ExceptionFilter {
  private readonly problems = new ProblemFilter();

  catch(thrown: unknown, host: ArgumentsHost): void {
    const refused = thrown instanceof TokenRefused ? thrown : isMalformed(thrown) ? new TokenRefused('invalid_request', 'Send a form with grant_type=client_credentials.') : null;
    if (!refused) return this.problems.catch(thrown, host);
    const reply = host.switchToHttp().getResponse<Reply>();
    reply.header('cache-control', 'no-store').header('pragma', 'no-cache');
    if (refused.error === 'invalid_client') reply.header('www-authenticate', 'Basic realm="huanbao", charset="UTF-8"');
    reply.status(refused.error === 'invalid_client' ? 401 : 400).send({ error: refused.error, error_description: refused.description });
  }
}

const isMalformed = (thrown: unknown): boolean => thrown instanceof AppError && thrown.kind === 'invalid';
