import assert from 'node:assert/strict';
import { z } from 'zod';

const operationSchema = z.looseObject({
  responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.unknown()).optional() })),
});
const methods = ['get', 'post', 'put', 'delete'] as const;
const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.partialRecord(z.enum(methods), operationSchema)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

/** What `openapi.json` says of every operation, to hold answers against. */
export function describedApi(openapi: unknown) {
  const { paths, components } = documentSchema.parse(openapi);
  const operations = new Map<string, z.infer<typeof operationSchema>>(
    Object.entries(paths).flatMap(([path, byMethod]) =>
      methods.flatMap(method => {
        const operation = byMethod[method];
        return operation ? [[`${method.toUpperCase()} ${path}`, operation] as const] : [];
      }),
    ),
  );
  const schemas = new Map<string, z.ZodType>();

  function schemaOf(content: unknown): z.ZodType {
    const named = JSON.stringify(content);
    const known = schemas.get(named);
    if (known) return known;
    const { schema } = z.object({ schema: z.unknown() }).parse(content);
    const whole = JSON.stringify({ allOf: [schema], $defs: components.schemas });
    const made = z.fromJSONSchema(JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/'), withoutUnicode));
    schemas.set(named, made);
    return made;
  }

  return {
    operations: [...operations.keys()],
    /** Fails where status, media type or shape is not what is described. Gives the parsed body. */
    async check(operation: string, response: Response): Promise<unknown> {
      const told = operations.get(operation)?.responses[String(response.status)];
      const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
      const text = type === 'text/event-stream' ? '' : await response.text();
      const what = `${operation} ${response.status} ${type}`;
      assert.ok(told, `${what} is not described: ${text.slice(0, 300)}`);
      if (!told.content) {
        assert.equal(text, '', what);
        return undefined;
      }
      const content = told.content[type];
      assert.ok(content, `${what}: the type is not described`);
      if (!type.endsWith('json')) return text;
      const body: unknown = JSON.parse(text);
      const parsed = schemaOf(content).safeParse(body);
      assert.ok(parsed.success, `${what}: ${parsed.error?.message.slice(0, 600)}`);
      if (type === 'application/problem+json')
        assert.equal(z.looseObject({ status: z.int() }).parse(body).status, response.status, what);
      return body;
    },
  };
}

/** Patterns of JSON Schema know Unicode; what is made of them here does not. */
function withoutUnicode(key: string, value: unknown): unknown {
  return key === 'pattern' && typeof value === 'string' && value.includes('\\p{') ? undefined : value;
}
