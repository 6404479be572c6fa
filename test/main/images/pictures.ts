import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Vips from 'wasm-vips';
import { quiet } from '../../../src/main/images/engine';

/**
 * Pictures made for a test, with known colours in known places, and a look into the ones the studio made. Four
 * quarters: red, green / blue, white, so that turning and cutting show.
 */
export const quarters = {
  red: [220, 30, 30],
  green: [30, 180, 30],
  blue: [30, 30, 220],
  white: [250, 250, 250],
} as const;
export type Colour = keyof typeof quarters;

export type Studio = {
  readonly folder: string;
  readonly file: (name: string, bytes: Uint8Array) => string;
  /** A picture of four quarters in the given format. */
  readonly picture: (
    name: string,
    options?: { width?: number; height?: number; format?: string; settings?: object },
  ) => string;
  /** Colour nearest to a point given in hundredths of width and height. */
  readonly colourAt: (path: string, across: number, down: number) => Colour;
  readonly sizeOf: (path: string) => readonly [number, number];
  /** Names of the metadata fields a file carries. */
  readonly fieldsOf: (path: string) => readonly string[];
  readonly vips: Awaited<ReturnType<typeof Vips>>;
};

export async function pictureStudio(): Promise<Studio> {
  const vips = await Vips({ dynamicLibraries: [], preRun: quiet });
  vips.concurrency(1);
  const folder = mkdtempSync(join(tmpdir(), 'juzhen-pictures-'));
  const file = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const read = (path: string) => vips.Image.newFromBuffer(readFileSync(path));
  const block = (width: number, height: number, colour: Colour) =>
    vips.Image.black(width, height, { bands: 3 })
      .add([...quarters[colour]])
      .cast('uchar');
  return {
    folder,
    file,
    vips,
    picture: (name, { width = 80, height = 40, format = '.png', settings = {} } = {}) => {
      const [w, h] = [width / 2, height / 2];
      const image = vips.Image.arrayjoin(
        [block(w, h, 'red'), block(w, h, 'green'), block(w, h, 'blue'), block(w, h, 'white')],
        { across: 2 },
      ).copy({ interpretation: 'srgb' });
      return file(name, image.writeToBuffer(format, settings));
    },
    colourAt: (path, across, down) => {
      const image = read(path);
      const point = image.getpoint(
        Math.min(image.width - 1, Math.floor((image.width * across) / 100)),
        Math.min(image.height - 1, Math.floor((image.height * down) / 100)),
      );
      const distance = (colour: Colour): number =>
        quarters[colour].reduce((sum, value, band) => sum + (value - (point[band] ?? 0)) ** 2, 0);
      return (Object.keys(quarters) as Colour[]).sort((a, b) => distance(a) - distance(b))[0] ?? 'white';
    },
    sizeOf: (path) => {
      const image = read(path);
      return [image.width, image.height];
    },
    fieldsOf: (path) => [...read(path).getFields()],
  };
}

/** A JPEG with an EXIF block put in front: orientation, a camera's name and a place on earth. */
export function withExif(jpeg: Uint8Array, orientation: number): Uint8Array {
  const tiff = Buffer.alloc(140);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  const entry = (at: number, tag: number, type: number, count: number, value: number, short = false): void => {
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(type, at + 2);
    tiff.writeUInt32BE(count, at + 4);
    if (short) tiff.writeUInt16BE(value, at + 8);
    else tiff.writeUInt32BE(value, at + 8);
  };
  tiff.writeUInt16BE(3, 8);
  entry(10, 0x0110, 2, 10, 100);
  entry(22, 0x0112, 3, 1, orientation, true);
  entry(34, 0x8825, 4, 1, 50);
  tiff.writeUInt16BE(1, 50);
  entry(52, 0x0002, 5, 3, 110);
  tiff.write('Geheimcam\0', 100, 'latin1');
  tiff.writeUInt32BE(31, 110);
  tiff.writeUInt32BE(1, 114);
  tiff.writeUInt32BE(14, 118);
  tiff.writeUInt32BE(1, 122);
  tiff.writeUInt32BE(2, 126);
  tiff.writeUInt32BE(1, 130);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}
