/** Reading and writing the one fact of an EXIF block that a picture needs to stand upright (EXIF 2.3, 4.6.4 A, tag 0112). */
const ORIENTATION = 0x0112;

/** The orientation (1–8) a TIFF block between two offsets gives; 1, upright, when it names none. */
export function orientationIn(view: DataView, tiff: number, to: number): number {
  if (tiff + 8 > to) return 1;
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > to) return 1;
  const entries = view.getUint16(directory, little);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > to) return 1;
    if (view.getUint16(entry, little) === ORIENTATION) {
      const value = view.getUint16(entry + 8, little);
      return value >= 1 && value <= 8 ? value : 1;
    }
  }
  return 1;
}

/** A TIFF block that says nothing but the orientation. 26 bytes. */
export function orientationBlock(orientation: number): Uint8Array {
  const bytes = new Uint8Array(26);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x4d4d002a);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, ORIENTATION);
  view.setUint16(12, 3);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return bytes;
}
