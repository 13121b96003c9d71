import { createHash } from 'node:crypto';
import { Controller, DynamicModule, Get, Header, Inject, Module, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../access/access.guard';
import { ErrorKind, notFound } from './app-error';
import { statusOf } from './problem.filter';

/** One entry of the list that is generated from the code; `…` stands for what is filled in. */
export interface ProblemEntry {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly zh: string;
  readonly en: string;
}

export type ProblemCatalogue = readonly ProblemEntry[];

const CATALOGUE = Symbol('ProblemCatalogue');
const HTML = 'text/html; charset=utf-8';
const STYLE = 'body{font:16px/1.6 system-ui,"Noto Sans SC",sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#1f2a24}code{background:#eef3ef;padding:.1rem .3rem;border-radius:3px}td,th{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #dde5df}';
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** Where the `type` of every problem leads: what it means and what to do, for people who build on the API. */
@ApiExcludeController()
@Controller('problems')
@Public()
export class ProblemPagesController {
  constructor(@Inject(CATALOGUE) private readonly catalogue: ProblemCatalogue) {}

  @Get() @Header('content-type', HTML) @Header('content-security-policy', POLICY)
  list(): string {
    const rows = this.catalogue.map(entry => `<tr><td><a href="/problems/${escape(entry.code)}"><code>${escape(entry.code)}</code></a></td><td>${statusOf(entry.kind)}</td><td>${escape(entry.zh)}<br>${escape(entry.en)}</td></tr>`);
    return page('错误代码 Problems', `<p>每个错误都有固定的代码。Every problem has a stable code.</p><table><tr><th>code</th><th>HTTP</th><th></th></tr>${rows.join('')}</table>`);
  }

  @Get(':code') @Header('content-type', HTML) @Header('content-security-policy', POLICY)
  show(@Param('code') code: string): string {
    const found = this.catalogue.filter(entry => entry.code === code);
    const first = found[0];
    if (!first) throw notFound();
    const texts = found.map(entry => `<p>${escape(entry.zh)}<br>${escape(entry.en)}</p>`);
    return page(first.code, `<p>HTTP ${statusOf(first.kind)}</p>${texts.join('')}<p><a href="/problems">全部代码 All codes</a></p>`);
  }
}

/** Pages of the problem codes at `/problems`. */
@Module({})
export class ProblemPagesModule {
  static forRoot(catalogue: ProblemCatalogue): DynamicModule {
    return { module: ProblemPagesModule, controllers: [ProblemPagesController], providers: [{ provide: CATALOGUE, useValue: catalogue }] };
  }
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>${STYLE}</style><h1>${escape(title)}</h1>${body}</html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
