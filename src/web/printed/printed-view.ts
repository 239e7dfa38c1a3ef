import type { PrintedBlock, PrintedCell, PrintedColumn, PrintedTable } from '#report/printed-report.ts';

/** A block as a template takes it: exactly one of the fields is there. */
type BlockView = {
  paragraph: string | null;
  subheading: string | null;
  note: { classes: string; icon: string; text: string } | null;
  list: string[] | null;
  facts: { label: string; value: string }[] | null;
  table: TableView | null;
  signatures: string[] | null;
};
type TableView = { caption: string; columns: { title: string; classes: string }[]; rows: CellView[][] };
type CellView = {
  text: string;
  label: string;
  classes: string;
  mark: { classes: string; icon: string } | null;
  isHead: boolean;
};

/** What stands under one heading; before the first heading it has none. */
export type PrintedSection = { heading: string | null; blocks: BlockView[] };

/** The blocks of a part for a page. Drawings are left out: the page has its own. */
export function printedSections(blocks: readonly PrintedBlock[]): PrintedSection[] {
  const sections: PrintedSection[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 2) sections.push({ heading: block.text, blocks: [] });
    else if (block.kind !== 'chart') lastOf(sections).blocks.push(viewOf(block));
  }
  return sections;
}

function lastOf(sections: PrintedSection[]): PrintedSection {
  const last = sections.at(-1);
  if (last) return last;
  const first: PrintedSection = { heading: null, blocks: [] };
  sections.push(first);
  return first;
}

const nothing: BlockView = {
  ...{ paragraph: null, subheading: null, note: null, list: null, facts: null, table: null, signatures: null },
};

function viewOf(block: Exclude<PrintedBlock, { kind: 'chart' }>): BlockView {
  switch (block.kind) {
    case 'heading':
      return { ...nothing, subheading: block.text };
    case 'paragraph':
      return { ...nothing, paragraph: block.text };
    case 'note':
      return { ...nothing, note: { ...tones[block.tone], text: block.text } };
    case 'list':
      return { ...nothing, list: block.items };
    case 'facts':
      return { ...nothing, facts: block.facts };
    case 'table':
      return { ...nothing, table: tableView(block.table) };
    case 'signatures':
      return { ...nothing, signatures: block.labels };
  }
}

const tones = {
  plain: { classes: '', icon: 'info' },
  warn: { classes: 'is-warn', icon: 'scale' },
  stop: { classes: 'is-stop', icon: 'circle-x' },
};

const marks = {
  stop: { classes: 'is-stop', icon: 'circle-x' },
  warn: { classes: 'is-warn', icon: 'scale' },
  ok: { classes: 'is-ok', icon: 'circle-check' },
  open: { classes: '', icon: 'circle-dashed' },
};

function tableView({ caption, columns, rows }: PrintedTable): TableView {
  return {
    caption,
    columns: columns.map(column => ({ title: column.title, classes: classesOf(column) })),
    rows: rows.map(row => row.map((cell, index) => cellView(cell, columns[index], index === 0))),
  };
}

function cellView({ text, mark }: PrintedCell, column: PrintedColumn | undefined, isHead: boolean): CellView {
  const classes = column ? classesOf(column) : '';
  return { text, label: column?.title ?? '', classes, mark: mark === undefined ? null : marks[mark], isHead };
}

/** A narrow column keeps its few characters on one line. */
function classesOf({ align, share }: PrintedColumn): string {
  if (align === 'end') return 'number';
  return share < 1.5 ? 'is-narrow' : '';
}
