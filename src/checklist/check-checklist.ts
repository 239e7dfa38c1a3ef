import { type Checked, check, type Fault, fault } from '#shared/fault.ts';
import { itemChecker } from './check-item.ts';
import { checkLensWork } from './check-lens-work.ts';
import { checkPictures } from './check-pictures.ts';
import { checkScale } from './check-scale.ts';
import { type Checklist, checklistSchema, type Lens } from './checklist-schema.ts';
import { duplicates, duplicatesIn, type Path } from './find-duplicates.ts';
import { readableParts } from './readable-parts.ts';

/** Parses a checklist and checks it as a whole: every fault at once, those of form first, each with the path to it. */
export function parseChecklist(input: unknown): Checked<Checklist> {
  const parsed = check(checklistSchema, input);
  if (!parsed.ok) return { ok: false, faults: [...parsed.faults, ...furtherFaults(input, parsed.faults)] };
  const faults = checkChecklist(parsed.value);
  return faults.length > 0 ? { ok: false, faults } : parsed;
}

/** What can be read of it is held against the rules across fields, but for what has a fault of form already. */
function furtherFaults(input: unknown, ofForm: Fault[]): Fault[] {
  const readable = readableParts(input);
  const faulty = new Set(ofForm.map(({ path }) => path.join('\n')));
  const isWithin = (path: Path) => path.some((_step, index) => faulty.has(path.slice(0, index + 1).join('\n')));
  return readable ? checkChecklist(readable).filter(({ path }) => !isWithin(path)) : [];
}

/** The rules across fields, for what has the shape already. */
export function checkChecklist(checklist: Checklist): Fault[] {
  const checkItem = itemChecker(checklist);
  return [
    ...checkIds(checklist),
    ...checkScale(checklist.scale, ['scale']),
    ...checkGrades(checklist),
    ...checkAreaWeights(checklist),
    ...checklist.lenses.flatMap((lens, index) => checkLens(lens, checklist, ['lenses', index])),
    ...checkLensWork(checklist),
    ...checkPictures(checklist),
    ...checklist.areas.flatMap((area, areaIndex) =>
      area.items.flatMap((item, itemIndex) => checkItem(item, ['areas', areaIndex, 'items', itemIndex])),
    ),
  ];
}

function checkIds(checklist: Checklist): Fault[] {
  const items = checklist.areas.flatMap((area, areaIndex) =>
    area.items.map((item, itemIndex) => ({ ...item, path: ['areas', areaIndex, 'items', itemIndex] })),
  );
  const areas = checklist.areas.map((area, index) => ({ ...area, path: ['areas', index] }));
  return [
    ...duplicates(areas, 'id'),
    ...duplicates(areas, 'code'),
    ...duplicates(items, 'id'),
    ...duplicates(items, 'code'),
    ...duplicatesIn(checklist.grades, ['grades']),
    ...duplicatesIn(checklist.departments ?? [], ['departments']),
    ...duplicatesIn(checklist.sources ?? [], ['sources']),
    ...duplicatesIn(checklist.facts ?? [], ['facts']),
    ...duplicatesIn(checklist.lenses, ['lenses']),
    ...checklist.lenses.flatMap((lens, index) =>
      'groups' in lens ? duplicatesIn(lens.groups, ['lenses', index, 'groups']) : [],
    ),
  ];
}

function checkGrades(checklist: Checklist): Fault[] {
  const { grades, bottomLine } = checklist;
  const cap = bottomLine?.cap;
  return [
    ...grades.flatMap((grade, index) => {
      const better = grades[index - 1];
      return better && better.from <= grade.from
        ? [fault(['grades', index, 'from'], '等次须从高到低排列', 'grades must fall, best first')]
        : [];
    }),
    ...(grades.at(-1)?.from === 0
      ? []
      : [fault(['grades', grades.length - 1, 'from'], '最后一个等次须从 0 开始', 'the last grade must start at 0')]),
    ...(cap !== undefined && !grades.some(grade => grade.id === cap)
      ? [fault(['bottomLine', 'cap'], `没有等次“${cap}”`, `there is no grade "${cap}"`)]
      : []),
  ];
}

function checkAreaWeights(checklist: Checklist): Fault[] {
  const sum = checklist.areas.reduce((total, area) => total + area.weight, 0);
  return sum > 0
    ? []
    : [fault(['areas'], '任务领域的权重之和须大于 0', 'the weights of the areas must have a positive sum')];
}

function checkLens(lens: Lens, checklist: Checklist, path: Path): Fault[] {
  if ('groups' in lens) return [];
  const plain = new Set(checklist.lenses.flatMap(other => ('groups' in other ? [other.id] : [])));
  return (['rows', 'columns'] as const).flatMap(side =>
    plain.has(lens[side])
      ? []
      : [fault([...path, side], `没有带分组的视角“${lens[side]}”`, `there is no lens with groups "${lens[side]}"`)],
  );
}
