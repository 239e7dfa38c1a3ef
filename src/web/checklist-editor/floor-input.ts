import { levelNumbers } from '#checklist/check-scale.ts';
import type { Item, Scale } from '#checklist/checklist-schema.ts';
import type { Format } from '../format.ts';
import { field } from './inputs.ts';
import type { Input } from './part-sections.ts';

/** What a bottom line without a floor of its own has. */
const usual = 0.4;

type Given = { kind: Item['kind']; scale: Scale; stored: Item | undefined };

/** The floor of a bottom line: one of the levels that the item is answered by, or a share where it has none. */
export function floorInput({ kind, scale, stored }: Given, format: Format): Input {
  const { t, text } = format;
  if (kind !== 'maturity' && kind !== 'metric')
    return {
      ...field('floor', 'number', format),
      hint: t(kind === 'yes-no' ? 'floor.yes-no.hint' : 'floor.share.hint'),
    };
  const shareOf = (level: number) => (level - scale.min) / (scale.max - scale.min);
  const levels = levelNumbers(scale).slice(1);
  const levelOf = (share: number) => levels.find(level => shareOf(level) >= share - 1e-9);
  const own = stored?.bottomLine?.floor ?? 0;
  return {
    ...field('floor', 'choice', format),
    hint: t('floor.hint'),
    options: [
      { value: '', label: t('floor.usual', { level: String(levelOf(usual)) }) },
      ...levels.map(level => ({
        // A share between two levels asks for the upper one; it is kept as it is written.
        value: String(own > 0 && levelOf(own) === level ? own : shareOf(level)),
        label: [t('editor.level', { level }), nameOf(level)].filter(Boolean).join(' '),
      })),
    ],
  };

  function nameOf(level: number): string {
    const label = scale.levels?.find(({ value }) => value === level)?.label;
    return label ? text(label) : '';
  }
}
