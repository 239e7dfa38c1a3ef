/** The few things that the formulas of the score sheet consist of. */
export type Node =
  | { kind: 'literal'; value: number | string }
  | { kind: 'range'; sheet: string | undefined; from: Place; to: Place }
  | { kind: 'call'; name: string; parts: Node[] }
  | { kind: 'operation'; sign: string; left: Node; right: Node };
type Place = { column: number; row: number };

const token =
  /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|(?:'((?:[^']|'')+)'!)?\$?([A-Z]{1,2})\$?(\d+)(?::\$?([A-Z]{1,2})\$?(\d+))?|([A-Z]+)\(|(<>|<=|>=|[-+*/=<>(),]))/y;

const ranks: Record<string, number> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '+': 2,
  '-': 2,
  '*': 3,
  '/': 3,
};

type Token = Node | { kind: 'open'; name: string } | { kind: 'sign'; sign: string };

/** Throws for anything that the sheets should not hold. */
export function parseFormula(formula: string): Node {
  const tokens = tokensOf(formula);
  let at = 0;
  const isSign = (sign: string) => {
    const next = tokens[at];
    return next?.kind === 'sign' && next.sign === sign;
  };
  const take = (sign: string) => {
    if (!isSign(sign)) throw new Error(`"${sign}" expected in ${formula}`);
    at++;
  };

  function parts(): Node[] {
    const list: Node[] = [];
    if (!isSign(')')) {
      list.push(expression(1));
      while (isSign(',')) {
        at++;
        list.push(expression(1));
      }
    }
    take(')');
    return list;
  }

  function primary(): Node {
    const next = tokens[at++];
    if (next?.kind === 'open') return { kind: 'call', name: next.name, parts: parts() };
    if (next?.kind === 'sign') {
      if (next.sign !== '(') throw new Error(`"${next.sign}" unexpected in ${formula}`);
      const inner = expression(1);
      take(')');
      return inner;
    }
    if (!next) throw new Error(`${formula} ends early`);
    return next;
  }

  function expression(rank: number): Node {
    let left = primary();
    for (let next = tokens[at]; next?.kind === 'sign'; next = tokens[at]) {
      const { sign } = next;
      const own = ranks[sign];
      if (own === undefined || own < rank) break;
      at++;
      left = { kind: 'operation', sign, left, right: expression(own + 1) };
    }
    return left;
  }

  const whole = expression(1);
  if (at < tokens.length) throw new Error(`something is left over in ${formula}`);
  return whole;
}

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < formula.length) {
    const found = token.exec(formula);
    if (!found) throw new Error(`not understood: ${formula}`);
    tokens.push(tokenOf(found));
  }
  return tokens;
}

function tokenOf([, number, text, sheet, column, row, toColumn, toRow, name, sign]: RegExpExecArray): Token {
  if (number !== undefined) return { kind: 'literal', value: Number(number) };
  if (text !== undefined) return { kind: 'literal', value: text.replaceAll('""', '"') };
  if (name !== undefined) return { kind: 'open', name };
  if (sign !== undefined) return { kind: 'sign', sign };
  const from = placeOf(column ?? '', row ?? '');
  const to = toColumn === undefined ? from : placeOf(toColumn, toRow ?? '');
  return { kind: 'range', sheet: sheet?.replaceAll("''", "'"), from, to };
}

function placeOf(letters: string, row: string): Place {
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(row) };
}
