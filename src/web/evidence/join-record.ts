import { type EvidenceField, evidenceFields } from '../assessment/typed-answer.ts';

type Fields = Record<EvidenceField, string>;

/** A record as both began with it, and what each of them made of it. */
export type RecordVersions = Record<'base' | 'stored' | 'mine', Fields>;

/** Both changes in one, field by field; where both changed a field the stored one stands. */
export function joinRecord(versions: RecordVersions): Fields {
  const joined = { ...versions.stored };
  for (const field of evidenceFields) joined[field] = plainFields(versions, field)[isMine(versions, field)];
  return joined;
}

/** The fields that both changed, to different things. */
export function contradictingFields(versions: RecordVersions): EvidenceField[] {
  return evidenceFields.filter(field => {
    const { base, stored, mine } = plainFields(versions, field);
    return stored !== base && mine !== base && stored !== mine;
  });
}

export function isSameRecord(a: Fields, b: Fields): boolean {
  return evidenceFields.every(field => a[field].trim() === b[field].trim());
}

function isMine(versions: RecordVersions, field: EvidenceField): 'stored' | 'mine' {
  const { base, stored } = plainFields(versions, field);
  return stored === base ? 'mine' : 'stored';
}

function plainFields({ base, stored, mine }: RecordVersions, field: EvidenceField) {
  return { base: base[field].trim(), stored: stored[field].trim(), mine: mine[field].trim() };
}
