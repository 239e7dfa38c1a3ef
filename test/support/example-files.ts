/** Smallest files of every kind that is taken as evidence, and of some that are not. */

export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
export const html = Buffer.from('<!doctype html><title>x</title><script>alert(1)</script>');
export const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(256)]);
/** “编号,名称” in GB18030. */
export const gbText = Buffer.from('b1e0bac52cc3fbb3c60a', 'hex');

export const zip = zipOf({ 'a.txt': 'a' });
export const ofd = zipOf({ 'OFD.xml': '<?xml version="1.0"?><ofd:OFD/>' });
export const docx = officeFile('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml');
export const xlsx = officeFile('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml');
export const docm = officeFile('application/vnd.ms-word.document.macroEnabled.main+xml');

function officeFile(contentType: string): Buffer {
  return zipOf({
    '[Content_Types].xml': `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${contentType}"/></Types>`,
  });
}

/** A compound file (Office before 2007) whose directory names these streams. */
export function compoundFile(...streams: string[]): Buffer {
  const head = Buffer.alloc(512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  return Buffer.concat([head, ...streams.map(directoryEntry)]);
}

function directoryEntry(name: string): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 'utf16le');
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry[66] = 2;
  return entry;
}

/** Stored, not packed; without checksums. */
function zipOf(entries: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const bytes = Buffer.from(content);
    const local = zipHead(0x04034b50, 30, name, bytes);
    directory.push(directoryHead(name, bytes, offset));
    parts.push(local, bytes);
    offset += local.length + bytes.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

function zipHead(signature: number, length: number, name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(length);
  const at = length - 30;
  head.writeUInt32LE(signature, 0);
  head.writeUInt32LE(content.length, 18 + (at > 0 ? 2 : 0));
  head.writeUInt32LE(content.length, 22 + (at > 0 ? 2 : 0));
  head.writeUInt16LE(Buffer.byteLength(name), 26 + (at > 0 ? 2 : 0));
  return Buffer.concat([head, Buffer.from(name)]);
}

function directoryHead(name: string, content: Buffer, offset: number): Buffer {
  const head = zipHead(0x02014b50, 46, name, content);
  head.writeUInt32LE(offset, 42);
  return head;
}
