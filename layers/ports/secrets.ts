/** Resolves `ref` or `ref#key` to a value; `secret-unavailable` when it cannot. */
export interface SecretSource {
  resolve(ref: string, signal?: AbortSignal): Promise<string>;
}
