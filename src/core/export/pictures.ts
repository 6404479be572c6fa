/** The extension a picture's file has outside the studio, by its media type. */
export const pictureExtension = (mime: string): string => extensions[mime] ?? 'bin';

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'image/avif': 'avif',
  'image/heic': 'heic',
};
