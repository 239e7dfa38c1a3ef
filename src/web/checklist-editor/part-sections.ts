/** What is asked on one page of the editor. Names are the paths of the fields inside the part, joined by dots. */
type Option = { value: string; label: string };
export type Input = {
  name: string;
  label: string;
  kind: 'line' | 'lines' | 'number' | 'choice' | 'check' | 'hidden';
  hint?: string;
  options?: Option[];
  /** Which language is written here. */
  lang?: 'zh-CN' | 'en';
};
/** A list in the part; each of its rows has these columns, with names inside the row. */
export type Rows = {
  name: string;
  columns: Input[];
  spare: number;
  /** Rows can be moved up and down. */
  isOrdered?: boolean;
};
/** One line of a table whose lines are given, such as a level. */
type Line = { head: string; classes: string; inputs: Input[] };
/** Boxes to tick; those ticked make a list. */
export type Checks = { name: string; groups: { label: string; options: Option[]; note?: string }[] };

export type Section = {
  id: string;
  title: string;
  hint?: string;
  inputs?: Input[];
  rows?: Rows;
  lines?: Line[];
  checks?: Checks;
};

/** Inputs that stand for themselves, outside lists. */
export function plainInputs(sections: Section[]): Input[] {
  return sections.flatMap(({ inputs = [], lines = [] }) => [...inputs, ...lines.flatMap(line => line.inputs)]);
}

export function rowInputs({ name, columns }: Rows, index: number): Input[] {
  return columns.map(column => ({ ...column, name: `${name}.${index}.${column.name}` }));
}

export function checkName({ name }: Checks, value: string): string {
  return `${name}.${value}`;
}
