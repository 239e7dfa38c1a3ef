import type { Checklist } from '../checklist-schema.ts';
import { type Finding, finding, type Path } from './finding.ts';
import { type PlacedText, textsIn } from './texts.ts';

type Name = { zh: string; en: string };

/** A source named in 《》 (not a short form such as 《意见》) and a department named in full are called in English what the checklist calls them there. */
export function findDifferingNames(checklist: Checklist): Finding[] {
  const departments = departmentNames(checklist);
  const placed = checklist.areas.flatMap((area, index) => textsIn(area, ['areas', index]));
  return [
    ...textsIn(checklist).flatMap(text => wrongTitles(text, checklist)),
    ...placed.flatMap(text => wrongDepartments(text, departments)),
  ];
}

function wrongTitles({ text, path }: PlacedText, { sources = [] }: Checklist): Finding[] {
  const { en } = text;
  if (en === undefined) return [];
  return [...text.zh.matchAll(/《([^》]{5,})》/g)].flatMap(([, zh = '']) => {
    const source = sources.find(({ title }) => title.zh.includes(zh));
    const title = withoutBrackets(source?.title.en ?? '');
    return title === '' || en.includes(zh) || en.includes(title) ? [] : [otherName({ zh, en: title }, [...path, 'en'])];
  });
}

function wrongDepartments({ text, path }: PlacedText, departments: Name[]): Finding[] {
  const english = text.en?.toLowerCase();
  if (english === undefined) return [];
  return departments
    .filter(({ zh, en }) => text.zh.includes(zh) && !english.includes(stemOf(en)))
    .map(name => otherName(name, [...path, 'en']));
}

/** Shorter ones are words of their own: 公安, 水利, 气象. */
function departmentNames({ departments = [] }: Checklist): Name[] {
  return departments.flatMap(({ name: { zh, en } }) => (zh.length >= 4 && en !== undefined ? [{ zh, en }] : []));
}

/** “housing department” is the Housing and urban-rural development of the list. */
function stemOf(name: string): string {
  const [first = ''] = name.toLowerCase().split(/[\s,]/);
  return first.slice(0, 5);
}

function withoutBrackets(title: string): string {
  return title.replace(/\s*\([^)]*\)$/, '');
}

function otherName({ zh, en }: Name, path: Path): Finding {
  return finding('names-differ', path, {
    zh: `“${zh}”在英文里没有用清单上的名称“${en}”`,
    en: `"${zh}" is not called by its name in the list, "${en}"`,
  });
}
