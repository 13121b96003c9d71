import { Inject, Injectable } from '@nestjs/common';
import { ENV, Env, RequestWithActor } from '@huanbao/platform';

interface Connected extends RequestWithActor {
  readonly socket?: { readonly remoteAddress?: string };
  readonly raw?: { readonly socket?: { readonly remoteAddress?: string } };
}

/**
 * Which client certificate the connection had, as the TLS proxy says it (RFC 8705 §6.2): the header counts only when the request comes straight from
 * an address that is configured as such a proxy. From anywhere else it is what somebody typed.
 */
@Injectable()
export class ClientCertificates {
  private readonly proxies: ReadonlySet<string>;

  constructor(@Inject(ENV) private readonly env: Env) {
    this.proxies = new Set((env.HB_CLIENT_CERT_PROXIES ?? '').split(',').map(one => one.trim()).filter(Boolean));
  }

  /** SHA-256 of the certificate, base64url; null when there was none, or nobody who may say so said it. */
  of(request: RequestWithActor): string | null {
    const { socket, raw } = request as Connected;
    const peer = (raw?.socket?.remoteAddress ?? socket?.remoteAddress ?? '').replace(/^::ffff:/, '');
    const header = request.headers[this.env.HB_CLIENT_CERT_HEADER.toLowerCase()];
    if (!this.proxies.has(peer) || typeof header !== 'string') return null;
    return thumbprint(header.trim());
  }
}

/** As base64url, or as hex with or without colons, as proxies write it. */
function thumbprint(text: string): string | null {
  const hex = text.replace(/:/g, '');
  if (/^[0-9a-fA-F]{64}$/.test(hex)) return Buffer.from(hex, 'hex').toString('base64url');
  return /^[A-Za-z0-9_-]{43}$/.test(text) ? text : null;
}
