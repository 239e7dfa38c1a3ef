/** What a template sees: a misspelt key throws instead of printing nothing. */
export function strictView<T extends object>(view: T): T {
  return new Proxy(view, {
    get(target, key, receiver) {
      if (typeof key === 'string' && !(key in target)) throw new Error(`the view has no "${key}"`);
      const value: unknown = Reflect.get(target, key, receiver);
      return typeof value === 'object' && value !== null ? strictView(value) : value;
    },
  });
}
