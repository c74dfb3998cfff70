import { crc32 } from 'node:zlib';

/** A small file of each type that is accepted, made here byte by byte. */
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
/** One transparent pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
export const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
export const WEBP = Buffer.concat([
  Buffer.from('RIFF'),
  Buffer.from([26, 0, 0, 0]),
  Buffer.from('WEBPVP8L'),
  Buffer.from([14, 0, 0, 0]),
  Buffer.alloc(14),
]);
export const CSV = Buffer.from('dwelling;insulated\n1;yes\n2;no\n', 'utf8');
export const TEXT = Buffer.from('Nous avons visité les quarante logements.\n', 'utf8');
export const ODS = openDocument('application/vnd.oasis.opendocument.spreadsheet');
export const ODT = openDocument('application/vnd.oasis.opendocument.text');
export const XLSX = officeOpenXml('xl/workbook.xml', 'spreadsheetml.sheet');
export const DOCX = officeOpenXml('word/document.xml', 'wordprocessingml.document');

/** With a script in it, as it would run where it is shown as a page. */
export const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(document.domain)</script></svg>');
export const HTML = Buffer.from('<!doctype html><title>x</title><script>alert(1)</script>');

function openDocument(mediaType: string): Buffer {
  return zip({ mimetype: mediaType, 'content.xml': '<office:document-content/>' });
}

export function officeOpenXml(part: string, kind: string): Buffer {
  const type = `application/vnd.openxmlformats-officedocument.${kind}.main+xml`;
  const override = `<Override PartName="/${part}" ContentType="${type}"/>`;
  return zip({ '[Content_Types].xml': `<?xml version="1.0"?><Types>${override}</Types>`, [part]: '<x/>' });
}

/** An archive of files as they are, without compression. */
export function zip(files: Readonly<Record<string, string>>): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, content] = [Buffer.from(name), Buffer.from(text)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(content), 10);
    about.writeUInt32LE(content.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, path, content]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), about, tail, path]));
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(locals.length, 4);
  end.writeUInt16LE(locals.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, entries, Buffer.from('PK\x05\x06'), end]);
}
