import { z } from 'zod';
import { findItem } from '#checklist/checklist-lookups.ts';
import type { Checklist } from '#checklist/checklist-schema.ts';
import type { Fault } from '#shared/fault.ts';
import type { Format } from '../../format.ts';
import { levelNames } from '../distribution.ts';

/** The command that was refused, and the checklist as the room has it. */
export type Asked = { body: unknown; checklist: Checklist };

const bodySchema = z.object({
  item: z.string().optional().catch(undefined),
  agenda: z
    .array(z.object({ item: z.string() }))
    .catch([])
    .default([]),
});

/** A fault of a command with the name of the field that it is about, where the form has several. */
export function faultWords({ path, message }: Fault, asked: Asked, format: Format): string {
  const field = fieldWords(path, asked, format);
  const text = format.text(message);
  return field === null ? text : format.t('cockpit.fault', { field, text });
}

function fieldWords([part, index]: Fault['path'], { body, checklist }: Asked, format: Format): string | null {
  const { t } = format;
  const { item, agenda } = bodySchema.parse(body);
  switch (part) {
    case 'counts':
      return typeof index === 'number' ? countWords(item, index, checklist, format) : null;
    case 'unknown':
      return t('assessment.answer.unknown');
    case 'agenda': {
      const arranged = typeof index === 'number' ? agenda[index]?.item : undefined;
      if (arranged === undefined) return null;
      return t('planning.minutes.of', { code: findItem(checklist, arranged)?.code ?? arranged });
    }
    case 'heads':
      return t('planning.expected');
    default:
      return null;
  }
}

function countWords(itemId: string | undefined, index: number, checklist: Checklist, format: Format): string | null {
  const item = itemId === undefined ? undefined : findItem(checklist, itemId);
  const level = item && levelNames(item, checklist, format)[index];
  return level ? format.t('cockpit.count', { level: [level.label, level.name].filter(Boolean).join(' ') }) : null;
}
