/** Which way up a picture is held, as EXIF has it: 1, as it stands, to 8. */
const TAG = 0x0112;
const UPRIGHT = 1;
const MOST_ENTRIES = 1000;
/** Longer EXIF is not looked into. */
export const LONGEST_EXIF = 64 * 1024;

/** What EXIF, a TIFF, says of it; 1 where it says nothing that can be read. */
function orientationIn(tiff: Buffer): number {
  const order = tiff.toString('latin1', 0, 4);
  if (tiff.length < 8 || (order !== 'II*\0' && order !== 'MM\0*')) return UPRIGHT;
  const little = order === 'II*\0';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return UPRIGHT;
  const entries = Math.min(short(directory), MOST_ENTRIES);
  for (let n = 0; n < entries; n += 1) {
    const entry = directory + 2 + n * 12;
    if (entry + 12 > tiff.length) break;
    if (short(entry) !== TAG) continue;
    const value = short(entry + 8);
    return value >= UPRIGHT && value <= 8 ? value : UPRIGHT;
  }
  return UPRIGHT;
}

/** EXIF that says so and nothing else; `undefined` where nothing needs to be said. */
export function orientationAlone(tiff: Buffer): Buffer | undefined {
  const orientation = orientationIn(tiff);
  if (orientation === UPRIGHT) return undefined;
  const alone = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  alone.writeUInt16BE(orientation, 18);
  return alone;
}
