import { randomBytes } from 'node:crypto';
import { request } from 'node:http';

/**
 * One page's debugging protocol over a WebSocket of our own making: Node 20 has none, and attaching a whole test driver
 * would weigh on what is measured. Text frames only, which is all the protocol sends.
 */
export async function attach(port, page) {
  const socket = await upgrade(port, new URL(page.webSocketDebuggerUrl).pathname);
  const waiting = new Map();
  let buffered = Buffer.alloc(0);
  let lastId = 0;
  socket.on('data', (chunk) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (let frame = frameIn(buffered); frame !== null; frame = frameIn(buffered)) {
      buffered = buffered.subarray(frame.end);
      const message = frame.text === '' ? {} : JSON.parse(frame.text);
      waiting.get(message.id)?.(message.result ?? message.error);
      waiting.delete(message.id);
    }
  });
  return {
    send: (method, params = {}) =>
      new Promise((resolve) => {
        const id = ++lastId;
        waiting.set(id, resolve);
        socket.write(masked(JSON.stringify({ id, method, params })));
      }),
    close: () => socket.destroy(),
  };
}

/** The pages a debugging port offers. */
export async function pagesOf(port) {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
  return (await answer.json()).filter(({ type }) => type === 'page');
}

function upgrade(port, path) {
  return new Promise((resolve, reject) => {
    const asked = request({
      host: '127.0.0.1',
      port,
      path,
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      },
    });
    asked.once('upgrade', (_response, socket) => resolve(socket));
    asked.once('error', reject);
    asked.end();
  });
}

/** A client's text frame: always masked (RFC 6455, 5.2). */
function masked(text) {
  const body = Buffer.from(text, 'utf8');
  const mask = randomBytes(4);
  const head = Buffer.from([0x81, 0x80 | lengthSign(body.length), ...lengthBytes(body.length)]);
  return Buffer.concat([head, mask, body.map((byte, index) => byte ^ mask[index % 4])]);
}

const lengthSign = (length) => (length < 126 ? length : length < 65_536 ? 126 : 127);

function lengthBytes(length) {
  if (length < 126) return [];
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  return length < 65_536 ? bytes.subarray(6) : bytes;
}

/** The first whole frame of a buffer and where it ends; null while more is to come. */
function frameIn(buffer) {
  if (buffer.length < 2) return null;
  let length = buffer[1] & 0x7f;
  let from = 2;
  if (length === 126) {
    if (buffer.length < 4) return null;
    length = buffer.readUInt16BE(2);
    from = 4;
  } else if (length === 127) {
    if (buffer.length < 10) return null;
    length = Number(buffer.readBigUInt64BE(2));
    from = 10;
  }
  const end = from + length;
  if (buffer.length < end) return null;
  const isText = (buffer[0] & 0x0f) === 1;
  return { text: isText ? buffer.subarray(from, end).toString('utf8') : '', end };
}
