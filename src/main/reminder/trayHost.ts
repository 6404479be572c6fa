import { createConnection } from 'node:net';

/**
 * Whether this desktop has a place for tray icons. Windows and macOS always have one. On Linux it is a service of the
 * session bus, and Electron does not say when nobody shows its icon: a window closed into nothing would be lost. So the bus
 * is asked whether that service is there, with the two messages this takes (D-Bus specification 0.43).
 */
export async function hasTrayHost(platform: string, busAddress: string | undefined): Promise<boolean> {
  if (platform !== 'linux') return true;
  const path = socketOf(busAddress);
  return path !== null && (await ask(path));
}

const WATCHER = 'org.kde.StatusNotifierWatcher';
/** A bus that hangs must not hold up the start of the tray; milliseconds. */
const PATIENCE = 1_500;

/** The socket in `unix:path=/run/user/1000/bus,guid=…`; names in the abstract space begin with a zero byte. */
export function socketOf(address: string | undefined): string | null {
  for (const one of (address ?? '').split(';')) {
    const [, kind, value] = /^unix:(?:.*,)?(path|abstract)=([^,]+)/.exec(one) ?? [];
    if (value === undefined) continue;
    const plain = decodeURIComponent(value);
    return kind === 'abstract' ? `\0${plain}` : plain;
  }
  return null;
}

function ask(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = createConnection(path);
    const end = (found: boolean): void => {
      clearTimeout(patience);
      socket.destroy();
      done(found);
    };
    const patience = setTimeout(() => end(false), PATIENCE);
    // No bus, or one that refuses us: no tray either.
    socket.on('error', () => end(false));
    socket.on('close', () => end(false));
    let received = Buffer.alloc(0);
    let greeted = false;
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      if (!greeted) {
        if (!received.includes('\r\n')) return;
        if (!received.toString('latin1').startsWith('OK')) return end(false);
        greeted = true;
        received = received.subarray(received.indexOf('\r\n') + 2);
        socket.write('BEGIN\r\n');
        socket.write(call(1, 'Hello', null));
        socket.write(call(2, 'NameHasOwner', WATCHER));
      }
      for (;;) {
        const message = firstMessage(received);
        if (message === null) return;
        received = received.subarray(message.length);
        const answer = answerTo(message, 2);
        if (answer !== null) return end(answer);
      }
    });
    const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
    socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  });
}

/** A method call to the bus itself, little-endian, with one text argument or none. */
export function call(serial: number, member: string, argument: string | null): Buffer {
  const body = argument === null ? Buffer.alloc(0) : text(argument);
  const fields = [
    field(1, 'o', text('/org/freedesktop/DBus')),
    field(2, 's', text('org.freedesktop.DBus')),
    field(3, 's', text(member)),
    field(6, 's', text('org.freedesktop.DBus')),
    ...(argument === null ? [] : [field(8, 'g', Buffer.concat([Buffer.from([1]), Buffer.from('s\0')]))]),
  ];
  let header = Buffer.alloc(0);
  for (const one of fields) header = Buffer.concat([padded(header, 8), one]);
  const fixed = Buffer.alloc(16);
  fixed.write('l', 0, 'latin1');
  fixed.writeUInt8(1, 1);
  fixed.writeUInt8(1, 3);
  fixed.writeUInt32LE(body.length, 4);
  fixed.writeUInt32LE(serial, 8);
  fixed.writeUInt32LE(header.length, 12);
  return Buffer.concat([padded(Buffer.concat([fixed, header]), 8), body]);
}

const field = (code: number, signature: string, value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([code, 1, signature.charCodeAt(0), 0]), value]);

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes, Buffer.from([0])]);
}

const padded = (bytes: Buffer, to: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)]);

/** The first whole message of what was received; null while it is not whole. */
export function firstMessage(bytes: Buffer): Buffer | null {
  if (bytes.length < 16) return null;
  const little = bytes[0] === 0x6c;
  const number = (at: number): number => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const head = Math.ceil((16 + number(12)) / 8) * 8;
  const length = head + number(4);
  return bytes.length < length ? null : bytes.subarray(0, length);
}

/** What a reply to our call says: yes or no, no for an error; null for any other message. */
export function answerTo(message: Buffer, serial: number): boolean | null {
  const little = message[0] === 0x6c;
  const number = (at: number): number => (little ? message.readUInt32LE(at) : message.readUInt32BE(at));
  const kind = message[1];
  if (kind !== 2 && kind !== 3) return null;
  const fields = message.subarray(16, 16 + number(12));
  // REPLY_SERIAL: code 5, a variant of signature "u", its value on the next multiple of four.
  for (let at = 0; at + 8 <= fields.length; at += 4)
    if (fields[at] === 5 && fields[at + 1] === 1 && fields[at + 2] === 0x75) {
      const replied = little ? fields.readUInt32LE(at + 4) : fields.readUInt32BE(at + 4);
      if (replied !== serial) return null;
      return kind === 2 && number(message.length - 4) === 1;
    }
  return null;
}
