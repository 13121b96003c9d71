import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { createTransport, Transporter } from 'nodemailer';
import { CITY, City, ENV, Env } from '@huanbao/platform';

export type Language = 'zh' | 'en';

export interface Mail {
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly lines: readonly string[];
  /** A button: words and address. */
  readonly action?: { readonly label: string; readonly url: string };
  /** The outbox row: a repeated delivery has the same Message-ID, so that servers drop the double. */
  readonly id: string;
}

/** Sends by SMTP, or writes `.eml` files where no mail server is set up. */
@Injectable()
export class Mailer {
  private transport?: Transporter;

  constructor(
    @Inject(ENV) private readonly env: Env,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** @throws Error when the server does not take the mail; the job is tried again */
  async send(mail: Mail): Promise<void> {
    const host = new URL(this.env.HB_PUBLIC_URL).hostname;
    const message = {
      from: { name: SENDER[mail.language](this.city.name), address: `no-reply@${host}` },
      to: mail.to,
      subject: mail.subject,
      messageId: `<${mail.id}@${host}>`,
      text: textOf(mail),
      html: htmlOf(mail),
      headers: { 'Auto-Submitted': 'auto-generated' },
    };
    if (!this.env.MAIL_URL.startsWith('file:')) {
      this.transport ??= createTransport(withLimits(this.env.MAIL_URL));
      await this.transport.sendMail(message);
      return;
    }
    const { message: source } = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
    await this.keep(mail.id, source as Buffer);
  }

  /** One file for one id: a second delivery writes the same file again. */
  private async keep(id: string, source: Buffer): Promise<void> {
    const folder = resolve(this.env.MAIL_URL.slice('file:'.length));
    await mkdir(folder, { recursive: true });
    const name = join(folder, `${createHash('sha256').update(id).digest('hex').slice(0, 24)}.eml`);
    await writeFile(`${name}.part`, source, { mode: 0o600 });
    await rename(`${name}.part`, name);
  }
}

const SENDER: Readonly<Record<Language, (city: string) => string>> = { zh: city => `${city}环保管家`, en: city => `Huanbao Guanjia ${city}` };
const FOOTER: Readonly<Record<Language, string>> = { zh: '此邮件由系统发出，请勿回复。', en: 'This message was sent by the system; please do not reply.' };
const PAGE: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** A server that hangs must not hold a worker longer than the job's lease. Given in the address: they win. */
function withLimits(address: string): string {
  const url = new URL(address);
  for (const [name, ms] of [['connectionTimeout', 10_000], ['greetingTimeout', 10_000], ['socketTimeout', 20_000]] as const) if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  return url.href;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function textOf({ language, lines, action }: Mail): string {
  const colon = language === 'en' ? ': ' : '：';
  return [...lines, ...(action ? ['', `${action.label}${colon}${action.url}`] : []), '', FOOTER[language]].join('\n');
}

function htmlOf({ language, subject, lines, action }: Mail): string {
  const body = lines.map(line => `<p>${escape(line)}</p>`).join('');
  const button = action ? `<p><a href="${escape(action.url)}" style="display:inline-block;padding:10px 18px;background:#0b6e4f;color:#fff;text-decoration:none;border-radius:6px">${escape(action.label)}</a></p><p style="color:#59665f;word-break:break-all">${escape(action.url)}</p>` : '';
  return `<!doctype html><html lang="${PAGE[language]}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body style="font-family:sans-serif;line-height:1.65;color:#14231d"><h1 style="font-size:18px">${escape(subject)}</h1>${body}${button}<hr><p style="color:#59665f">${FOOTER[language]}</p></body></html>`;
}
