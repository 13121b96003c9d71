import { useState } from 'react';

/** Whether something was typed in a window that is open, and what the window does about it: a slip of the mouse or of a key must not cost what was written. */
export function useTyped(open: boolean): { readonly guard: { readonly mask: { readonly closable: boolean }; readonly keyboard: boolean }; readonly onInput: () => void } {
  const [typed, setTyped] = useState(false);
  if (!open && typed) setTyped(false);
  return { guard: { mask: { closable: !typed }, keyboard: !typed }, onInput: () => setTyped(true) };
}
