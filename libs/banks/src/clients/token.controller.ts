import { Body, Controller, HttpCode, Post, Req, UseFilters } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiResponse } from '@nestjs/swagger';
import { Public, RateLimit, RequestWithActor } from '@huanbao/platform';
import { TokenRequestDto } from './client.dto';
import { AccessTokenView, TokenErrorView } from './client.view';
import { TokenErrorFilter, TokenRefused } from './token.errors';
import { BankTokens, type Credentials } from './tokens.service';

const LONGEST = 200;

/** The token endpoint of RFC 6749 §4.4, for programs of banks. */
@Controller('oauth')
@UseFilters(TokenErrorFilter)
export class OauthTokenController {
  constructor(private readonly tokens: BankTokens) {}

  /** A token for fifteen minutes. Errors are those of RFC 6749 §5.2. */
  @Post('token') @HttpCode(200) @Public() @RateLimit('sign-in') @ApiConsumes('application/x-www-form-urlencoded') @ApiBody({ type: TokenRequestDto }) @ApiResponse({ status: 400, type: TokenErrorView }) @ApiResponse({ status: 401, type: TokenErrorView })
  token(@Req() request: RequestWithActor, @Body() body: Record<string, unknown>): Promise<AccessTokenView> {
    return this.tokens.issue(credentialsOf(request, body), request);
  }
}

/** Unknown members are ignored (RFC 6749 §3.2); one that is sent twice, or both ways of naming the client at once, is refused. */
function credentialsOf({ headers }: RequestWithActor, body: Record<string, unknown>): Credentials {
  if (!/^application\/x-www-form-urlencoded\b/i.test(String(headers['content-type'] ?? ''))) throw new TokenRefused('invalid_request', 'Send the parameters as application/x-www-form-urlencoded.');
  const grant = textOf(body, 'grant_type');
  if (grant === null) throw new TokenRefused('invalid_request', 'grant_type is missing.');
  if (grant !== 'client_credentials') throw new TokenRefused('unsupported_grant_type', 'Only client_credentials.');
  const basic = basicOf(headers['authorization']);
  const [clientId, secret] = [textOf(body, 'client_id'), textOf(body, 'client_secret')];
  if (basic && (secret !== null || (clientId !== null && clientId !== basic.clientId))) throw new TokenRefused('invalid_request', 'Name the client once: in the header or in the body.');
  const scope = textOf(body, 'scope');
  if (basic) return { ...basic, scope };
  if (clientId === null || secret === null) throw new TokenRefused('invalid_client', 'Send client id and secret.');
  return { clientId, secret, scope };
}

function textOf(body: Record<string, unknown>, name: string): string | null {
  const value = Object.hasOwn(body ?? {}, name) ? body[name] : undefined;
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string' || value.length > LONGEST) throw new TokenRefused('invalid_request', `${name} is sent twice or too long.`);
  return value;
}

/** RFC 6749 §2.3.1: both parts are form-encoded before they are joined. */
function basicOf(header: string | string[] | undefined): { clientId: string; secret: string } | null {
  if (typeof header !== 'string') return null;
  const match = /^Basic ([A-Za-z0-9+/=]{1,600})$/i.exec(header.trim());
  const [clientId, ...rest] = match ? Buffer.from(match[1] as string, 'base64').toString('utf8').split(':') : [];
  if (!clientId || rest.length === 0) throw new TokenRefused('invalid_client', 'The Authorization header is no Basic credential.');
  try {
    return { clientId: decodeURIComponent(clientId), secret: decodeURIComponent(rest.join(':')) };
  } catch {
    throw new TokenRefused('invalid_client', 'The Authorization header is no Basic credential.');
  }
}
