/** What a form that was not accepted brought, so that nobody types it again; errors by field, in words. */
export type TypedPart = {
  vote?: { reason: string };
  objection?: { reason: string };
  question?: { text: string };
  errors: Partial<Record<'value' | 'reason' | 'objection' | 'question', string>>;
};

export const nothingTyped: TypedPart = { errors: {} };
