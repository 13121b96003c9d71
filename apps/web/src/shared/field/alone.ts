/** Does the work in one tab at a time: two that send the same at once could each make it a thing of its own. */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? (navigator.locks.request(name, work) as Promise<T>) : work();
}
