import { language, type Text } from '@/i18n';

/** One wrong field as the API reports it. */
export interface FieldProblem {
  /** RFC 6901 pointer into the request body, e.g. `/outlets/0/height_m`. */
  readonly pointer: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

interface ProblemBody {
  readonly status?: number;
  readonly code?: string;
  readonly zh?: string;
  readonly en?: string;
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  readonly [member: string]: unknown;
}

interface ProblemDetails {
  readonly errors?: readonly FieldProblem[];
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly requestId?: string | null;
}

/** Whatever went wrong with a request, as one type: RFC 9457 from the API, or the network itself (`status` 0). */
export class ProblemError extends Error {
  readonly errors: readonly FieldProblem[];
  /** Further members of the problem, e.g. `captchaRequired`, `possible`. */
  readonly extra: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;

  constructor(
    readonly status: number,
    readonly code: string,
    readonly text: { readonly zh: string; readonly en: string },
    details: ProblemDetails = {},
  ) {
    super(`${status} ${code}`);
    this.name = 'ProblemError';
    this.errors = details.errors ?? [];
    this.extra = details.extra ?? {};
    this.requestId = details.requestId ?? null;
  }

  /** The sentence in the language now in use. */
  get sentence(): string {
    return language() === 'en' ? this.text.en : this.text.zh;
  }

  get retryAfterSeconds(): number | null {
    const seconds = this.extra['retryAfterSeconds'];
    return typeof seconds === 'number' ? seconds : null;
  }
}

export const isProblem = (error: unknown, code?: string): error is ProblemError =>
  error instanceof ProblemError && (code === undefined || error.code === code);

/** Any thrown thing as a problem: what is not ours is a defect of the page and says so. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError(500, 'page', {
    zh: '页面出了问题，您填写的内容没有丢失。请刷新后重试',
    en: 'This page ran into a problem. What you typed is not lost; reload and try again.',
  });
}

export const offline = (): ProblemError =>
  new ProblemError(0, 'offline', {
    zh: '连不上服务器。请检查网络，内容仍保留在本页面',
    en: 'The server cannot be reached. Check your connection; your input is kept on this page.',
  });

const BY_STATUS: Record<number, { zh: string; en: string }> = {
  401: { zh: '请先登录', en: 'Please sign in.' },
  403: { zh: '您的角色不能做这件事', en: 'Your role may not do this.' },
  404: { zh: '没有找到您要的内容', en: 'Nothing found here.' },
  413: { zh: '内容太大，请减小后重试', en: 'Too large. Make it smaller and try again.' },
  429: { zh: '操作太频繁，请稍等一会儿再试', en: 'Too many requests. Wait a moment and try again.' },
};

const UNREADABLE = { zh: '服务器暂时没有给出正常答复，请稍后重试', en: 'The server gave no proper answer. Try again later.' };

/** Reads problem+json; an answer of a proxy in between (HTML, empty) still becomes a sentence a person can use. */
export async function problemFrom(response: Response): Promise<ProblemError> {
  const requestId = response.headers.get('x-request-id');
  const body = await readBody(response);
  const fallback = BY_STATUS[response.status] ?? UNREADABLE;
  const { code, zh, en, errors, ...extra } = body;
  return new ProblemError(
    response.status,
    code ?? `http-${response.status}`,
    { zh: zh ?? fallback.zh, en: en ?? body.detail ?? fallback.en },
    { errors, extra, requestId },
  );
}

async function readBody(response: Response): Promise<ProblemBody> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? (body as ProblemBody) : {};
  } catch {
    return {};
  }
}

export function sentenceOf(problem: { readonly zh: string; readonly en: string }): string {
  return language() === 'en' ? problem.en : problem.zh;
}

export type { Text };
