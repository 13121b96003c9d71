/** What a request gave once its transaction is through: a full device takes the request and throws the transaction away, and then nothing is kept. */
export function settled<T>(request: IDBRequest<T>, refusal: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const { transaction } = request;
    transaction?.addEventListener('complete', () => resolve(request.result));
    // a request that fails takes its transaction along
    transaction?.addEventListener('abort', () => reject(new Error(refusal)));
  });
}
