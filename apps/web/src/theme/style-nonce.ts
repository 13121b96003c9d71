/** The nonce the server gave this page; without it the browser refuses style elements (Content-Security-Policy). */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/**
 * antd takes the nonce by `ConfigProvider`, but its dialogs and drawers lock scrolling with a style element of their own
 * that does not. Every style element our scripts create therefore receives the nonce here; scripts do not.
 */
export function giveStylesTheNonce(): void {
  if (!nonce) return;
  const create = document.createElement.bind(document) as (tag: string, options?: ElementCreationOptions) => HTMLElement;
  document.createElement = ((tag: string, options?: ElementCreationOptions) => {
    const element = create(tag, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
