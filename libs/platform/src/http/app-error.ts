/** What kind of answer an error is; `ProblemFilter` alone knows the HTTP status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'precondition-required'
  | 'too-large'
  | 'unsupported-media'
  | 'rule'
  | 'too-many'
  | 'unavailable';

/** One wrong field: where, which rule, and both sentences say how to mend it. */
export interface FieldProblem {
  /** RFC 6901 pointer into the request body, e.g. `/limits/0/tonnes`. */
  readonly pointer: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/**
 * The one error of the house. Rooms build it by functions in `<room>.errors.ts`; services never throw HTTP exceptions.
 * `code` is stable (`room.reason`); `zh` and `en` say what to do next.
 */
export class AppError extends Error {
  readonly extra: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldProblem[];
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly text: { readonly zh: string; readonly en: string },
    details: { readonly extra?: Record<string, unknown>; readonly errors?: readonly FieldProblem[] } = {},
  ) {
    super(`${code}: ${text.en}`);
    this.name = 'AppError';
    this.extra = details.extra ?? {};
    this.errors = details.errors ?? [];
  }
}

export const notFound = (): AppError =>
  new AppError('not-found', 'not-found', { zh: '没有找到您要的内容，请核对链接或编号', en: 'Nothing found here. Check the link or number.' });

export const forbidden = (): AppError =>
  new AppError('forbidden', 'forbidden', { zh: '您的角色不能做这件事，请联系本单位管理员', en: 'Your role may not do this. Ask your administrator.' });

export const unauthenticated = (): AppError =>
  new AppError('unauthenticated', 'unauthenticated', { zh: '请先登录', en: 'Please sign in.' });

/** Two people changed the same record; the second one is told, nothing is overwritten. */
export const stale = (): AppError =>
  new AppError('stale', 'stale', {
    zh: '内容已被他人更新，请刷新后再改。您输入的内容仍在页面上',
    en: 'Somebody changed this meanwhile. Reload and try again; what you typed is still on the page.',
  });

export const versionRequired = (): AppError =>
  new AppError('precondition-required', 'version-required', {
    zh: '请求缺少版本号（If-Match），请刷新页面后重试',
    en: 'Send the version you saw as If-Match.',
  });

/** Several wrong fields at once. */
export const invalidFields = (errors: readonly FieldProblem[]): AppError =>
  new AppError(
    'invalid',
    'validation',
    { zh: `有 ${errors.length} 处需要修改`, en: `${errors.length} field(s) need attention.` },
    { errors },
  );
