export type Held = {
  part: 'votes' | 'objections';
  choice: string;
  fields: Record<string, string> & { item: string; reason: string };
};

/** What a form that was not accepted brought, so that nobody types it again; errors by field, in words. */
export type TypedPart = {
  vote?: { reason: string };
  objection?: { reason: string };
  question?: { text: string };
  /** As it was sent, for a page that has no field for it. */
  held?: Held;
  errors: Partial<Record<'value' | 'reason' | 'objection' | 'question', string>>;
};

export const nothingTyped: TypedPart = { errors: {} };
