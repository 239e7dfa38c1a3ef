import type { CellValue, Sheet } from '#publish/workbook/sheet.ts';
import { type Node, parseFormula } from './parse-formula.ts';

type Value = number | string | boolean | null;
type Grid = (CellValue | undefined)[][];

/** A spreadsheet in small: calculates the formulas of sheets and never looks at the results that are stored with them. */
export class Calculation {
  readonly #sheets: ReadonlyMap<string, Grid>;
  readonly #known = new Map<string, Value>();

  constructor(sheets: readonly Sheet[]) {
    this.#sheets = new Map(
      sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells.map(cell => cell?.value))]),
    );
  }

  /** What is typed into a cell takes the place of what stood there. */
  type(sheet: string, row: number, column: number, value: number | null): void {
    const line = this.#sheets.get(sheet)?.[row - 1];
    if (!line) throw new Error(`no row ${row} in ${sheet}`);
    line[column - 1] = value;
    this.#known.clear();
  }

  /** Rows and columns from 1. Throws where a spreadsheet would show an error. */
  at(sheet: string, row: number, column: number): Value {
    const key = `${sheet}!${row}/${column}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const content = this.#sheets.get(sheet)?.[row - 1]?.[column - 1] ?? null;
    const value = this.#valueOf(content, sheet);
    this.#known.set(key, value);
    return value;
  }

  #valueOf(content: CellValue, sheet: string): Value {
    if (typeof content !== 'object' || content === null) return content;
    return 'day' in content ? content.day : this.#evaluate(parseFormula(content.formula), sheet);
  }

  #evaluate(node: Node, sheet: string): Value {
    switch (node.kind) {
      case 'literal':
        return node.value;
      case 'range':
        return this.at(node.sheet ?? sheet, node.from.row, node.from.column);
      case 'operation':
        return operate(node.sign, this.#evaluate(node.left, sheet), this.#evaluate(node.right, sheet));
      case 'call':
        return this.#call(node.name, node.parts, sheet);
    }
  }

  #call(name: string, parts: Node[], sheet: string): Value {
    const value = (index: number): Value => this.#evaluate(partAt(parts, index), sheet);
    const range = (index: number): Value[] => this.#range(partAt(parts, index), sheet);
    switch (name) {
      case 'IF':
        return value(0) === true ? value(1) : value(2);
      case 'AND':
        return parts.every((_, index) => value(index) === true);
      case 'OR':
        return parts.some((_, index) => value(index) === true);
      case 'ISNUMBER':
        return typeof value(0) === 'number';
      case 'INT':
        return Math.floor(numeric(value(0)));
      case 'MAX':
        return Math.max(...parts.map((_, index) => numeric(value(index))));
      case 'MIN':
        return Math.min(...parts.map((_, index) => numeric(value(index))));
      case 'SUM':
        return numbersIn(range(0)).reduce((sum, number) => sum + number, 0);
      case 'COUNT':
        return numbersIn(range(0)).length;
      case 'SUMIFS': {
        const summed = range(0);
        const chosen = this.#rowsThatMeet(parts.slice(1), sheet);
        return numbersIn(summed.filter((_, row) => chosen(row))).reduce((sum, number) => sum + number, 0);
      }
      case 'COUNTIFS': {
        const chosen = this.#rowsThatMeet(parts, sheet);
        return range(0).filter((_, row) => chosen(row)).length;
      }
      default:
        throw new Error(`no function ${name}`);
    }
  }

  #rowsThatMeet(parts: Node[], sheet: string): (row: number) => boolean {
    const conditions = parts.flatMap((part, index) => {
      if (index % 2 === 1) return [];
      const meets = criterion(this.#evaluate(partAt(parts, index + 1), sheet));
      return [this.#range(part, sheet).map(meets)];
    });
    return row => conditions.every(met => met[row]);
  }

  #range(node: Node, sheet: string): Value[] {
    if (node.kind !== 'range') throw new Error('a range is expected');
    const values: Value[] = [];
    for (let row = node.from.row; row <= node.to.row; row++)
      for (let column = node.from.column; column <= node.to.column; column++)
        values.push(this.at(node.sheet ?? sheet, row, column));
    return values;
  }
}

function partAt(parts: Node[], index: number): Node {
  const part = parts[index];
  if (!part) throw new Error('a part is missing');
  return part;
}

function operate(sign: string, left: Value, right: Value): Value {
  if (sign === '=') return left === right;
  if (sign === '<>') return left !== right;
  const [a, b] = [numeric(left), numeric(right)];
  if (sign === '/' && b === 0) throw new Error('#DIV/0!');
  const results: Record<string, Value> = {
    ...{ '+': a + b, '-': a - b, '*': a * b, '/': a / b },
    ...{ '<': a < b, '>': a > b, '<=': a <= b, '>=': a >= b },
  };
  return results[sign] ?? null;
}

/** An empty cell is 0; a text is #VALUE!. */
function numeric(value: Value): number {
  if (value === null) return 0;
  if (typeof value !== 'number') throw new Error(`#VALUE!: ${value}`);
  return value;
}

function numbersIn(values: Value[]): number[] {
  return values.filter(value => typeof value === 'number');
}

/** `3`, `1`, `>=0`, `*|1.2|*`. */
function criterion(wanted: Value): (value: Value) => boolean {
  const text = String(wanted);
  const [, sign, limit] = /^(>=|>)(\d+)$/.exec(text) ?? [];
  if (sign !== undefined)
    return value => typeof value === 'number' && (sign === '>' ? value > Number(limit) : value >= Number(limit));
  if (text.startsWith('*')) return value => typeof value === 'string' && value.includes(text.slice(1, -1));
  return value => value === Number(text);
}
