const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', '#34': '"', '#39': "'" };

/** The fields of a page's form as a browser without scripts would send them untouched. */
export function readForm(html: string): Record<string, string> {
  return { ...readInputs(html), ...readTextareas(html), ...readSelects(html) };
}

function readInputs(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const isChoice = /type="(radio|checkbox)"/.test(tag);
    if (name !== undefined && (!isChoice || / checked/.test(tag))) fields[name] = attribute(tag, 'value') ?? 'on';
  }
  return fields;
}

function readTextareas(html: string): Record<string, string> {
  const found = [...html.matchAll(/(<textarea\b[^>]*>)\n?([^<]*)<\/textarea>/g)];
  return Object.fromEntries(found.map(([, tag = '', text = '']) => [attribute(tag, 'name') ?? '', unescaped(text)]));
}

function readSelects(html: string): Record<string, string> {
  const found = [...html.matchAll(/(<select\b[^>]*>)(.*?)<\/select>/gs)];
  return Object.fromEntries(
    found.map(([, tag = '', options = '']) => {
      const chosen = /<option[^>]* selected>/.exec(options)?.[0] ?? '';
      return [attribute(tag, 'name') ?? '', attribute(chosen, 'value') ?? ''];
    }),
  );
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|#34|#39);/g, (_, entity: string) => entities[entity] ?? '');
}
