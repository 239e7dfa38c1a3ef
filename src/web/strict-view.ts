/** What a template sees: a misspelt key throws instead of printing nothing. */
export function strictView<T extends object>(view: T): T {
  return new Proxy<T>(view, strict);
}

/** One for all, since a page looks at tens of thousands of values. */
const strict = {
  get(target: object, key: PropertyKey, receiver: unknown): unknown {
    const value: unknown = Reflect.get(target, key, receiver);
    if (value === undefined && typeof key === 'string' && !(key in target)) throw new Error(`the view has no "${key}"`);
    return typeof value === 'object' && value !== null ? strictView(value) : value;
  },
};
