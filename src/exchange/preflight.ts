import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { refusedFile } from './refused-file.ts';

/** What a workbook may hold; a pack of 5,000 items stays far below. */
const limits = {
  entries: 1_000,
  bytesOfEntry: 48 * 1024 * 1024,
  bytes: 96 * 1024 * 1024,
  ratio: 150,
  ratioFrom: 2 * 1024 * 1024,
};

/** Looks at a workbook before anything of it is parsed. Throws AppError `faulty-input` with the reason. */
export async function preflightWorkbook(bytes: Buffer): Promise<void> {
  const zip = await openZip(bytes);
  try {
    if (zip.entryCount > limits.entries) throw tooLarge();
    const entries = await listEntries(zip);
    refuseByList(entries);
    for (const entry of entries) await inflate(zip, entry);
    if (!entries.some(({ fileName }) => fileName === 'xl/workbook.xml'))
      throw refusedFile('这个压缩包不是 xlsx 工作簿', 'this archive is no xlsx workbook');
  } finally {
    zip.close();
  }
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySize: true, strictFileNames: true };
    fromBuffer(bytes, options, (error, zip) => (error ? reject(broken(error)) : resolve(zip)));
  });
}

/** The list alone, which a bomb of honest sizes does not survive. */
function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on('error', error => reject(broken(error)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function refuseByList(entries: Entry[]): void {
  if (entries.some(entry => entry.isEncrypted())) throw encrypted();
  if (entries.some(({ fileName }) => /vbaproject|\/macrosheets\/|activex/i.test(fileName))) throw macros();
  const bytes = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (bytes > limits.bytes || entries.some(isBomb)) throw tooLarge();
}

function isBomb({ uncompressedSize, compressedSize }: Entry): boolean {
  if (uncompressedSize > limits.bytesOfEntry) return true;
  return uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio;
}

/** Sizes may be forged: what comes out is counted, and thrown away. */
function inflate(zip: ZipFile, entry: Entry): Promise<void> {
  if (entry.fileName.endsWith('/')) return Promise.resolve();
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(broken(error));
      const head: Buffer[] = [];
      let length = 0;
      stream.on('data', (chunk: Buffer) => {
        if (length < 4_096) head.push(chunk);
        length += chunk.length;
      });
      stream.on('error', cause => reject(broken(cause)));
      stream.on('end', () => {
        const refusal = refusalOfText(entry.fileName, Buffer.concat(head).toString('latin1'));
        if (refusal) reject(refusal);
        else resolve();
      });
    });
  });
}

/** No spreadsheet program writes a document type; it is there to make a parser read something else. */
function refusalOfText(name: string, start: string) {
  if (/\.(xml|rels)$/i.test(name) && /<!(doctype|entity)/i.test(start)) return broken();
  return name === '[Content_Types].xml' && /macroEnabled/i.test(start) ? macros() : undefined;
}

function tooLarge() {
  return refusedFile(
    '文件解开后太大，没有读取；填报表不会这么大',
    'the file is too large when unpacked and was not read; no answer sheet is that large',
  );
}

function macros() {
  return refusedFile(
    '文件带有宏，没有读取；请另存为不带宏的 xlsx',
    'the file has macros and was not read; save it as xlsx without macros',
  );
}

function encrypted() {
  return refusedFile(
    '文件加了密码，没有读取；请去掉密码再上传',
    'the file has a password and was not read; take it off first',
  );
}

function broken(cause?: unknown) {
  return refusedFile(
    '文件损坏或不是 xlsx 工作簿，没有读取',
    'the file is damaged or no xlsx workbook and was not read',
    { cause },
  );
}
