import { recordVersions } from '#assessment/record-versions.ts';
import { evidenceKindSchema } from '#checklist/checklist-schema.ts';
import { othersWords } from '../assessment/joined-words.ts';
import { type EvidenceField, evidenceFields } from '../assessment/typed-answer.ts';
import type { Format } from '../format.ts';
import type { TypedRecord } from './evidence-form.ts';
import type { EvidencePage } from './evidence-page.ts';
import { contradictingFields, joinRecord, type RecordVersions } from './join-record.ts';
import { findVersion, versionsOf } from './save-record.ts';

/** Two versions of a record side by side, with who and when, and the ways on. */
export function recordConflict(typed: TypedRecord, { open, entry, changes }: EvidencePage, format: Format) {
  const { t } = format;
  const { record } = entry;
  const kept = recordVersions(changes, record.id ?? '');
  const last = kept.at(-1);
  const base = findVersion(kept, typed.base)?.record;
  const joinable = base !== undefined;
  const versions = versionsOf(base ?? record, record, typed);
  const rows = rowsOf(versions, joinable, format);
  const contradictions = rows.filter(({ contradicts }) => contradicts).length;
  const facts = last ? othersWords({ by: [last.by], at: last.at }, open, format) : { who: '', when: '' };
  return {
    text: joinable
      ? t('evidence.conflict.text', { ...facts, count: contradictions })
      : t('evidence.conflict.text.unjoined', facts),
    stored: t('area.conflict.stored', facts),
    base: typed.base,
    joinable,
    rows,
    ways: waysOf(rows, joinable, t),
  };
}

type Row = ReturnType<typeof rowsOf>[number];

/** The first is the one that takes least from anybody. */
function waysOf(rows: Row[], joinable: boolean, t: Format['t']) {
  if (!joinable) return [{ value: 'use-mine', label: t('area.conflict.use-mine'), second: false }];
  const contradictions = rows.filter(({ contradicts }) => contradicts).length;
  const theirs = rows.filter(({ fromStored }) => fromStored).length;
  const join = contradictions > 0 ? t('conflict.join.stored', { count: contradictions }) : t('conflict.join');
  const mine = theirs > 0 ? t('conflict.use-mine.lost', { count: theirs }) : t('area.conflict.use-mine');
  return [
    { value: 'join', label: join, second: false },
    { value: 'use-mine', label: mine, second: true },
  ];
}

function rowsOf(versions: RecordVersions, joinable: boolean, format: Format) {
  const { stored, mine } = versions;
  const contradicting = joinable ? contradictingFields(versions) : [];
  const joined = joinRecord(versions);
  return evidenceFields
    .filter(name => mine[name].trim() !== stored[name])
    .map(name => {
      const contradicts = contradicting.includes(name);
      const fromStored = joined[name] === stored[name];
      const from = fromStored ? 'conflict.joined.stored' : 'conflict.joined.mine';
      return {
        label: format.t(`area.${name}`),
        stored: fieldWords(name, stored[name], format),
        mine: fieldWords(name, mine[name], format),
        joined: format.t(contradicts ? 'conflict.joined.contradicts' : from),
        ...{ contradicts, fromStored },
      };
    });
}

function fieldWords(name: EvidenceField, value: string, { t }: Format): string {
  const kind = evidenceKindSchema.safeParse(value);
  if (name === 'kind' && kind.success) return t(`assessment.evidence.${kind.data}`);
  return value.trim() === '' ? '—' : value;
}
