import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Answer } from '#assessment/answer.ts';
import { diffIncoming } from '#assessment/incoming-diff.ts';
import { readAnswersFile } from '#exchange/read-answers-file.ts';
import { writePack } from '#exchange/write-pack.ts';
import { buildAssessment } from '../support/build-assessment.ts';
import { buildArea, buildChecklist, buildItem } from '../support/build-checklist.ts';
import { wordings } from '../support/wordings.ts';
import { milliseconds, percentile, type Row } from './row.ts';

const items = 93;
const rounds = 9;
const readTarget = 500;
const bombTarget = 100;
const bombBytes = 1_500_000_000;

/** Reading a filled-in pack with its diff, beside a bare `JSON.parse` of a report as long; refusing a bomb, beside listing an honest archive. */
export async function bench(): Promise<Row[]> {
  const sentence = '有名称、日期或数量可查，近 12 个月的记录齐全，指出过的问题已经改正。';
  const levels = Object.fromEntries([0, 1, 2, 3, 4, 5].map(level => [level, { zh: sentence.repeat(2) }]));
  const checklist = buildChecklist({
    areas: [
      buildArea('a', {
        items: Array.from({ length: items }, (_, index) =>
          buildItem(`i${index}`, { levels, question: { zh: sentence }, guidance: { zh: sentence.repeat(8) } }),
        ),
      }),
    ],
  });
  const answer = (value: number): Answer => ({ answer: 'scored', value, note: sentence.repeat(3) });
  const given = Object.fromEntries(Array.from({ length: items }, (_, index) => [`i${index}`, answer(index % 6)]));
  const assessment = buildAssessment(given);
  const packed = await writePack(
    { assessment, checklist, packFor: 'everybody', exportedAt: '2026-11-20T02:00:00.000Z', last: new Map() },
    wordings.zh,
  );
  const bytes = Buffer.from(packed);
  const now = buildAssessment(Object.fromEntries(Object.entries(given).map(([id, one]) => [id, { ...one, value: 0 }])));
  const known = { checklist, wordings: [wordings.zh, wordings.en] };
  const read = async () => {
    const incoming = await readAnswersFile(bytes, assessment, known);
    const { entries } = diffIncoming(incoming, { assessment: now, checklist, changes: () => [] });
    if (entries.length === 0) throw new Error('nothing differs');
  };
  const json = JSON.stringify({ checklist, given });
  const parse = async () => {
    if (JSON.parse(json) === null) throw new Error('nothing parsed');
  };
  const bomb = await bombOf();
  const refuse = async () => {
    const refused = await readAnswersFile(bomb, assessment, known).then(
      () => false,
      () => true,
    );
    if (!refused) throw new Error('the bomb was taken');
  };
  const source = readFileSync(path.join(import.meta.dirname, 'packs.bench.ts'));
  const plain = async () => {
    await readAnswersFile(source, assessment, known).catch(() => undefined);
  };
  const [reading, parsing, refusing, refusingText] = [
    await median(read),
    await median(parse),
    await median(refuse),
    await median(plain),
  ];
  return [
    row(
      `a pack of ${items} items (${Math.round(bytes.length / 1024)} KB) read in a thread of its own, with its diff; median of ${rounds}`,
      {
        measured: reading,
        baseline: parsing,
        of: 'JSON.parse of the same texts',
        target: readTarget,
      },
    ),
    row(`a zip bomb (${Math.round(bomb.length / 1024)} KB, 1.5 GB inside) refused; median of ${rounds}`, {
      measured: refusing,
      baseline: refusingText,
      of: 'a text refused',
      target: bombTarget,
    }),
  ];
}

type Figures = { measured: number; baseline: number; of: string; target: number };

function row(what: string, { measured, baseline, of, target }: Figures): Row {
  return {
    what,
    measured: milliseconds(measured),
    baseline: `${milliseconds(baseline)} ${of}`,
    ratio: (measured / baseline).toFixed(1),
    target: `≤ ${target} ms`,
    met: measured <= target,
  };
}

async function median(run: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return percentile(times, 0.5);
}

/** As large inside as a research bomb, written without ever holding it. */
async function bombOf(): Promise<Buffer> {
  const zip = new ZipFile();
  const block = Buffer.alloc(1_500_000);
  async function* zeros() {
    for (let at = 0; at < bombBytes; at += block.length) yield block;
  }
  zip.addReadStream(Readable.from(zeros()), 'xl/worksheets/sheet1.xml');
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
